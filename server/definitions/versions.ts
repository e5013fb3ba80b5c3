/** Versions that are or were in force, as people read about them. */
import { sql } from 'kysely';
import type { VersionLine } from '../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { failed, type Result } from '../../lib/contract/problem.ts';
import { changesInWords } from '../../lib/score/learn/change-words.ts';
import type { Db } from '../db/database.ts';
import { definitionOf } from '../leads/definition.ts';
import type { People } from './people.ts';

/** @returns all of them, newest first */
export async function versionsOf(db: Db, wsId: string, people: People): Promise<VersionLine[]> {
  const [rows, feedback] = await Promise.all([
    db
      .selectFrom('definition')
      .where('ws_id', '=', wsId)
      .select(['version', 'created_at', 'published_by', 'back_to'])
      .orderBy('version')
      .execute(),
    feedbackByVersion(db, wsId),
  ]);
  const lines: VersionLine[] = [];
  let before: LeadDefinition | null = null;
  for (const { version, created_at, published_by, back_to } of rows) {
    const definition = await definitionOf(db, wsId, version);
    if (!definition) continue;
    lines.push({
      version,
      name: definition.name,
      at: created_at.toISOString(),
      by: published_by && (people.get(published_by)?.name ?? 'Somebody who left'),
      signedBy: definition.signedBy,
      backTo: back_to,
      changes: before ? changesInWords(before, definition) : [],
      feedback: feedback.get(version) ?? 0,
    });
    before = definition;
  }
  return lines.reverse();
}

/** By what each was stamped with, not by when it came: who was offline judged what they saw. */
async function feedbackByVersion(db: Db, wsId: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ version: number; n: number }>`
    select version_then as version, count(*)::int as n
    from feedback where ws_id = ${wsId} and version_then is not null
    group by version_then`.execute(db);
  return new Map(rows.map(({ version, n }) => [version, n]));
}

export function noSuchVersion(version: number): Result<never> {
  return failed(
    'not-found',
    `There is no version ${version}`,
    'Load the page again and choose one of the versions that it shows.',
  );
}
