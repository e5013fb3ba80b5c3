import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type ChangePage, changePage } from '../../lib/contract/changes.ts';
import { resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { hashed } from '../../server/access/codes.ts';
import { recordChanges } from '../../server/changes/record.ts';
import { firstIdAt, stampFromMs, stampNow } from '../../server/changes/stamp.ts';
import { sweepChanges } from '../../server/changes/sweep.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { makeScene, type Scene } from './support/scene.ts';
import { events, follow } from './support/stream.ts';

const DAY_MS = 86_400_000;

describe.each(enginesFor(import.meta.url))('the feed of changes, on %s', (engine) => {
  const db = useEngine(engine);

  const poll = async (scene: Scene, after: string | null, wait = 0): Promise<ChangePage> => {
    const query = `${after === null ? '' : `after=${after}&`}wait=${wait}`;
    const answer = await scene.ask({ path: `/api/changes?${query}`, token: scene.tokens.rep });
    expect(answer.status).toBe(200);
    return changePage.parse(answer.body);
  };
  const demo = (scene: Scene, email: string) =>
    scene.send({ type: 'track', event: 'Demo Requested', properties: { email } });
  const nowStamp = async () => {
    const { rows } = await sql<{ now: string }>`select ${stampNow} as now`.execute(db());
    return BigInt(`0x${rows[0]?.now}`);
  };
  const plant = async (wsId: string, id: string) => {
    const row = { bucket: 3, ws_id: wsId, change_id: id, kind: 'lead' as const };
    await db()
      .insertInto('change')
      .values({ ...row, lead_id: randomUUID(), rev: 2, at: new Date() })
      .execute();
  };

  it('tells of leads, feedback, resolutions and definitions, each once and in order', async () => {
    const scene = await makeScene(db());
    const other = await makeScene(db());
    const start = await poll(scene, null);
    expect(start).toMatchObject({ changes: [], gap: false });
    await demo(other, 'eve@acme.example');
    await demo(scene, 'ana@acme.example');
    const card = await scene.card('ana@acme.example');
    const choice = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
    const item = verdictItem(card, choice, scene.tools);
    await scene.say(scene.tokens.rep, item);
    const of = { leadId: card.leadId, feedbackId: item.id };
    const reply = resolutionItem({ ...of, resolution: 'kept', reply: 'no' }, scene.tools);
    await scene.say(scene.tokens.marketer, reply);
    // Said again, it changes nothing.
    await scene.say(scene.tokens.rep, item);
    await putInForce(scene, gitlabPreset);
    const page = await poll(scene, start.cursor);
    const { rev } = await scene.cardById(card.leadId);
    expect(page.changes.map(({ kind, rev }) => [kind, rev])).toEqual([
      ['lead', 2],
      ['lead', 3],
      ['lead', 4],
      ['feedback', 4],
      ['lead', rev],
      ['resolution', rev],
      ['definition', 2],
    ]);
    expect(new Set(page.changes.slice(0, -1).map(({ leadId }) => leadId))).toEqual(
      new Set([card.leadId]),
    );
    expect(page.changes.at(-1)?.leadId).toBeNull();
    const ids = page.changes.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(await poll(scene, page.cursor)).toMatchObject({ changes: [], gap: false });
  });

  it('keeps the order of what was written within one tick of the clock', async () => {
    const scene = await makeScene(db());
    const { cursor } = await poll(scene, null);
    const leadId = randomUUID();
    const revs = Array.from({ length: 300 }, (_, place) => place + 1);
    await db()
      .transaction()
      .execute(async (tx) => {
        for (const rev of revs) {
          await recordChanges(tx, scene.wsId, [{ kind: 'lead', leadId, rev }], Date.now());
        }
      });
    const page = await poll(scene, cursor);
    expect(page.changes.map(({ rev }) => rev)).toEqual(revs);
  });

  it('answers who waits at once, and when the store stops', async () => {
    const stopping = new AbortController();
    const scene = await makeScene(db(), { stopping: stopping.signal });
    const start = await poll(scene, null);
    const waiting = poll(scene, start.cursor, 25);
    await demo(scene, 'ana@acme.example');
    const page = await waiting;
    expect(page.changes.length).toBeGreaterThan(0);
    const idle = poll(scene, page.cursor, 25);
    stopping.abort();
    expect((await idle).changes).toEqual([]);
  });

  it('gives a reader that is far behind page after page, without losing its place', async () => {
    const scene = await makeScene(db());
    let { cursor } = await poll(scene, null);
    const leads = Array.from({ length: 1203 }, () => randomUUID());
    for (let from = 0; from < leads.length; from += 401) {
      const some = leads.slice(from, from + 401);
      await db()
        .transaction()
        .execute((tx) =>
          recordChanges(
            tx,
            scene.wsId,
            some.map((leadId) => ({ kind: 'lead', leadId, rev: 2 })),
            Date.now(),
          ),
        );
    }
    const seen: string[] = [];
    for (;;) {
      const page = await poll(scene, cursor);
      if (page.changes.length === 0) break;
      seen.push(...page.changes.map(({ leadId }) => String(leadId)));
      cursor = page.cursor;
    }
    expect(seen.toSorted()).toEqual(leads.toSorted());
  });

  it('notices what turns up behind a reader because the clock of the database went back', async () => {
    const scene = await makeScene(db());
    await demo(scene, 'ana@acme.example');
    const { cursor } = await poll(scene, null);
    const late = firstIdAt((await nowStamp()) - stampFromMs(4000));
    await plant(scene.wsId, late);
    const page = await poll(scene, cursor);
    expect(page.changes.map(({ id }) => id)).toContain(late);
    expect((await poll(scene, page.cursor)).changes).toEqual([]);
  });

  it('says when a cursor is older than what is kept, or from another database', async () => {
    const scene = await makeScene(db());
    const now = await nowStamp();
    const at = (stamp: bigint) => `${firstIdAt(stamp)}.0`;
    const week = stampFromMs(7 * DAY_MS);
    const inTime = await poll(scene, at(now - week + stampFromMs(60_000)));
    expect(inTime.gap).toBe(false);
    for (const stamp of [now - week - 1n, now + stampFromMs(120_000)]) {
      const page = await poll(scene, at(stamp));
      expect(page).toMatchObject({ gap: true, changes: [] });
      expect((await poll(scene, page.cursor)).gap).toBe(false);
    }
  });

  it('keeps seven days and lets go of what is older', async () => {
    const scene = await makeScene(db());
    const now = await nowStamp();
    const [old, fresh] = [8, 6].map((days) => firstIdAt(now - stampFromMs(days * DAY_MS)));
    await plant(scene.wsId, old ?? '');
    await plant(scene.wsId, fresh ?? '');
    expect(await sweepChanges(db(), scene.wsId, async () => true)).toBe(true);
    const rows = await db()
      .selectFrom('change')
      .where('ws_id', '=', scene.wsId)
      .select('change_id')
      .execute();
    expect(rows).toEqual([{ change_id: fresh }]);
  });

  it('is a stream, whose ids are cursors, and which ends when the store stops', async () => {
    const stopping = new AbortController();
    const scene = await makeScene(db(), { stopping: stopping.signal });
    await demo(scene, 'ana@acme.example');
    const stream = await follow(scene.app, scene.tokens.rep);
    const all = events(stream);
    const [first] = await all(1);
    expect(first?.page).toMatchObject({ changes: [], gap: false });
    await demo(scene, 'bob@acme.example');
    const [second] = await all(1);
    expect(second?.page.changes.length).toBeGreaterThan(0);
    expect(second?.id).toBe(second?.page.cursor);
    // Between breaking off and coming back, something happens.
    await stream.cancel();
    await demo(scene, 'cem@acme.example');
    const again = await follow(scene.app, scene.tokens.rep, { 'last-event-id': second?.id ?? '' });
    const [third] = await events(again)(1);
    const seen = new Set(second?.page.changes.map(({ id }) => id));
    expect(third?.page.changes.length).toBeGreaterThan(0);
    expect(third?.page.changes.some(({ id }) => seen.has(id))).toBe(false);
    stopping.abort();
    expect(await events(again)(1)).toEqual([]);
  });

  it('ends as a stream when the browser was let go, also where there is always news', async () => {
    const scene = await makeScene(db());
    const stream = await follow(scene.app, scene.tokens.rep);
    const all = events(stream);
    await all(1);
    await db()
      .updateTable('device')
      .set({ revoked_at: new Date(scene.clock.now) })
      .where('token_hash', '=', hashed(scene.tokens.rep))
      .execute();
    scene.clock.now += 15_000;
    await demo(scene, 'ana@acme.example');
    expect(await all(1)).toEqual([]);
  });

  it('refuses cursors that are none, and more streams than a person can need', async () => {
    const scene = await makeScene(db());
    const token = scene.tokens.rep;
    for (const path of ['/api/changes?after=1', '/api/changes?wait=26']) {
      expect((await scene.ask({ path, token })).status).toBe(400);
    }
    const path = '/api/changes/stream';
    const headers = { 'last-event-id': 'x' };
    expect((await scene.ask({ path, token, headers })).status).toBe(400);
    const open = await Promise.all(Array.from({ length: 30 }, () => follow(scene.app, token)));
    const answer = await scene.ask({ path, token });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('15');
    await open[0]?.cancel();
    open[0] = await follow(scene.app, token);
    for (const stream of open) await stream.cancel();
  });
});
