/** Merges as they are shown. */
import type { Selectable } from 'kysely';
import type { MergeEntry } from '../../lib/contract/identity.ts';
import type { Db } from '../db/database.ts';
import type { LeadMergeTable } from '../db/schema-identity.ts';
import type { Place } from '../http/cursor.ts';
import { namesOf } from '../leads/history.ts';
import type { RepWords } from '../words/rep-words.ts';
import { becauseOf, knownName } from './words.ts';

export type MergeRow = Selectable<LeadMergeTable>;

const MOST_OF_ONE_LEAD = 200;

/**
 * One question for each side: with both in one, the index by time is all that is left to go by, and reads every merge there is.
 *
 * @returns the merges that joined something to these leads or took them along, newest first
 */
export async function mergesOfCells(
  db: Db,
  wsId: string,
  cells: readonly string[],
): Promise<MergeRow[]> {
  const found = new Map<string, MergeRow>();
  for (const side of ['to_id', 'from_id'] as const) {
    const rows = await db
      .selectFrom('lead_merge')
      .where(side, 'in', [...cells])
      .where('ws_id', '=', wsId)
      .selectAll()
      .execute();
    // Within one lead, a merge is on both sides.
    for (const row of rows) found.set(row.merge_id, row);
  }
  return [...found.values()].sort(newestFirst).slice(0, MOST_OF_ONE_LEAD);
}

function newestFirst(a: MergeRow, b: MergeRow): number {
  return Number(b.at) - Number(a.at) || (a.merge_id < b.merge_id ? 1 : -1);
}

/** @returns merges of the workspace, newest first */
export async function mergesOf(
  db: Db,
  wsId: string,
  before: Place | null,
  limit: number,
): Promise<MergeRow[]> {
  let query = db
    .selectFrom('lead_merge')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('merge_id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('at', 'merge_id'), '<', eb.tuple(new Date(before.at), before.id)),
    );
  }
  return query.execute();
}

/** @returns the rows as people read them, in their order */
export async function entriesOfMerges(
  db: Db,
  wsId: string,
  rows: readonly MergeRow[],
  words: RepWords,
): Promise<MergeEntry[]> {
  if (rows.length === 0) return [];
  const members = await namesOf(db, wsId);
  const nameOf = (id: string) => members.get(id) ?? words.somebodyWhoLeft;
  return rows.map((row) => {
    const by = row.member_id === null ? null : nameOf(row.member_id);
    return {
      mergeId: row.merge_id,
      at: row.at.toISOString(),
      because: becauseOf(row.because, by, words),
      by,
      names: row.names.map(knownName),
      events: row.events,
      feedback: row.feedback,
      undone: row.undone_at
        ? { at: row.undone_at.toISOString(), by: nameOf(row.undone_by ?? '') }
        : null,
      undoable: row.undone_at === null,
    };
  });
}
