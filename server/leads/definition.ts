/** The lead definition that is in force, and those that were. */
import { type LeadDefinition, leadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';

/** Versions never change once written, so they can be kept; the newest one's number is asked for each time. */
const parsed = new WeakMap<Db, Map<string, LeadDefinition>>();

/** @returns the newest definition; throws when the workspace has none, which cannot be */
export async function currentDefinition(db: Db, wsId: string): Promise<LeadDefinition> {
  const { version } = await db
    .selectFrom('definition')
    .where('ws_id', '=', wsId)
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const definition = await definitionOf(db, wsId, version);
  if (!definition) throw new Error(`Definition ${version} is gone.`);
  return definition;
}

/** The definition in force, and since when it is known what its points mean: milliseconds; null while that is not known. */
export interface Taught {
  definition: LeadDefinition;
  taughtAt: number | null;
}

/** @returns both in one question, for whoever needs both at once */
export async function taughtDefinition(db: Db, wsId: string): Promise<Taught> {
  const { version, made_at } = await db
    .selectFrom('definition')
    .leftJoin('calibration', (join) =>
      join
        .onRef('calibration.ws_id', '=', 'definition.ws_id')
        .onRef('calibration.definition_version', '=', 'definition.version'),
    )
    .where('definition.ws_id', '=', wsId)
    .select(['definition.version', 'calibration.made_at'])
    .orderBy('definition.version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const definition = await definitionOf(db, wsId, version);
  if (!definition) throw new Error(`Definition ${version} is gone.`);
  return { definition, taughtAt: made_at?.getTime() ?? null };
}

/** For what needs the definition later than the question that brings it, or never gets as far. */
export function definitionIn(asked: Promise<Taught>): Promise<LeadDefinition> {
  const definition = asked.then((taught) => taught.definition);
  // Whoever waits for it hears of a failure; that nobody waits is no reason for the process to end.
  definition.catch(() => {});
  return definition;
}

/** @returns the definition of that version, or null when there is none */
export async function definitionOf(
  db: Db,
  wsId: string,
  version: number,
): Promise<LeadDefinition | null> {
  const kept = parsed.get(db) ?? new Map<string, LeadDefinition>();
  parsed.set(db, kept);
  const key = `${wsId}:${version}`;
  const known = kept.get(key);
  if (known) return known;
  const row = await db
    .selectFrom('definition')
    .where('ws_id', '=', wsId)
    .where('version', '=', version)
    .select('body')
    .executeTakeFirst();
  if (!row) return null;
  const definition = leadDefinition.parse(row.body);
  kept.set(key, definition);
  return definition;
}
