import { randomUUID } from 'node:crypto';
import { setImmediate as onceMore } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TimelinePage } from '../../lib/contract/event.ts';
import { registrationItem, resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { createWatch } from '../../server/leads/watch.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const bob = 'bob@acme.example';
const iso = (at: number) => new Date(at).toISOString();

const event = (name: string, at: number, properties: object = {}, more: object = {}) => ({
  type: 'track',
  event: name,
  messageId: randomUUID(),
  userId: ana,
  timestamp: iso(at),
  properties,
  ...more,
});
const page = (title: string, path: string, at: number, more: object = {}) => ({
  ...event('', at, { title, url: `https://acme.example${path}` }, more),
  type: 'page',
});

describe.each(enginesFor(import.meta.url))('leads, on %s', (engine) => {
  const db = useEngine(engine);

  it('answers that it failed, and goes on, when the database is away', async () => {
    let isAway = false;
    const failing = db().withPlugin({
      transformQuery: ({ node }) => {
        // Who asks is still known; nothing else is.
        if (isAway && !JSON.stringify(node).includes('device')) throw new Error('it is away');
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const scene = await makeScene(failing);
    await scene.send(page('Home', '/', START));
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    isAway = true;
    const token = scene.tokens.rep;
    const body = { record: aRecord(), facts: {} };
    expect(await scene.ask({ path: '/api/leads/find', token, body })).toMatchObject({
      status: 500,
    });
    expect(await scene.ask({ path: `/api/leads/${randomUUID()}`, token })).toMatchObject({
      status: 500,
    });
    await onceMore();
    // One that nobody hears ends the process, and with it everybody's work.
    expect(unheard).toEqual([]);
  });

  it('gives a card with everything the sidebar paints', async () => {
    const scene = await makeScene(db());
    const campaign = { context: { campaign: { name: 'Spring', source: 'linkedin' } } };
    await scene.send(
      {
        type: 'identify',
        userId: ana,
        traits: { email: ana, name: 'Ana Silva', title: 'VP Operations', company: 'Acme' },
      },
      page('Home', '/', START - 40 * DAY, campaign),
      page('Pricing', '/pricing', START - 3 * DAY),
      page('Pricing', '/pricing', START - 2 * DAY),
      page('Pricing', '/pricing', START - 2 * DAY + MINUTE),
      event('Webinar Attended', START - DAY, { title: 'Plan well' }),
      event('Demo Requested', START - HOUR),
    );
    const card = await scene.card(ana);
    expect(card).toMatchObject({
      who: { name: 'Ana Silva', title: 'VP Operations', company: 'Acme', email: ana },
      knownBy: ['email'],
      stage: 'mql',
      optedOut: false,
      salesSourced: false,
      counts: { all: 6, moments: 2 },
      sources: [{ name: 'Website', lastAt: iso(START - HOUR) }],
      handoff: { at: iso(START), dueAt: iso(START + 24 * HOUR), answeredAt: null, by: 'line' },
      asOf: iso(START),
    });
    expect(card.moments.map(({ title }) => title)).toEqual([
      'Asked for a demo',
      'Attended “Plan well” webinar',
    ]);
    const sum = card.score.contributions.reduce((total, { points }) => total + points, 0);
    expect(sum).toBe(card.score.points);
    expect(card.score.trend.at(-1)).toBe(card.score.points);
    expect(card.story.map(({ text }) => text).join('')).toBe(
      'First seen on 13 October 2026 through linkedin, campaign “Spring”: viewed “Home”. ' +
        'Keeps coming back to “Pricing” (3 times, last on 20 November 2026). ' +
        'Last on 22 November 2026: asked for a demo.',
    );
    expect(card.story.find(({ text }) => text === '“Pricing”')?.url).toBe(
      'https://acme.example/pricing',
    );
  });

  it('knows a record again that was found by its address, before the page has settled', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    const record = aRecord();
    expect(await scene.find(record)).toEqual({ found: false });
    expect(await scene.find(record, { email: ' ANA@acme.example' })).toMatchObject({
      found: true,
      card: { knownBy: ['email'], who: { email: ana } },
    });
    expect(await scene.find(record)).toMatchObject({ found: true, card: { knownBy: ['record'] } });
    expect(await scene.find(record, { email: ana })).toMatchObject({
      card: { knownBy: ['record', 'email'] },
    });
  });

  it('never links a record anew because its page shows another address', async () => {
    const scene = await makeScene(db());
    await scene.send(
      event('Demo Requested', START),
      event('Demo Requested', START, {}, { userId: bob }),
    );
    const record = aRecord();
    await scene.find(record, { email: ana });
    for (let times = 0; times < 2; times++) {
      expect(await scene.find(record, { email: bob })).toMatchObject({
        card: { who: { email: ana }, knownBy: ['record'] },
      });
    }
  });

  it('finds nobody by what is no address, and nobody it does not know', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    for (const email of [
      '',
      'ana',
      'ana@acme',
      'ana@acme.example, bob@acme.example',
      'x@acme.example',
    ]) {
      expect(await scene.find(aRecord(), { email, name: 'Ana' })).toEqual({ found: false });
    }
  });

  it('links one record once, however many ask at once', async () => {
    const scene = await makeScene(db());
    await scene.send(
      event('Demo Requested', START),
      event('Demo Requested', START, {}, { userId: bob }),
    );
    const record = aRecord();
    const answers = await Promise.all(
      [ana, bob, ana, bob].map((email) => scene.find(record, { email })),
    );
    const last = await scene.find(record);
    if (!last.found) throw new Error('not found');
    expect(answers.every(({ found }) => found)).toBe(true);
    expect(await scene.find(record)).toMatchObject({ card: { leadId: last.card.leadId } });
  });

  it('answers 304 until something changes, or a day has passed', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    const { leadId } = await scene.card(ana);
    const get = (tag?: string) =>
      scene.ask({
        path: `/api/leads/${leadId}`,
        token: scene.tokens.rep,
        ...(tag ? { headers: { 'if-none-match': tag } } : {}),
      });
    const tag = String((await get()).headers.get('etag'));
    expect(await get(tag)).toMatchObject({ status: 304, body: null });
    expect((await get(`"x", W/${tag}`)).status).toBe(304);
    await scene.send(event('Trial Started', START));
    const changed = await get(tag);
    expect(changed.status).toBe(200);
    scene.clock.now += DAY;
    expect((await get(String(changed.headers.get('etag')))).status).toBe(200);
  });

  it('turns the pages of the timeline without losing or repeating one', async () => {
    const scene = await makeScene(db());
    // Ten at the same millisecond each, so that the time alone could not order them.
    const events = Array.from({ length: 60 }, (_, n) =>
      n % 3 === 0
        ? event('Content Downloaded', START - Math.floor(n / 10) * MINUTE, { title: `${n}` })
        : page(`${n}`, '/x', START - Math.floor(n / 10) * MINUTE),
    );
    await scene.send(...events);
    const { leadId } = await scene.card(ana);
    const all = async (filter: string) => {
      const found: TimelinePage['events'] = [];
      let before = '';
      for (;;) {
        const query = new URLSearchParams({ filter, limit: '7', ...(before ? { before } : {}) });
        const path = `/api/leads/${leadId}/events?${query}`;
        const { body } = await scene.ask({ path, token: scene.tokens.rep });
        const { events: some, next } = body as TimelinePage;
        found.push(...some);
        if (next === null) return found;
        before = next;
      }
    };
    const everything = await all('all');
    expect(new Set(everything.map(({ id }) => id)).size).toBe(60);
    expect(everything.map(({ at }) => at)).toEqual(
      everything
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
    const moments = await all('moments');
    expect(moments).toHaveLength(20);
    expect(moments.every(({ moment }) => moment)).toBe(true);
  });

  const waits = (scene: Scene, leadId: string, rev: number, signal?: AbortSignal) =>
    scene.ask({
      path: `/api/leads/${leadId}/changes?rev=${rev}&wait=25`,
      token: scene.tokens.rep,
      ...(signal ? { signal } : {}),
    });
  const untilWaiting = async (watch: { listening: () => number }, count: number) => {
    while (watch.listening() !== count) await new Promise(setImmediate);
  };

  it('tells who waits that a lead has changed: an event, a verdict, an answer, a merge', async () => {
    const watch = createWatch(db(), () => {}, 1_000_000);
    const scene = await makeScene(db(), { watch });
    await scene.send(event('Demo Requested', START));
    const { leadId } = await scene.card(ana);
    const card = await scene.cardById(leadId);
    const said = { verdict: 'rejected', reason: null, note: '', until: null } as const;
    const verdict = verdictItem(card, said, scene.tools);
    const answer = { leadId, feedbackId: verdict.id, resolution: 'kept', reply: 'ok' } as const;
    const changes = [
      () => scene.send(event('Trial Started', START)),
      () => scene.say(scene.tokens.rep, verdict),
      () => scene.say(scene.tokens.marketer, resolutionItem(answer, scene.tools)),
      () =>
        scene.send(
          event('', START, {}, { type: 'identify', anonymousId: 'v1', traits: { title: 'CEO' } }),
        ),
    ];
    for (const change of changes) {
      const { rev } = await scene.cardById(leadId);
      const waiting = waits(scene, leadId, rev);
      await untilWaiting(watch, 1);
      await change();
      const { body } = await waiting;
      expect(body).toMatchObject({ changed: true });
      expect((body as { rev: number }).rev).toBeGreaterThan(rev);
    }
    expect(watch.listening()).toBe(0);
  });

  it('answers at once when the client is behind, and after the time when nothing happens', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    const { leadId, rev } = await scene.cardById((await scene.card(ana)).leadId);
    expect((await waits(scene, leadId, rev - 1)).body).toEqual({ rev, changed: true });
    const path = `/api/leads/${leadId}/changes?rev=${rev}&wait=0`;
    const { body } = await scene.ask({ path, token: scene.tokens.rep });
    expect(body).toEqual({ rev, changed: false });
  });

  it('lets nobody wait who has gone, nor when the store stops', async () => {
    const watch = createWatch(db(), () => {}, 1_000_000);
    const stopping = new AbortController();
    const scene = await makeScene(db(), { watch, stopping: stopping.signal });
    await scene.send(event('Demo Requested', START));
    const { leadId } = await scene.card(ana);
    const { rev } = await scene.cardById(leadId);
    const gone = new AbortController();
    const left = waits(scene, leadId, rev, gone.signal);
    const stays = waits(scene, leadId, rev);
    await untilWaiting(watch, 2);
    gone.abort();
    await untilWaiting(watch, 1);
    stopping.abort();
    expect((await stays).body).toEqual({ rev, changed: false });
    await left;
    expect(watch.listening()).toBe(0);
  });

  it('notices what another process changed', async () => {
    const [here, there] = [createWatch(db(), () => {}, 20), createWatch(db(), () => {}, 20)];
    const scene = await makeScene(db(), { watch: here });
    await scene.send(event('Demo Requested', START));
    const { leadId } = await scene.card(ana);
    const { rev } = await scene.cardById(leadId);
    const waiting = waits(scene, leadId, rev);
    await untilWaiting(here, 1);
    const { createStore } = await import('../../server/store.ts');
    const other = createStore({ db: db(), watch: there, now: () => START });
    await other.request('/v1/batch', {
      method: 'POST',
      body: JSON.stringify({ writeKey: scene.writeKey, batch: [event('Trial Started', START)] }),
    });
    expect((await waiting).body).toMatchObject({ changed: true });
  });

  it('makes a lead of somebody sales found, under the id the client made', async () => {
    const scene = await makeScene(db());
    const record = aRecord();
    const facts = { name: 'Cy Young', email: 'Cy@Acme.example', company: 'Acme', title: 'CEO' };
    const item = registrationItem(record, facts, scene.tools);
    const { results } = await scene.say(scene.tokens.rep, item, item);
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'duplicate']);
    const found = await scene.find(record);
    expect(found).toMatchObject({
      found: true,
      card: {
        leadId: item.leadId,
        salesSourced: true,
        who: { name: 'Cy Young', email: 'cy@acme.example', company: 'Acme', title: 'CEO' },
        stage: 'inquiry',
        feedback: [],
      },
    });
    // What marketing sees of them later joins.
    await scene.send({ ...event('Demo Requested', START), userId: 'cy@acme.example' });
    expect(await scene.cardById(item.leadId)).toMatchObject({ stage: 'mql', counts: { all: 1 } });
  });

  it('takes a registered lead that was known after all for the one it knew', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    const known = await scene.card(ana);
    const record = aRecord();
    const item = registrationItem(record, { name: 'Ana S.', email: ana }, scene.tools);
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const verdict = verdictItem({ ...known, leadId: item.leadId }, said, scene.tools);
    const { results } = await scene.say(scene.tokens.rep, item, verdict);
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await scene.cardById(item.leadId)).toMatchObject({
      leadId: known.leadId,
      salesSourced: false,
      stage: 'sal',
      who: { name: 'Ana S.' },
    });
    expect(await scene.find(record)).toMatchObject({ card: { leadId: known.leadId } });
  });
});
