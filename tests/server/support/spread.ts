/**
 * The hash-partitioned twin: the same tables, each sharded one cut into partitions by its shard column. PostgreSQL then
 * refuses what a cluster would (a unique key without the column), and whatever else works only in one table shows.
 */
import { Kysely, type KyselyPlugin, PostgresDialect, PostgresQueryCompiler, RawNode } from 'kysely';
import { migrate } from '../../../server/db/migrate.ts';
import { createPool } from '../../../server/db/pool.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { SHARDED_BY } from './tables.ts';

const PARTITIONS = 4;
const CREATE = /^create table if not exists "?(\w+)"? \(([\s\S]*)\)\s*$/;

/** Not in `public`, where a catalogue of the tables would show them as tables of their own. */
const PARTS = 'parts';

/** Makes all tables of an empty database, the sharded ones in partitions. */
export async function migrateSpread(databaseUrl: string): Promise<void> {
  const pool = createPool({ connectionString: databaseUrl, max: 2 }, () => {});
  await pool.query(`create schema ${PARTS}`);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [spreading] });
  await migrate(db);
  await db.destroy();
}

const compiler = new PostgresQueryCompiler();

const spreading: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => {
    const { sql } = compiler.compileQuery(node, queryId);
    const [, table = '', columns = ''] = CREATE.exec(sql) ?? [];
    const shard = SHARDED_BY[table];
    if (shard === undefined) return node;
    return RawNode.createWithSql(spread(table, columns, shard));
  },
  transformResult: async ({ result }) => result,
};

function spread(table: string, columns: string, shard: string): string {
  const parts = Array.from(
    { length: PARTITIONS },
    (_, n) => `create table if not exists ${PARTS}.${table}_${n} partition of ${table}
      for values with (modulus ${PARTITIONS}, remainder ${n})`,
  );
  const whole = `create table if not exists ${table} (${columns}) partition by hash (${shard})`;
  return [whole, ...parts].join(';\n');
}
