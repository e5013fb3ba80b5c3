import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../lib/contract/feedback.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { wake } from '../../server/db/migrations/0015-wake.ts';
import { makeStore } from '../../server/store.ts';
import { workOnce } from '../../server/work/once.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { DAY, HOUR, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const did = (event: string, at: number, more: object = {}) => ({
  type: 'track',
  event,
  messageId: `${event} ${at}`,
  timestamp: new Date(at).toISOString(),
  context: { traits: { email: ana, name: 'Ana Silva' } },
  ...more,
});
const looked = (path: string, at: number) => ({
  ...did('', at),
  type: 'page',
  messageId: `${path} ${at}`,
  properties: { path },
});

type Said = Partial<Pick<Verdict, 'verdict' | 'until' | 'wakeOn'>>;

async function say(scene: Scene, said: Said, email = ana, token = scene.tokens.rep) {
  const card = await scene.card(email);
  const full = { verdict: 'recycled' as const, reason: null, note: '', until: null, ...said };
  const item = { ...verdictItem(card, full, scene.tools), ...said };
  const { results } = await scene.say(token, item);
  return { ...results[0], leadId: card.leadId };
}

describe.each(enginesFor(import.meta.url))('recycled leads, on %s', (engine) => {
  const db = useEngine(engine);

  /** Ana has asked for a demo, and the rep has put her to sleep an hour later. */
  async function asleep(said: Said) {
    const scene = await makeScene(db());
    await scene.send(did('Demo Requested', START - HOUR));
    const { outcome, leadId } = await say(scene, said);
    expect(outcome).toBe('stored');
    expect((await scene.cardById(leadId)).stage).toBe('recycled');
    return { scene, leadId, card: () => scene.cardById(leadId) };
  }
  const signal = (...wakeOn: WakeSignal[]) => asleep({ wakeOn });

  it('wake on their day, not before, with a promise of their own', async () => {
    const until = dayOf(START + DAY);
    const { scene, card } = await asleep({ until });
    expect(await card()).toMatchObject({ sleep: { until, signals: [] }, woken: null });
    scene.clock.now += 2 * HOUR;
    await scene.send(did('Content Downloaded', scene.clock.now));
    scene.clock.now = START + DAY - 10 * HOUR;
    await scene.work();
    const before = await card();
    expect(before).toMatchObject({ stage: 'recycled', handoff: { at: iso(START - HOUR + HOUR) } });
    expect(before.handoff?.answeredAt).toBe(iso(START));
    scene.clock.now = START + DAY;
    await scene.work();
    const after = await card();
    expect(after).toMatchObject({
      stage: 'mql',
      sleep: null,
      woken: {
        at: iso(START + DAY),
        because: { is: 'day', label: null },
        events: 1,
        moments: 1,
        pointsThen: before.feedback[0]?.pointsThen,
      },
      handoff: { at: iso(START + DAY), answeredAt: null },
    });
    expect(after.rev).toBeGreaterThan(before.rev);
    const fed = await db()
      .selectFrom('change')
      .where('ws_id', '=', scene.wsId)
      .where('lead_id', '=', after.leadId)
      .select('rev')
      .execute();
    expect(fed).toContainEqual({ rev: after.rev });

    // Until somebody answers again; then it is over, and counted from the waking.
    scene.clock.now += HOUR;
    await say(scene, { verdict: 'accepted', until: null });
    expect(await card()).toMatchObject({
      stage: 'sal',
      woken: null,
      handoff: { at: iso(START + DAY), answeredAt: iso(START + DAY + HOUR) },
    });
    scene.clock.now += 9 * DAY;
    await scene.work();
    expect((await card()).stage).toBe('sal');
  });

  it('do not wake in the evening of the day on which they were put to sleep, wherever that is', async () => {
    const scene = await makeScene(db());
    // Five in the afternoon in Los Angeles; their tomorrow has begun in UTC.
    scene.clock.now = Date.UTC(2026, 10, 24, 1);
    await scene.send(did('Demo Requested', scene.clock.now - HOUR));
    const { leadId, outcome } = await say(scene, { until: '2026-11-24' });
    expect(outcome).toBe('stored');
    await scene.work();
    expect((await scene.cardById(leadId)).stage).toBe('recycled');
    scene.clock.now += 12 * HOUR;
    await scene.work();
    expect((await scene.cardById(leadId)).stage).toBe('mql');
  });

  it('wake by anything worth telling, by both ways in, and by nothing else', async () => {
    const { scene, card } = await signal({ is: 'moment' });
    scene.clock.now += HOUR;
    await scene.send(looked('/blog', START + HOUR), did('Email Opened', START + HOUR));
    await scene.send(did('Email Bounced', START + HOUR), did('Unsubscribed', START + HOUR));
    // Told again, told late, and told of a machine.
    await scene.send(
      did('Demo Requested', START - HOUR),
      did('Webinar Attended', START - 2 * HOUR),
    );
    const robot = { userAgent: 'Barracuda Sentinel', traits: { email: ana } };
    await scene.send(did('Email Link Clicked', START + HOUR, { context: robot }));
    expect((await card()).stage).toBe('recycled');
    scene.clock.now += HOUR;
    await scene.send(did('Webinar Attended', START + HOUR));
    const first = await card();
    expect(first).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'moment' }, at: iso(START + 2 * HOUR) },
    });
    expect(first.woken?.moments).toBeGreaterThan(0);
    // Put to sleep once more, and told of together with something that was here before: the long way.
    await say(scene, { wakeOn: [{ is: 'moment' }] });
    expect(await card()).toMatchObject({ stage: 'recycled', woken: null });
    scene.clock.now += HOUR;
    await scene.send(
      did('Webinar Attended', START + HOUR),
      did('Content Downloaded', scene.clock.now),
    );
    expect(await card()).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'moment' }, events: 1, moments: 1 },
    });
  });

  it('are not woken by a scanner that shows only beside the delivery, by both ways in', async () => {
    for (const before of [[], [did('Demo Requested', START - HOUR)]]) {
      const { scene, card } = await signal({ is: 'moment' });
      scene.clock.now += HOUR;
      const at = START + HOUR / 2;
      await scene.send(...before, did('Email Delivered', at), did('Email Link Clicked', at + 1000));
      expect((await card()).stage).toBe('recycled');
      await scene.send(...before, did('Email Link Clicked', at + HOUR / 4));
      expect(await card()).toMatchObject({ stage: 'mql', woken: { moments: 1 } });
    }
  });

  it('wake by what came while the verdict was on its way, not by what was on screen', async () => {
    const scene = await makeScene(db());
    await scene.send(did('Demo Requested', START - HOUR));
    const recycled = async () => {
      const card = await scene.card(ana);
      const full = { verdict: 'recycled' as const, reason: null, note: '', until: null };
      return verdictItem(card, { ...full, wakeOn: [{ is: 'moment' }] }, scene.tools);
    };
    const heard = async (item: Verdict) => {
      const { results } = await scene.say(scene.tokens.rep, item);
      expect(results[0]?.outcome).toBe('stored');
      return scene.cardById(item.leadId);
    };
    // The clock of this browser is slow: by it, what is on screen is yet to come.
    const item = await recycled();
    const early = { ...item, madeAt: iso(START - 1.5 * HOUR) };
    await scene.send(looked('/blog', START));
    expect(await heard(early)).toMatchObject({ stage: 'recycled', woken: null });
    scene.clock.now += HOUR;
    const offline = await recycled();
    scene.clock.now += HOUR;
    await scene.send(did('Webinar Attended', scene.clock.now));
    await scene.send(did('Trial Started', START));
    scene.clock.now += HOUR;
    expect(await heard(offline)).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'moment' }, at: iso(START + 3 * HOUR), events: 1, moments: 1 },
      handoff: { at: iso(START + 3 * HOUR), answeredAt: null },
    });
    // What woke it once does not do so again.
    expect(await heard(await recycled())).toMatchObject({ stage: 'recycled', woken: null });
  });

  it('wake by what a visitor did meanwhile who turns out to be them', async () => {
    const { scene, card } = await signal({ is: 'moment' });
    scene.clock.now += HOUR;
    const by = (anonymousId: string) => ({ context: {}, anonymousId });
    await scene.send(
      did('Webinar Attended', START - HOUR, by('before')),
      did('Content Downloaded', START + HOUR, by('after')),
    );
    const isThem = (anonymousId: string) =>
      scene.send({
        ...did('', scene.clock.now),
        type: 'identify',
        messageId: anonymousId,
        anonymousId,
      });
    scene.clock.now += HOUR;
    await isThem('before');
    expect(await card()).toMatchObject({ stage: 'recycled', counts: { moments: 2 } });
    await isThem('after');
    expect(await card()).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'moment' }, at: iso(START + 2 * HOUR), events: 1, moments: 1 },
      handoff: { at: iso(START + 2 * HOUR) },
    });
  });

  it('wake when they ask to be called, and when one rule sees something new', async () => {
    const one = await signal({ is: 'asks' });
    one.scene.clock.now += HOUR;
    await one.scene.send(did('Webinar Attended', START + HOUR));
    expect((await one.card()).stage).toBe('recycled');
    await one.scene.send(did('Demo Requested', START + HOUR));
    expect(await one.card()).toMatchObject({
      woken: { because: { is: 'asks', label: null } },
      handoff: { by: 'asked' },
    });

    const other = await signal(
      { is: 'rule', ruleId: 'pricing' },
      { is: 'rule', ruleId: 'content' },
    );
    other.scene.clock.now += HOUR;
    await other.scene.send(looked('/blog', START + HOUR), did('Webinar Attended', START + HOUR));
    expect((await other.card()).stage).toBe('recycled');
    const robot = { userAgent: 'Barracuda Sentinel', traits: { email: ana } };
    await other.scene.send({ ...looked('/pricing', START + HOUR / 2), context: robot });
    expect((await other.card()).stage).toBe('recycled');
    await other.scene.send(looked('/pricing', START + HOUR));
    const { woken } = await other.card();
    expect(woken?.because).toEqual({ is: 'rule', label: expect.stringContaining('ricing') });
  });

  it('wake when their score reaches the line, not because it was over it all along', async () => {
    const over = await signal({ is: 'line' });
    over.scene.clock.now += HOUR;
    await over.scene.send(did('Webinar Attended', START + HOUR));
    expect((await over.card()).stage).toBe('recycled');

    const scene = await makeScene(db());
    await scene.send(did('Content Downloaded', START - HOUR));
    const { leadId } = await say(scene, { wakeOn: [{ is: 'line' }] });
    scene.clock.now += HOUR;
    await scene.send(did('Content Downloaded', START + HOUR));
    expect((await scene.cardById(leadId)).stage).toBe('recycled');
    await scene.send(did('Demo Requested', START + HOUR));
    const card = await scene.cardById(leadId);
    expect(card).toMatchObject({ stage: 'mql', woken: { because: { is: 'line' } } });
    expect(card.woken?.pointsThen).toBeLessThan(card.score.mqlAt);
  });

  it('wake when a new definition draws the line where they are', async () => {
    const scene = await makeScene(db());
    await scene.send(did('Content Downloaded', START - HOUR));
    const { leadId } = await say(scene, { wakeOn: [{ is: 'line' }] });
    await putInForce(scene, { ...gitlabPreset, mqlAt: 2 });
    scene.clock.now += HOUR;
    await scene.work();
    expect(await scene.cardById(leadId)).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'line' }, at: iso(START + HOUR) },
    });
  });

  it('wake by anything worth telling when the rule they wait for is dropped', async () => {
    const { scene, card } = await signal({ is: 'rule', ruleId: 'pricing' });
    const engagement = gitlabPreset.engagement.filter(({ id }) => id !== 'pricing');
    await putInForce(scene, { ...gitlabPreset, engagement });
    scene.clock.now += HOUR;
    await scene.send(looked('/pricing', START + HOUR));
    expect((await card()).stage).toBe('recycled');
    await scene.send(did('Webinar Attended', START + HOUR));
    expect(await card()).toMatchObject({
      stage: 'mql',
      woken: { because: { is: 'moment', label: null } },
    });
  });

  it('wake once, whoever notices, and tell other tools that they were handed over', async () => {
    const { scene, leadId, card } = await asleep({
      until: dayOf(START + DAY),
      wakeOn: [{ is: 'moment' }],
    });
    const hookId = randomUUID();
    const hook = { hook_id: hookId, ws_id: scene.wsId, url: 'https://hook.example', secret: 'x' };
    await db()
      .insertInto('hook_endpoint')
      .values({ ...hook, topics: '["lead.handed-over"]', created_at: new Date(START) })
      .execute();
    const before = await card();
    scene.clock.now = START + DAY;
    const another = makeStore({ ...scene.store, watch: scene.store.watch });
    await Promise.all([
      workOnce(scene.store, { holder: 'one' }),
      // As if the lease had been lost in between.
      workOnce(another, { holder: 'one' }),
      scene.send(did('Webinar Attended', scene.clock.now)),
      scene.send(did('Content Downloaded', scene.clock.now)),
    ]);
    const after = await card();
    expect(after).toMatchObject({ stage: 'mql', handoff: { at: iso(START + DAY) } });
    const told = await db()
      .selectFrom('hook_delivery')
      .where('ws_id', '=', scene.wsId)
      .where('hook_id', '=', hookId)
      .select('lead_id')
      .execute();
    expect(told).toEqual([{ lead_id: leadId }]);
    expect(before.woken).toBeNull();
  });

  it('sleep on under a newer verdict, also one that arrives late, and are won all the same', async () => {
    const { scene, card } = await asleep({ until: dayOf(START + 2 * DAY) });
    // Given first, told later: the one that was given last counts.
    scene.clock.now = START - HOUR / 2;
    const early = await say(scene, { until: dayOf(START) }, ana, await scene.join('Cleo', 'rep'));
    expect(early.outcome).toBe('stored');
    scene.clock.now = START + DAY + HOUR;
    await scene.work();
    expect(await card()).toMatchObject({
      stage: 'recycled',
      sleep: { until: dayOf(START + 2 * DAY) },
    });
    await scene.send(did('Closed Won', START + DAY));
    scene.clock.now = START + 3 * DAY;
    await scene.work();
    expect(await card()).toMatchObject({ stage: 'won', sleep: null, woken: null });
    const teach = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .where('verdict', '=', 'recycled')
      .select('feedback_id')
      .execute();
    expect(teach).toHaveLength(2);
  });

  it('are refused a sleep that nothing ends, that was over before it began, or that no rule knows', async () => {
    const scene = await makeScene(db());
    await scene.send(did('Demo Requested', START - HOUR));
    const refusals = [
      {},
      { until: dayOf(START - DAY) },
      { wakeOn: [{ is: 'rule' as const, ruleId: 'no-such' }] },
      { verdict: 'accepted' as const, until: dayOf(START + DAY) },
      { verdict: 'rejected' as const, wakeOn: [{ is: 'moment' as const }] },
    ];
    for (const said of refusals) {
      expect(await say(scene, said), JSON.stringify(said)).toMatchObject({ outcome: 'refused' });
    }
    expect((await scene.card(ana)).stage).toBe('mql');
  });

  it('sleep and wake with the part they were said of, through merging and taking apart', async () => {
    const { scene, leadId, card } = await asleep({ until: dayOf(START + DAY) });
    const bob = 'bob@acme.example';
    await scene.send({ ...did('Demo Requested', START), context: { traits: { email: bob } } });
    const other = (await scene.card(bob)).leadId;
    const join = { path: `/api/leads/${other}/merge`, token: scene.tokens.marketer };
    expect(await scene.ask({ ...join, body: { other: leadId } })).toMatchObject({ status: 200 });
    expect(await scene.cardById(other)).toMatchObject({ stage: 'recycled', sleep: {} });
    scene.clock.now = START + DAY;
    await scene.work();
    const woken = {
      stage: 'mql',
      woken: { because: { is: 'day' } },
      handoff: { at: iso(START + DAY) },
    };
    expect(await scene.cardById(other)).toMatchObject(woken);
    const merged = await db()
      .selectFrom('lead_merge')
      .where('ws_id', '=', scene.wsId)
      .select('merge_id')
      .executeTakeFirstOrThrow();
    const undo = { path: `/api/merges/${merged.merge_id}/undo`, method: 'POST', body: {} };
    expect(await scene.ask({ ...undo, token: scene.tokens.marketer })).toMatchObject({
      status: 200,
    });
    expect(await card()).toMatchObject(woken);
    expect(await scene.cardById(other)).toMatchObject({
      stage: 'mql',
      woken: null,
      handoff: { at: iso(START) },
    });
  });

  it('wake on days that were said to a store that knew no waking', async () => {
    const { scene, leadId, card } = await asleep({ until: dayOf(START + DAY) });
    const left = { rest: null, wake_at: null };
    await db().updateTable('feedback').set(left).where('lead_id', '=', leadId).execute();
    scene.clock.now = START + DAY;
    await scene.work();
    expect((await card()).stage).toBe('recycled');
    await wake.up(db());
    await scene.work();
    expect(await card()).toMatchObject({ stage: 'mql', woken: { because: { is: 'day' } } });
    // Nobody sleeps who was answered since, also before the day has come that shows it.
    const said = await asleep({ until: dayOf(START + 9 * DAY) });
    await say(said.scene, { verdict: 'accepted' });
    const { leadId: other } = said;
    await db().updateTable('feedback').set(left).where('lead_id', '=', other).execute();
    await wake.up(db());
    expect(await said.card()).toMatchObject({ stage: 'sal', sleep: null });
    said.scene.clock.now = START + 9 * DAY;
    await said.scene.work();
    expect(await said.card()).toMatchObject({ stage: 'sal', woken: null });
  });

  it('are gone from everywhere once erased', async () => {
    const { scene, leadId } = await asleep({
      until: dayOf(START + DAY),
      wakeOn: [{ is: 'moment' }],
    });
    const put = {
      path: `/api/leads/${leadId}/watch`,
      method: 'PUT',
      token: scene.tokens.rep,
      body: {},
    };
    expect(await scene.ask(put)).toMatchObject({ body: { watching: true } });
    const body = { leadId, email: ana };
    const erase = { path: '/api/privacy/erase', token: scene.tokens.admin, body };
    expect(await scene.ask(erase)).toMatchObject({ status: 200 });
    scene.clock.now = START + 2 * DAY;
    await scene.work();
    const rows = await db()
      .selectFrom('feedback')
      .where('ws_id', '=', scene.wsId)
      .select(['rest', 'wake_at', 'woken_at'])
      .execute();
    expect(rows).toEqual([{ rest: null, wake_at: null, woken_at: null }]);
    const watched = await db()
      .selectFrom('watched')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    expect(watched).toEqual([]);
  });
});

function iso(at: number): string {
  return new Date(at).toISOString();
}
