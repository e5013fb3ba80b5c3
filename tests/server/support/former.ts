/**
 * What a former release left in its tables: `tests/fixtures/store-0005.json` was written by that release itself, through its
 * own routes, so nothing in it is what we think it wrote.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../../../server/db/database.ts';

interface Former {
  wsId: string;
  tokens: { admin: string; marketer: string; rep: string };
  writeKey: string;
  /** By its own clock, when it was left. */
  clock: number;
  tables: Record<string, Record<string, unknown>[]>;
  /** As its desk said: how many there are, and how many of them teach. */
  verdicts: { all: number; used: number; accepted: number };
  /** As its cards said. */
  cards: { leadId: string; email: string; stage: string; points: number; all: number }[];
}

export const former: Former = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/store-0005.json'), 'utf8'),
);

/** Fills the tables that are there; what an even older release had no column for is left out. */
export async function fill(db: Db): Promise<void> {
  for (const [table, rows] of Object.entries(former.tables)) {
    const { rows: found } = await sql`select 1 from pg_tables
      where schemaname = 'public' and tablename = ${table}`.execute(db);
    if (found.length === 0 || rows.length === 0) continue;
    const { rows: columns } = await sql<{ name: string }>`select column_name as name
      from information_schema.columns where table_schema = 'public' and table_name = ${table}`.execute(
      db,
    );
    const names = sql.join(columns.map(({ name }) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    );
  }
}
