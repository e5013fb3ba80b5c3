import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { MOVED } from '../../server/identity/move-rows.ts';
import { enginesFor, useEngine } from './support/engines.ts';
// New tables are entered there.
import { NOT_OF_LEADS, SHARDED_BY, SMALL } from './support/tables.ts';

const KYSELYS = ['kysely_migration', 'kysely_migration_lock'];

describe.each(enginesFor(import.meta.url))('the tables, on %s', (engine) => {
  const db = useEngine(engine);
  const rows = async (query: string) =>
    (await sql.raw<Record<string, unknown>>(query).execute(db())).rows;

  it('are known to this test, all of them', async () => {
    const tables = await rows(`select tablename from pg_tables where schemaname = 'public'`);
    expect(tables.map(({ tablename }) => tablename).sort()).toEqual(
      [...Object.keys(SHARDED_BY), ...SMALL, ...KYSELYS].sort(),
    );
  });

  it('have their shard column first in the key and in every unique index', async () => {
    const indexes = await rows(`
      select c.relname as table, i.indisprimary as primary,
        array(select a.attname::text from unnest(i.indkey) with ordinality k(n, at)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.at) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and i.indisunique`);
    for (const { table, primary, columns } of indexes) {
      const shard = SHARDED_BY[String(table)];
      if (shard === undefined) continue;
      expect(columns, String(table)).toContain(shard);
      if (primary) expect((columns as string[])[0], String(table)).toBe(shard);
    }
    const keyed = indexes.filter(({ primary }) => primary).map(({ table }) => table);
    expect(keyed).toEqual(expect.arrayContaining(Object.keys(SHARDED_BY)));
  });

  it('accept being spread over partitions, which refuses what a cluster would', async () => {
    for (const [table, shard] of Object.entries(SHARDED_BY)) {
      const [key] = await rows(`select pg_get_constraintdef(oid) as def from pg_constraint
        where conrelid = '${table}'::regclass and contype = 'p'`);
      await sql
        .raw(
          `create temporary table spread_${table} (like ${table}, ${key?.def}) partition by hash (${shard})`,
        )
        .execute(db());
    }
  });

  it.runIf(engine === 'spread')('are spread over partitions in the twin', async () => {
    const parted = await rows(`select relname from pg_class
      where relkind = 'p' and relpersistence = 'p'`);
    expect(parted.map(({ relname }) => relname).sort()).toEqual(Object.keys(SHARDED_BY).sort());
  });

  it('have no foreign keys, triggers, sequences, functions or extensions', async () => {
    const found = await rows(`
      select 'foreign key ' || conname as what from pg_constraint where contype = 'f'
      union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
      union all select 'sequence ' || sequencename from pg_sequences
      union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
      union all select 'function ' || proname from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'`);
    expect(found).toEqual([]);
  });

  it('have every timestamp given as a value: no defaults', async () => {
    const defaults = await rows(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_default is not null and table_name not like 'kysely%'`);
    expect(defaults).toEqual([]);
  });

  it('are moved whole when leads are merged', async () => {
    for (const [table, columns] of Object.entries(MOVED)) {
      const all = await rows(`select column_name from information_schema.columns
        where table_schema = 'public' and table_name = '${table}'`);
      const named = columns.split(',').map((column) => column.trim());
      expect(['lead_id', 'origin', ...named].sort()).toEqual(
        all.map((row) => row.column_name).sort(),
      );
    }
    // Counters are not moved: those of the two are counted anew from the events, which are. Names and what is watched
    // stay where they are.
    const moved = [
      ...Object.keys(MOVED),
      'lead',
      'identity',
      'counter',
      'lead_part',
      'kept_apart',
      'watched',
    ];
    const ofLeads = Object.keys(SHARDED_BY).filter((table) => !NOT_OF_LEADS.has(table));
    expect(ofLeads.sort()).toEqual(moved.sort());
  });

  it('may be brought up to date again, and by several at once', async () => {
    await Promise.all([migrate(db()), migrate(db()), migrate(db())]);
  });

  it('give values back the same on every engine', async () => {
    const [row] = await rows(`select 9007199254740991::int8 as int8, count(*) as count,
      '{"a":[1,null]}'::jsonb as jsonb, '2026-11-22T09:00:00.123Z'::timestamptz as at,
      1.5::float8 as float8, array['a','b'] as list, null as nothing, true as yes from workspace`);
    expect(row).toMatchObject({
      int8: 9007199254740991,
      jsonb: { a: [1, null] },
      at: new Date('2026-11-22T09:00:00.123Z'),
      float8: 1.5,
      list: ['a', 'b'],
      nothing: null,
      yes: true,
    });
    expect(typeof row?.count).toBe('number');
  });

  it('roll back what fails, and leave the connection usable', async () => {
    await expect(
      db()
        .transaction()
        .execute(async (tx) => {
          await tx.insertInto('install').values({ name: 'half', value: 'x' }).execute();
          await sql`select 1/0`.execute(tx);
        }),
    ).rejects.toMatchObject({ code: '22012' });
    const half = await db().selectFrom('install').where('name', '=', 'half').selectAll().execute();
    expect(half).toEqual([]);
  });

  it('give a transaction the database for itself, first come first served', async () => {
    const add = (name: string) =>
      db()
        .transaction()
        .execute(async (tx) => {
          const { rows: before } =
            await sql`select value from install where name = 'n' for update`.execute(tx);
          const value = `${(before[0] as { value: string }).value}${name}`;
          await tx.updateTable('install').set({ value }).where('name', '=', 'n').execute();
        });
    await db().insertInto('install').values({ name: 'n', value: '' }).execute();
    await Promise.all([...'abcdefgh'].map(add));
    const { value } = await db()
      .selectFrom('install')
      .where('name', '=', 'n')
      .select('value')
      .executeTakeFirstOrThrow();
    expect([...value].sort().join('')).toBe('abcdefgh');
  });
});
