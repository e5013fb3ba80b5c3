/** Prepared statements: used where they are kept, given up where they are not, and never a reason for an error. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/db/database.ts';
import { inTransaction } from '../../server/db/retry.ts';
import { usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';

describe('prepared statements', () => {
  const server = usePostgres();

  const open = async () => {
    const databaseUrl = await createDatabase(server());
    const onError = (error: Error) => {
      throw error;
    };
    const opened = await openDatabase({ databaseUrl, dataDir: '', onError, connections: 1 });
    if (!opened.ok) throw new Error(opened.problem.detail);
    const { db, close } = opened.value;
    const ask = (n: number) => sql<{ n: number }>`select ${n}::int + 1 as n`.execute(db);
    const kept = async () => {
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements where statement like '%+ 1 as n'`.execute(db);
      return rows.length;
    };
    const often = async () => {
      for (let n = 0; n < 12; n++) expect((await ask(n)).rows).toEqual([{ n: n + 1 }]);
    };
    return { db, close, ask, kept, often };
  };

  it('are made of what is asked often, and of nothing else', async () => {
    const { close, ask, kept, often } = await open();
    await ask(1);
    expect(await kept()).toBe(0);
    await often();
    expect(await kept()).toBe(1);
    await close();
  });

  it('are given up when the session does not keep them, and nobody notices', async () => {
    const { db, close, ask, kept, often } = await open();
    await often();
    await sql`deallocate all`.execute(db);
    expect((await ask(41)).rows).toEqual([{ n: 42 }]);
    await often();
    expect(await kept()).toBe(0);
    await close();
  });

  it('are given up within a transaction by doing all of it again', async () => {
    const { db, close, often } = await open();
    await often();
    await sql`deallocate all`.execute(db);
    let times = 0;
    const { rows } = await inTransaction(db, async (tx) => {
      times++;
      return sql<{ n: number }>`select ${41}::int + 1 as n`.execute(tx);
    });
    expect(rows).toEqual([{ n: 42 }]);
    expect(times).toBe(2);
    await close();
  });

  it('go on when a table has got another column meanwhile', async () => {
    const { db, close } = await open();
    await sql`create table thing (id int)`.execute(db);
    await sql`insert into thing values (1)`.execute(db);
    const all = () => sql`select * from thing where id = ${1}`.execute(db);
    for (let n = 0; n < 12; n++) await all();
    await sql`alter table thing add column more text`.execute(db);
    expect((await all()).rows).toEqual([{ id: 1, more: null }]);
    await close();
  });
});
