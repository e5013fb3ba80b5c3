/** Answers that are begun while it is asked who asks: nobody is given what they may not have, nor what is not so any more. */
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import { describe, expect, it } from 'vitest';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { type Known, lastAskers } from '../../server/access/last-askers.ts';
import type { Db } from '../../server/db/database.ts';
import { ROUTES } from '../../server/routes.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, makeScene, type Scene, START } from './support/scene.ts';
import { counted } from './support/statements.ts';

const email = 'ana@acme.example';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One question for each route that says it only reads. */
const QUESTIONS: Record<string, (leadId: string) => { path: string; body?: object }> = {
  'GET /api/leads/:leadId': (leadId) => ({ path: `/api/leads/${leadId}` }),
  'POST /api/leads/scores': () => ({
    path: '/api/leads/scores',
    body: { items: [{ record: aRecord(), facts: { email } }] },
  }),
  'GET /api/leads/hot': () => ({ path: '/api/leads/hot' }),
};

const compiler = new PostgresQueryCompiler();

const neverAsked = async () => {
  await pause(2000);
  throw new Error('Nothing was asked before it was known who asks.');
};

/** @returns the same database, where nobody learns whose a token is before something else was asked, too */
function lateToTellWho(db: Db): { db: Db; from: () => void } {
  let holds = false;
  const held = new Set<object>();
  let other = Promise.withResolvers<void>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (!holds) return node;
      if (compiler.compileQuery(node, queryId).sql.includes('device.token_hash =')) {
        held.add(queryId);
      } else {
        other.resolve();
      }
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (held.has(queryId)) await Promise.race([other.promise, neverAsked()]);
      return result;
    },
  };
  const from = () => {
    holds = true;
    other = Promise.withResolvers<void>();
  };
  return { db: db.withPlugin(plugin), from };
}

describe('who asked last', () => {
  it('is remembered of a thousand tokens, of those that asked most recently', () => {
    const askers = lastAskers({} as Db);
    const of = (wsId: string): Known => ({
      wsId,
      deviceId: 'd',
      inForce: { version: 1, taughtAt: null },
      member: {
        memberId: 'm',
        name: 'Ben',
        email: null,
        role: 'rep',
        workspace: { id: wsId, name: 'Tidewell' },
      },
    });
    for (let n = 0; n < 1000; n += 1) askers.note(`token ${n}`, of('one'));
    askers.note('token 0', of('two'));
    askers.note('another', of('one'));
    expect(askers.get('token 1')).toBeUndefined();
    expect(askers.get('token 0')?.wsId).toBe('two');
    expect(askers.get('token 2')?.wsId).toBe('one');
    askers.forget('token 2');
    expect(askers.get('token 2')).toBeUndefined();
  });

  it('is known of its own database only', () => {
    const [db, other] = [{} as Db, {} as Db];
    expect(lastAskers(db)).toBe(lastAskers(db));
    expect(lastAskers(db)).not.toBe(lastAskers(other));
  });
});

describe.each(enginesFor(import.meta.url))('answered meanwhile, on %s', (engine) => {
  const db = useEngine(engine);

  async function known(scene: Scene) {
    await scene.send({ type: 'identify', userId: email, traits: { email, company: 'Acme' } });
    return scene.card(email);
  }

  it('is asked below of every route that says it only reads', () => {
    const reading = ROUTES.filter(({ reads }) => reads);
    expect(reading.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      Object.keys(QUESTIONS).sort(),
    );
    for (const { role } of reading) expect(role).toBe('rep');
  });

  it.each(Object.entries(QUESTIONS))('%s only reads', async (_, question) => {
    const { db: own, sent } = counted(db());
    const scene = await makeScene(db(), { db: own });
    const { leadId } = await known(scene);
    const ask = () => scene.ask({ ...question(leadId), token: scene.tokens.rep });
    // Once a browser notes the hour; that is before anything is begun for it.
    await ask();
    sent();
    expect((await ask()).status).toBe(200);
    const statements = sent();
    expect(statements.length).toBeGreaterThan(1);
    for (const statement of statements) expect(statement).toMatch(/^select /);
  });

  it.each(Object.entries(QUESTIONS))('%s is begun for whoever asked last', async (_, question) => {
    const late = lateToTellWho(db());
    const scene = await makeScene(db(), { db: late.db });
    const { leadId } = await known(scene);
    const ask = () => scene.ask({ ...question(leadId), token: scene.tokens.rep });
    const before = await ask();
    late.from();
    const again = await ask();
    expect(again).toMatchObject({ status: 200, body: before.body });
  });

  it.each(Object.entries(QUESTIONS))('%s tells a revoked browser nothing', async (_, question) => {
    const { db: own, sent } = counted(db());
    const late = lateToTellWho(own);
    const scene = await makeScene(db(), { db: late.db });
    const { leadId } = await known(scene);
    const { path, body } = question(leadId);
    const ask = () =>
      scene.app.request(path, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${scene.tokens.rep}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const before = await ask();
    expect(before.status).toBe(200);
    const revoked_at = new Date(START);
    await db().updateTable('device').set({ revoked_at }).where('ws_id', '=', scene.wsId).execute();
    late.from();
    const refused = await ask();
    expect(refused.status).toBe(401);
    expect(refused.headers.get('etag')).toBeNull();
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refused.json()).toMatchObject({ code: 'not-signed-in' });
    // What was begun goes to its end, for nobody. Nothing is begun again.
    do await pause(50);
    while (sent().length > 0);
    expect((await ask()).status).toBe(401);
    expect(sent()).toHaveLength(1);
  });

  it('a card is made again where what it goes by is not what it was', async () => {
    const late = lateToTellWho(db());
    const scene = await makeScene(db(), { db: late.db });
    const { leadId } = await known(scene);
    const first = await scene.cardById(leadId);
    const version = first.definition.version + 1;
    const body = JSON.stringify({ ...gitlabPreset, version, name: 'Another' });
    await db()
      .insertInto('definition')
      .values({ ws_id: scene.wsId, version, body, created_at: new Date(START) })
      .execute();
    late.from();
    const { definition } = await scene.cardById(leadId);
    expect(definition).toMatchObject({ version, name: 'Another' });
  });

  it('a question of the wrong shape is answered as ever', async () => {
    const scene = await makeScene(db());
    const path = '/api/leads/scores';
    const { rep } = scene.tokens;
    const ask = (token: string) => scene.ask({ path, token, body: { items: 'all' } });
    expect((await scene.ask({ path: '/api/me', token: rep })).status).toBe(200);
    expect(await ask(rep)).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    // Whoever may not ask learns nothing of what a good question would be.
    expect(await ask('x'.repeat(43))).toMatchObject({ status: 401 });
  });
});
