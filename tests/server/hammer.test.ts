import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mergePage } from '../../lib/contract/identity.ts';
import { type Database, openDatabase } from '../../server/db/database.ts';
import { createStore } from '../../server/store.ts';
import { type Asked, ask } from './support/ask.ts';
import { expectConsistent } from './support/consistency.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { makeScene, type Scene } from './support/scene.ts';

/** Everybody at once at the same few people: senders that say who is who, marketers that join and part them. */
const PEOPLE = 3;
const BROWSERS = 5;
const WORKERS = 6;
const STEPS = 20;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      person: fc.nat(PEOPLE - 1),
      browser: fc.nat(BROWSERS - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('join' as const),
      person: fc.nat(PEOPLE - 1),
      other: fc.nat(PEOPLE - 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('undo' as const), which: fc.nat(4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('two words about one person at once', () => {
  const server = usePostgres();

  it('end well on the embedded database', { timeout: 240_000 }, async () => {
    const folder = await preparedFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await hammer([await opened({ databaseUrl: null, dataDir: folder })]);
  });

  it('end well on PostgreSQL, with several stores', { timeout: 240_000 }, async () => {
    const databaseUrl = await createDatabase(server());
    const stores: Database[] = [];
    for (let n = 0; n < 3; n++) stores.push(await opened({ databaseUrl, dataDir: '' }));
    await hammer(stores);
  });
});

async function opened(where: { databaseUrl: string | null; dataDir: string }): Promise<Database> {
  const result = await openDatabase({
    ...where,
    connections: 4,
    onError: (error) => {
      throw error;
    },
  });
  if (!result.ok) throw new Error(result.problem.detail);
  onTestFinished(result.value.close);
  return result.value;
}

async function hammer(databases: readonly Database[]): Promise<void> {
  const [first] = databases;
  if (!first) throw new Error('No database.');
  const scene = await makeScene(first.db);
  const apps = databases.map(({ db }) =>
    createStore({ db, now: () => scene.clock.now, newId: randomUUID, randomBytes }),
  );
  const seed = Math.floor(Math.random() * 2 ** 31);
  const plans = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
    seed,
    numRuns: WORKERS,
  });
  const counts = await Promise.all(
    plans.map((plan, worker) => work(scene, apps[worker % apps.length] ?? scene.app, plan)),
  );
  const sent = counts.reduce((sum, count) => sum + count, 0);
  expect(await countEvents(scene), `seed ${seed}`).toBe(sent);
  expect(await expectConsistent(first.db, scene.wsId)).toBeGreaterThan(0);
  for (let left = await merges(scene, scene.app); left.length > 0; ) {
    // Two ask for the same one at once: one of them does it.
    const asked = left
      .slice(0, 3)
      .flatMap((id) => [undo(scene, apps[0], id), undo(scene, apps.at(-1), id)]);
    const statuses = (await Promise.all(asked)).sort();
    expect(statuses.filter((status) => status === 200)).toHaveLength(asked.length / 2);
    expect(statuses.filter((status) => status === 409)).toHaveLength(asked.length / 2);
    left = await merges(scene, scene.app);
  }
  await expectConsistent(first.db, scene.wsId);
  expect(await countEvents(scene)).toBe(sent);
}

/** @returns how many events it sent */
async function work(scene: Scene, app: Hono, plan: readonly Step[]): Promise<number> {
  let sent = 0;
  for (const one of plan) {
    if (one.does === 'send') {
      await send(scene, app, one.person, one.browser);
      sent += 2;
    } else if (one.does === 'join') {
      await joinPeople(scene, app, one.person, one.other);
    } else {
      const mergeId = (await merges(scene, app))[one.which];
      if (mergeId) expect([200, 409]).toContain(await undo(scene, app, mergeId));
    }
  }
  return sent;
}

async function send(scene: Scene, app: Hono, person: number, browser: number): Promise<void> {
  const anonymousId = `browser ${browser}`;
  const context = { traits: { email: `p${person}@acme.example` } };
  const batch = [
    { type: 'page', messageId: randomUUID(), anonymousId },
    { type: 'track', event: 'Content Downloaded', messageId: randomUUID(), context },
    // Browser n is of person n; of others now and then.
    ...(browser % PEOPLE === person ? [{ type: 'identify', anonymousId, ...context }] : []),
  ];
  const answer = await ask(app, { path: '/v1/batch', body: { writeKey: scene.writeKey, batch } });
  expect(answer).toMatchObject({ status: 200, body: { refused: [] } });
}

async function joinPeople(scene: Scene, app: Hono, one: number, other: number): Promise<void> {
  const ids = await Promise.all(
    [one, other].map(async (person) => {
      const row = await scene.db
        .selectFrom('identity')
        .where('ident', '=', `email:p${person}@acme.example`)
        .where('ws_id', '=', scene.wsId)
        .select('lead_id')
        .executeTakeFirst();
      return row?.lead_id;
    }),
  );
  if (!ids[0] || !ids[1]) return;
  const path = `/api/leads/${ids[0]}/merge`;
  const asked: Asked = { path, token: scene.tokens.marketer, body: { other: ids[1] } };
  // 404: somebody has just been named and has no row yet.
  expect([200, 404, 409]).toContain((await ask(app, asked)).status);
}

async function merges(scene: Scene, app: Hono): Promise<string[]> {
  const { body } = await ask(app, { path: '/api/merges', token: scene.tokens.marketer });
  return mergePage.parse(body).merges.flatMap((one) => (one.undoable ? [one.mergeId] : []));
}

async function undo(scene: Scene, app: Hono | undefined, mergeId: string): Promise<number> {
  const path = `/api/merges/${mergeId}/undo`;
  const asked: Asked = { path, method: 'POST', token: scene.tokens.marketer, body: {} };
  return (await ask(app ?? scene.app, asked)).status;
}

async function countEvents({ db, wsId }: Scene): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .where('ws_id', '=', wsId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
