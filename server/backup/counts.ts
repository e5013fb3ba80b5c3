/** How many rows of what is kept for good a database has: what a restored one is compared with. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Db } from '../db/database.ts';

/** What comes and goes by itself (leases, the feed of changes, attempts) could not be compared. */
const TABLES = [
  'workspace',
  'member',
  'source',
  'definition',
  'lead',
  'identity',
  'event',
  'feedback',
  'resolution',
  'audit',
] as const;

export const counts = z.record(z.string(), z.int());
export type Counts = z.infer<typeof counts>;

export async function countsIn(db: Db): Promise<Counts> {
  const found: Counts = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ count: number }>`select count(*) as count
      from ${sql.table(table)}`.execute(db);
    found[table] = rows[0]?.count ?? 0;
  }
  return found;
}

export interface Compared {
  table: string;
  before: number;
  restored: number;
  after: number;
  /** What is restored was there at some moment while the backup was made. */
  isRight: boolean;
}

/** @param before, after here, on both sides of the backup: alike where nobody wrote meanwhile */
export function compared(before: Counts, restored: Counts, after: Counts): Compared[] {
  return TABLES.map((table) => {
    const [first, copy, last] = [before, restored, after].map((all) => all[table] ?? 0);
    const row = { table, before: first ?? 0, restored: copy ?? 0, after: last ?? 0 };
    const isRight =
      row.restored >= Math.min(row.before, row.after) &&
      row.restored <= Math.max(row.before, row.after);
    return { ...row, isRight };
  });
}
