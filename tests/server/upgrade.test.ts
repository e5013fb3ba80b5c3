import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { leadCard } from '../../lib/contract/lead.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import type { Db } from '../../server/db/database.ts';
import { migrate, pendingMigrations } from '../../server/db/migrate.ts';
import { createStore, makeStore } from '../../server/store.ts';
import { workOnce } from '../../server/work/once.ts';
import { type Asked, ask } from './support/ask.ts';
import { type EmptyDatabase, emptyDatabase, enginesFor } from './support/engines.ts';
import { fill, former } from './support/former.ts';
import { aRecord } from './support/scene.ts';
import { runStore } from './support/store-process.ts';

const { tokens, writeKey, wsId } = former;

/** A store on this database, at the time when the former one was left. */
function storeOn(db: Db) {
  const store = makeStore({ db, now: () => former.clock });
  const app = createStore(store);
  const good = async (request: Asked) => {
    const answer = await ask(app, request);
    expect(answer.status, `${request.path}: ${JSON.stringify(answer.body)}`).toBe(200);
    return answer.body;
  };
  const cardOf = async (leadId: string) =>
    leadCard.parse(await good({ path: `/api/leads/${leadId}`, token: tokens.rep }));
  return { store, good, cardOf };
}

/** What must be so after any upgrade: all that was there is there, and everything works on it. */
async function expectWhole(db: Db) {
  const { store, good, cardOf } = storeOn(db);
  expect(await workOnce(store)).toBe(true);
  for (const { leadId, email, stage, points, all } of former.cards) {
    const card = await cardOf(leadId);
    expect(card).toMatchObject({ who: { email }, stage, counts: { all } });
    expect(card.score.points).toBe(points);
  }
  const learned = await good({ path: '/api/learning', token: tokens.marketer });
  expect(learned).toMatchObject({ verdicts: former.verdicts });

  // Ingest, by the former write key: what was sent before is known, what is new is added.
  const [first] = former.cards;
  if (!first) throw new Error('No cards.');
  const again = { type: 'page', anonymousId: 'v1', messageId: 'm1', properties: {} };
  const fresh = { type: 'track', event: 'Webinar Attended', userId: 'u1', messageId: 'm9' };
  const sent = await good({ path: '/v1/batch', body: { writeKey, batch: [again, fresh] } });
  expect(sent).toMatchObject({ accepted: 1, duplicates: 1, refused: [] });
  const grown = await cardOf(first.leadId);
  expect(grown.counts.all).toBe(first.all + 1);

  // Feedback, and the desk.
  const open = former.cards.at(-1);
  const card = await cardOf(open?.leadId ?? '');
  const said = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
  const item = verdictItem(card, said, { now: () => former.clock, id: v7 });
  const told = await good({ path: '/api/feedback', token: tokens.rep, body: { items: [item] } });
  expect(told).toMatchObject({ results: [{ outcome: 'stored' }] });
  const queue = { path: '/api/review/queue', token: tokens.marketer, body: { filter: {} } };
  expect(JSON.stringify(await good(queue))).toContain(item.id);
  // As a process of the release before stores it, which is still there while others are new already.
  const columns = ['points_then', 'chance_then', 'rules_then', 'version_then'] as const;
  const seen = async () => {
    const rows = await db
      .selectFrom('feedback')
      .where('kind', '<>', 'registration')
      .select(['feedback_id', ...columns])
      .orderBy('feedback_id')
      .execute();
    // Which rules, in whatever order.
    return rows.map(({ rules_then, ...rest }) => [rest, rules_then?.toSorted()]);
  };
  const [asStored, none] = [await seen(), Object.fromEntries(columns.map((name) => [name, null]))];
  await db.updateTable('feedback').set(none).where('kind', '<>', 'registration').execute();
  expect(await workOnce(makeStore({ db: db.withoutPlugins(), now: () => former.clock }))).toBe(
    true,
  );
  expect(await seen()).toEqual(asStored);
  const found = await good({
    path: '/api/leads/find',
    token: tokens.rep,
    body: { record: aRecord(), facts: { email: first.email } },
  });
  expect(found).toMatchObject({ found: true, card: { leadId: first.leadId } });

  // What came with newer releases, for people and sources of the former one.
  const team = await good({ path: '/api/team', token: tokens.admin });
  for (const name of ['Ada', 'Ines', 'Ben']) expect(JSON.stringify(team)).toContain(`"${name}"`);
  const sources = await good({ path: '/api/sources', token: tokens.marketer });
  expect(sources).toMatchObject({ sources: [{ kind: 'segment', label: 'Website' }] });
  await good({ path: `/api/leads/${first.leadId}/identity`, token: tokens.rep });
  await good({ path: '/api/merges', token: tokens.marketer });
  await good({ path: '/api/changes?wait=0', token: tokens.rep });
  await good({ path: '/api/privacy/retention', token: tokens.admin });
  const draft = await db
    .selectFrom('definition_draft')
    .where('ws_id', '=', wsId)
    .selectAll()
    .execute();
  expect(draft).toHaveLength(former.tables.definition_draft?.length ?? 0);
}

describe.each(enginesFor(import.meta.url).filter((engine) => engine !== 'spread'))(
  'an upgrade, on %s',
  { timeout: 240_000 },
  (engine) => {
    it.each(['0004-shared-crms', '0005-score'])(
      'of a database at %s, with a team in it, leaves everything working',
      async (from) => {
        const { open } = await emptyDatabase(engine);
        const { db, close } = await open();
        await migrate(db, from);
        await fill(db);
        await migrate(db);
        if (from >= '0005') await expectWhole(db);
        else await expectScored(db);
        await close();
      },
    );

    it('goes on after being killed anywhere in the middle', async () => {
      const empty = await emptyDatabase(engine);
      await prepare(empty);
      const where = empty.env.DATABASE_URL ?? empty.env.TRUCE_DATA_DIR ?? '';
      for (const statements of [0, 3, 17]) {
        const died = await migrateAndDie(where, statements);
        expect(died.signal, died.output).toBe('SIGKILL');
      }
      const migrated = await runStore(empty.env, 'migrate');
      expect(migrated.output).toMatch(/Done: 0006-audit\n[\s\S]+up to date\.\n$/);
      expect(migrated.code).toBe(0);
      const { db, close } = await empty.open();
      expect(await pendingMigrations(db)).toEqual([]);
      await expectWhole(db);
      await close();
    });

    it('can be repeated step by step where a database has no transactions around them', async () => {
      const { open } = await emptyDatabase(engine);
      const { db, close } = await open();
      await migrate(db, '0005-score');
      await fill(db);
      await migrate(db);
      // As if the last step had been done and its note been lost.
      const { rows } = await sql<{ name: string }>`select name from kysely_migration
      order by name desc`.execute(db);
      for (const { name } of rows) {
        await sql`delete from kysely_migration where name >= ${name}`.execute(db);
        await migrate(db);
      }
      await expectWhole(db);
      await close();
    });
  },
);

async function prepare({ open }: EmptyDatabase) {
  const { db, close } = await open();
  await migrate(db, '0005-score');
  await fill(db);
  await close();
}

/** Of a release that kept no counters: cards are right, and what verdicts teach is found again. */
async function expectScored(db: Db) {
  const { store, good, cardOf } = storeOn(db);
  await workOnce(store);
  for (const { leadId, stage, points } of former.cards) {
    expect(await cardOf(leadId)).toMatchObject({ stage, score: { points } });
  }
  const learned = await good({ path: '/api/learning', token: tokens.marketer });
  expect(learned).toMatchObject({ verdicts: { all: 8 } });
  const rows = await db.selectFrom('lead').select('scored_version').execute();
  expect(rows.every(({ scored_version }) => scored_version === 2)).toBe(true);
}

async function migrateAndDie(where: string, statements: number) {
  const script = join(import.meta.dirname, 'support/migrate-and-die.ts');
  const child = spawn(process.execPath, [script, where, String(statements)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text.toString();
    });
  }
  const [, signal] = await once(child, 'close');
  return { signal, output };
}
