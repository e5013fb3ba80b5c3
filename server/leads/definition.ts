/** The lead definition that is in force, and those that were. */
import { type LeadDefinition, leadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';

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

/** @returns both, as they were when whoever asks came in: that was one question for all of it */
export async function taughtDefinition(
  db: Db,
  { wsId, inForce: { version, taughtAt } }: Pick<Asker, 'wsId' | 'inForce'>,
): Promise<Taught> {
  const definition = await definitionOf(db, wsId, version);
  if (!definition) throw new Error(`Definition ${version} is gone.`);
  return { definition, taughtAt };
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
