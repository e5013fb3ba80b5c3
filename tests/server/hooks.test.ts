import { getEventListeners } from 'node:events';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Hook, hookAnswer, hookList } from '../../lib/contract/hooks.ts';
import { resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { sealWith } from '../../server/access/seal.ts';
import { sendDue } from '../../server/hooks/sender.ts';
import { outside } from '../../server/hooks/target.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { makeReceiver, verified } from './support/receiver.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene } from './support/scene.ts';

const ALL = ['feedback.received', 'resolution.made', 'definition.published', 'lead.handed-over'];

describe.each(enginesFor(import.meta.url))('webhooks, on %s', (engine) => {
  const db = useEngine(engine);

  const scene = async () => {
    // The library refuses what was signed long ago, so this scene lives now.
    const made = await makeScene(db(), { outside: { ...outside, allowPrivate: true } });
    made.clock.now = Date.now();
    return made;
  };
  const add = async ({ ask, tokens }: Scene, url: string, topics = ALL) => {
    const body = { url, topics };
    const answer = await ask({ path: '/api/hooks', token: tokens.admin, body });
    expect(answer.status).toBe(200);
    return hookAnswer.parse(answer.body);
  };
  const hooks = async ({ ask, tokens }: Scene): Promise<Hook[]> => {
    const answer = await ask({ path: '/api/hooks', token: tokens.admin });
    return hookList.parse(answer.body).hooks;
  };
  const only = async (made: Scene): Promise<Hook> => {
    const [hook] = await hooks(made);
    if (!hook) throw new Error('There is no endpoint.');
    return hook;
  };
  const audit = ({ wsId }: Scene) =>
    db()
      .selectFrom('audit')
      .where('ws_id', '=', wsId)
      .where('action', 'in', ['hook.made', 'hook.changed', 'hook.removed'])
      .select(['action', 'what', 'member_id'])
      .orderBy('at')
      .execute();
  /** Rejected by a rep. @returns the id of what was said */
  const reject = async (made: Scene, email: string) => {
    await made.send({ type: 'track', event: 'Content Downloaded', properties: { email } });
    const card = await made.card(email);
    const choice = { verdict: 'rejected', reason: 'student', note: 'no', until: null } as const;
    const item = verdictItem(card, choice, made.tools);
    await made.say(made.tokens.rep, item);
    return { feedbackId: item.id, leadId: card.leadId };
  };

  it('tell what people say and decide, signed, with who it is about and nothing they did', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    const { secret } = await add(made, receiver.url);
    const email = 'ana@acme.example';
    const traits = { email, name: 'Ana', company: 'Acme' };
    await made.send(
      { type: 'identify', userId: 'u1', traits },
      {
        type: 'track',
        userId: 'u1',
        event: 'Demo Requested',
        properties: { url: 'https://a.example/x' },
      },
    );
    const record = aRecord();
    await made.find(record, { email });
    const card = await made.card(email);
    const choice = {
      verdict: 'rejected',
      reason: 'student',
      note: 'A student.',
      until: null,
    } as const;
    const item = verdictItem(card, choice, made.tools);
    await made.say(made.tokens.rep, item);
    const { leadId } = card;
    const of = { leadId, feedbackId: item.id, resolution: 'kept', reply: 'Why?' } as const;
    const reply = resolutionItem(of, made.tools);
    await made.say(made.tokens.marketer, reply);
    await putInForce(made, gitlabPreset);
    await sendDue(made.store);

    const bodies = receiver.received.map((one) => verified(one, secret));
    const byType = new Map(bodies.map((one) => [one.type, one]));
    expect([...byType.keys()].sort()).toEqual([...ALL].sort());
    expect(bodies).toHaveLength(4);
    const who = { leadId, email, name: 'Ana', company: 'Acme', stage: 'rejected' };
    expect(byType.get('feedback.received')).toMatchObject({
      version: 1,
      workspaceId: made.wsId,
      example: false,
      data: {
        lead: { ...who, records: expect.arrayContaining([record]) },
        feedback: {
          id: item.id,
          kind: 'verdict',
          verdict: 'rejected',
          note: 'A student.',
          by: 'Ben',
        },
      },
    });
    expect(byType.get('resolution.made')).toMatchObject({
      data: {
        lead: who,
        resolution: { id: reply.id, feedbackId: item.id, kind: 'kept', by: 'Ines' },
      },
    });
    expect(byType.get('lead.handed-over')).toMatchObject({ data: { handoff: { by: 'line' } } });
    expect(byType.get('definition.published')).toMatchObject({
      data: { definition: { version: 2 } },
    });
    for (const { text, headers } of receiver.received) {
      expect(text).not.toContain('a.example');
      for (const token of [...Object.values(made.tokens), made.writeKey, secret]) {
        expect(text + JSON.stringify(headers)).not.toContain(token);
      }
    }
    expect((await only(made)).recent.map(({ state, last }) => [state, last])).toEqual(
      Array.from({ length: 4 }, () => ['delivered', '204']),
    );
    await sendDue(made.store);
    expect(receiver.received).toHaveLength(4);
    // Nothing to be found in the tables by whoever gets a copy of them.
    const [row] = await db()
      .selectFrom('hook_endpoint')
      .where('ws_id', '=', made.wsId)
      .select('secret')
      .execute();
    expect(row?.secret).not.toContain(secret.slice(6, 20));
  });

  it('name all records of a person that was several leads', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    const { secret } = await add(made, receiver.url, ['feedback.received']);
    const [older, newer] = ['ana@acme.example', 'ana@home.example'];
    await made.send({ type: 'track', event: 'Demo Requested', properties: { email: older } });
    made.clock.now += 1000;
    await made.send({ type: 'track', event: 'Demo Requested', properties: { email: newer } });
    const [{ leadId }, joined] = [await made.card(older), await made.card(newer)];
    const path = `/api/leads/${leadId}/merge`;
    await made.ask({ path, token: made.tokens.marketer, body: { other: joined.leadId } });
    await reject(made, older);
    await sendDue(made.store);
    const [body] = receiver.received.map((one) => verified(one, secret));
    // Each card was looked at by a record of its own, and one more when it was rejected.
    expect(body).toMatchObject({ data: { lead: { leadId, records: { length: 3 } } } });
  });

  it('tell only what was asked for, and of history that is brought along nothing', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    await add(made, receiver.url, ['lead.handed-over']);
    const timestamp = new Date(made.clock.now - 30 * DAY).toISOString();
    const demo = { type: 'track', event: 'Demo Requested' };
    await made.send({ ...demo, timestamp, properties: { email: 'old@acme.example' } });
    await reject(made, 'bob@acme.example');
    await made.send({ ...demo, properties: { email: 'new@acme.example' } });
    // Said again: they are with sales already.
    await made.send({ ...demo, messageId: 'again', properties: { email: 'new@acme.example' } });
    await sendDue(made.store);
    expect(receiver.received.map(({ text }) => JSON.parse(text).data.lead.email)).toEqual([
      'new@acme.example',
    ]);
  });

  it('are tried again on the schedule, with the same id, until somebody says yes', async () => {
    const made = await scene();
    const receiver = await makeReceiver((response, n) => {
      const status = n === 1 ? 503 : n === 2 ? 302 : 200;
      response.writeHead(status, { location: receiver.url, 'retry-after': '60' }).end();
    });
    const { secret } = await add(made, receiver.url, ['feedback.received']);
    await reject(made, 'ana@acme.example');
    const due = async (ms: number, count: number) => {
      made.clock.now += ms;
      await sendDue(made.store);
      expect(receiver.received).toHaveLength(count);
    };
    await due(0, 1);
    expect((await only(made)).recent[0]).toMatchObject({ state: 'waiting', last: '503' });
    // It asked for a minute, which is more than the five seconds of the schedule.
    await due(59_000, 1);
    await due(10_000, 2);
    expect((await only(made)).recent[0]?.last).toContain('302');
    await due(4 * MINUTE, 2);
    await due(2 * MINUTE, 3);
    expect((await only(made)).recent[0]).toMatchObject({ state: 'delivered', attempts: 3 });
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    verified(receiver.received[0] ?? { id: '', headers: {}, text: '' }, secret);
  });

  it('that cannot be signed any more have had their attempts, too, and say why', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    await add(made, receiver.url, ['feedback.received']);
    await reject(made, 'ana@acme.example');
    const { store } = made;
    store.seal = sealWith('another key, of the same length at least');
    await sendDue(store);
    const [first] = (await only(made)).recent;
    expect(first).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(first?.last).toContain('cannot be read with the key');
    for (let n = 0; n < 10; n += 1) {
      made.clock.now += 27 * HOUR;
      await sendDue(store);
    }
    expect((await only(made)).recent[0]).toMatchObject({ state: 'given-up' });
    expect(receiver.received).toEqual([]);
  });

  it('that cannot be looked for leave nobody waiting for the store to stop', async () => {
    const { store } = await scene();
    const before = getEventListeners(store.stopping, 'abort').length;
    await sql`alter table hook_endpoint rename to hook_endpoint_away`.execute(db());
    await expect(sendDue(store)).rejects.toThrow('hook_endpoint');
    await sql`alter table hook_endpoint_away rename to hook_endpoint`.execute(db());
    expect(getEventListeners(store.stopping, 'abort')).toHaveLength(before);
  });

  it('are given up after three days, and the endpoint is switched off after five, saying why', async () => {
    const made = await scene();
    const receiver = await makeReceiver((response) => void response.writeHead(500).end());
    await add(made, receiver.url, ['feedback.received']);
    await reject(made, 'ana@acme.example');
    const began = made.clock.now;
    while ((await only(made)).recent.some(({ state }) => state === 'waiting')) {
      made.clock.now = Date.parse((await only(made)).recent[0]?.nextAt ?? '');
      await sendDue(made.store);
    }
    expect(receiver.received).toHaveLength(10);
    expect(made.clock.now - began).toBeGreaterThan(3 * DAY);
    expect(made.clock.now - began).toBeLessThan(4 * DAY);
    expect((await only(made)).off).toBeNull();
    made.clock.now = began + 5 * DAY + HOUR;
    await reject(made, 'bob@acme.example');
    await sendDue(made.store);
    const { off } = await only(made);
    expect(off?.why).toContain('5 days');
    expect(off?.why).toContain('500');
    expect((await audit(made)).at(-1)).toMatchObject({ action: 'hook.changed', member_id: null });
    // Off, it is told nothing, and nothing piles up.
    await reject(made, 'cem@acme.example');
    expect((await only(made)).recent.filter(({ state }) => state === 'waiting')).toEqual([]);
  });

  it('stop at once when the receiver says that it is gone', async () => {
    const made = await scene();
    const receiver = await makeReceiver((response) => void response.writeHead(410).end());
    const { hookId } = await add(made, receiver.url, ['feedback.received']);
    await reject(made, 'ana@acme.example');
    await sendDue(made.store);
    expect((await only(made)).off?.why).toContain('410');
    const path = `/api/hooks/${hookId}`;
    const token = made.tokens.admin;
    expect((await made.ask({ path: `${path}/test`, method: 'POST', token, body: {} })).status).toBe(
      409,
    );
    const on = await made.ask({ path, method: 'PUT', token, body: { on: true } });
    expect((on.body as Hook).off).toBeNull();
  });

  it('hold up nobody else when a receiver is slow', async () => {
    const made = await scene();
    const slow = await makeReceiver(() => {});
    const quick = await makeReceiver();
    await add(made, slow.url, ['feedback.received']);
    for (let n = 0; n < 6; n++) await reject(made, `p${n}@acme.example`);
    const sending = sendDue(made.store);
    await slow.until(4);
    await add(made, quick.url, ['feedback.received']);
    await reject(made, 'ana@acme.example');
    // Background work has its turn while four requests hang.
    expect(await made.work()).toBe(true);
    void sendDue(made.store);
    await quick.until(1);
    expect(slow.received).toHaveLength(4);
    // The test does not wait for the fifteen seconds that each of them has.
    void sending;
  });

  it('can be tried with an example, tried again, changed and removed, all of it written down', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    const { hookId, secret } = await add(made, receiver.url);
    const path = `/api/hooks/${hookId}`;
    const token = made.tokens.admin;
    for (const topic of ALL) {
      await made.ask({ path, method: 'PUT', token, body: { topics: [topic] } });
      const test = await made.ask({ path: `${path}/test`, method: 'POST', token, body: {} });
      expect(test).toMatchObject({ status: 200, body: { topic, state: 'waiting' } });
      await sendDue(made.store);
      const last = receiver.received.at(-1);
      expect(last && verified(last, secret)).toMatchObject({ type: topic, example: true });
    }
    const [first] = (await only(made)).recent;
    const again = {
      path: `${path}/deliveries/${first?.deliveryId}`,
      method: 'POST',
      token,
      body: {},
    };
    expect((await made.ask(again)).status).toBe(200);
    await sendDue(made.store);
    expect(receiver.received.at(-1)?.id).toBe(first?.deliveryId);
    expect(receiver.received.filter(({ id }) => id === first?.deliveryId)).toHaveLength(2);
    const off = await made.ask({ path, method: 'PUT', token, body: { on: false } });
    expect((off.body as Hook).off?.why).toBe('Switched off by Ada.');
    const removed = await made.ask({ path, method: 'DELETE', token });
    expect(removed.body).toEqual({ hooks: [] });
    expect((await made.ask({ path, method: 'DELETE', token })).status).toBe(404);
    // All at one time by this clock.
    const deeds = (await audit(made)).map(({ action }) => action).toSorted();
    expect(deeds).toEqual([
      ...ALL.map(() => 'hook.changed'),
      'hook.changed',
      'hook.made',
      'hook.removed',
    ]);
  });

  it('are not sent about somebody who was erased before it came to it', async () => {
    const made = await scene();
    const receiver = await makeReceiver();
    await add(made, receiver.url, ['feedback.received']);
    const { leadId } = await reject(made, 'ana@acme.example');
    await db().deleteFrom('lead').where('lead_id', '=', leadId).execute();
    await sendDue(made.store);
    expect(receiver.received).toEqual([]);
    expect((await only(made)).recent[0]).toMatchObject({ state: 'given-up', nextAt: null });
  });
});
