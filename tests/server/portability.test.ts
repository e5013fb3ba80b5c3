/**
 * The rules by which the store can grow past one machine, held in three ways: the catalogue (schema.test.ts), every
 * statement of every test on every engine (support/engines.ts), and the whole suite on the hash-partitioned twin
 * (`spread`). This file: that the check of statements sees what it is there for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enginesFor, useEngine } from './support/engines.ts';
import { objectionsTo } from './support/portable.ts';
import { makeScene } from './support/scene.ts';
import { recorded, statementsOf } from './support/statements.ts';
import { SHARDED_BY, SMALL } from './support/tables.ts';

describe('a statement', () => {
  it.each([
    ['select * from "lead" where "lead_id" = $ and "ws_id" = $ for update'],
    ['select * from "event" where "lead_id" in ($) and "ws_id" = $ order by "at" desc limit $'],
    [
      'select * from "event" where ("lead_id", "ws_id") = ($) limit $'.replace(
        '("lead_id", "ws_id") = ($)',
        '"event"."lead_id" = any($::uuid[])',
      ),
    ],
    ['insert into "feedback" ("lead_id", "ws_id") values ($) on conflict do nothing'],
    [
      'update lead set points = x.points from jsonb_to_recordset($::jsonb) as x(lead_id uuid, points int) where lead.lead_id = x.lead_id',
    ],
    [
      'insert into lease (name) values ($) on conflict (name) do update set expires_at = clock_timestamp()',
    ],
    ['select name from member where ws_id = $'],
  ])('may run anywhere: %s', (sql) => {
    expect(objectionsTo(sql)).toEqual([]);
  });

  it.each([
    ['select * from lead where lead_id = $ for update skip locked', 'skips'],
    ['select pg_advisory_xact_lock($)', 'advisory'],
    ['listen changes', 'messages'],
    ['select * from event where lead_id = $ limit $ offset $', 'offset'],
    ["select nextval('change_id')", 'sequence'],
    ['select * from "event" where "ws_id" = $ order by "at"', 'event without lead_id'],
    ['select * from lead as l where l.ws_id = $ and l.email = $', 'lead without lead_id'],
    ['delete from feedback where feedback_id = $', 'feedback without lead_id'],
    ['insert into "event" ("ws_id", "event_id") values ($)', 'event without lead_id'],
    ['select * from identity where ws_id = $ and ident_kind = $', 'identity without ident'],
    ['update "event" set "lead_id" = $ where "lead_id" = $', 'shard key of event'],
    ['update identity set ident = $ where ident = $', 'shard key of identity'],
    [
      'select l.* from identity i join lead l on l.lead_id = i.lead_id where i.ident = $',
      'different columns',
    ],
    [
      'insert into counter (lead_id, at) values ($) on conflict (lead_id) do update set at = now()',
      'volatile',
    ],
    [
      'with gone as (delete from event where lead_id = $ returning *) insert into event (lead_id) select lead_id from gone; delete from event where lead_id = $',
      'twice',
    ],
    [
      'select lead_id, (select jsonb_agg(e.name) from event e where e.lead_id = l.lead_id) from lead l where l.lead_id = $',
      'jsonb_agg',
    ],
  ])('is objected to: %s', (sql, why) => {
    expect(objectionsTo(sql).join('; ')).toContain(why);
  });
});

describe('the layout for Citus', () => {
  it('has every table, by the column it is spread by', () => {
    const file = readFileSync(join(import.meta.dirname, '../../deploy/citus.sql'), 'utf8');
    const spread = [...file.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/g)];
    expect(Object.fromEntries(spread.map(([, table, column]) => [table, column]))).toEqual(
      SHARDED_BY,
    );
    const copied = [...file.matchAll(/create_reference_table\('(\w+)'/g)];
    expect([...copied.map(([, table]) => table), 'install', 'lease'].sort()).toEqual(
      [...SMALL].sort(),
    );
  });
});

describe.each(enginesFor(import.meta.url))('what the store says, on %s', (engine) => {
  const db = useEngine(engine);

  it('is written down, transactions and raw statements included', async () => {
    const scene = await makeScene(db());
    await scene.send({ type: 'track', event: 'Demo Requested', userId: 'ana@acme.example' });
    await scene.card('ana@acme.example');
    const said = statementsOf(db());
    expect(said.some((sql) => sql.includes('insert into event (lead_id'))).toBe(true);
    expect(said.some((sql) => sql.endsWith('for update'))).toBe(true);
    expect(recorded(db())).toBe(scene.store.db);
  });
});
