import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { tidy } from '../../server/db/tidy.ts';
import { useEngine } from './support/engines.ts';

/** A server with autovacuum does this by itself, so only the embedded database is asked. */
describe('the embedded database', () => {
  const db = useEngine('pglite');

  it('is tidied table by table, where much has changed, and then not again', async () => {
    await sql`insert into pair_attempt (address, attempt_id, at)
      select 'a', gen_random_uuid(), now() from generate_series(1, 5000)`.execute(db());
    await sql`delete from pair_attempt`.execute(db());
    await sql`select pg_stat_force_next_flush()`.execute(db());
    expect(await tidy(db(), () => false)).toEqual([]);
    expect(await tidy(db())).toContain('pair_attempt');
    const { rows } = await sql<{ dead: number }>`select n_dead_tup as dead from pg_stat_user_tables
      where relname = 'pair_attempt'`.execute(db());
    expect(rows[0]?.dead).toBe(0);
    await sql`select pg_stat_force_next_flush()`.execute(db());
    expect(await tidy(db())).not.toContain('pair_attempt');
  });
});
