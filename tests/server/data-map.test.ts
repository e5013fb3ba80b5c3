import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ABOUT_NOBODY, dataMap, PERSONAL } from '../../server/privacy/everywhere.ts';
import { useEngine } from './support/engines.ts';

const DOCS = join(import.meta.dirname, '../../docs/privacy.md');
const [BEGIN, END] = ['<!-- data map -->', '<!-- end of data map -->'];

describe('the data map', () => {
  const db = useEngine('pglite');

  it('knows every table and every column', async () => {
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'`.execute(db());
    const tables = Map.groupBy(rows, ({ table_name }) => table_name);
    expect([...tables.keys()].sort()).toEqual(
      [...Object.keys(PERSONAL), ...Object.keys(ABOUT_NOBODY)].sort(),
    );
    for (const [table, { personal, others }] of Object.entries(PERSONAL)) {
      const columns = tables.get(table)?.map(({ column_name }) => column_name) ?? [];
      expect([...Object.keys(personal), ...others].sort(), table).toEqual(columns.sort());
    }
  });

  it('is in the docs as it is', () => {
    const page = readFileSync(DOCS, 'utf8');
    const [before = '', rest = ''] = page.split(BEGIN);
    const after = rest.split(END)[1] ?? '';
    const written = `${before}${BEGIN}\n\n${dataMap()}\n\n${END}${after}`;
    if (process.env.UPDATE_DOCS) writeFileSync(DOCS, written);
    else expect(page).toBe(written);
  });
});
