import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counters } from '../../lib/contract/counters.ts';
import { countersOf, dayOf, decayedAt } from '../../lib/score/counters.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { pointsOn } from '../../lib/score/score.ts';
import type { Db } from '../../server/db/database.ts';
import { firstOf } from '../../server/leads/first-touch.ts';
import { fitOf } from '../../server/leads/person.ts';
import { eventsOf } from '../../server/leads/scored-events.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();
const today = dayOf(START);

/** Counters as far as they say anything: the day a value stands at may differ while the value of any day is the same. */
function meaning({ people, rules }: Counters) {
  const own = Object.entries(rules).map(([id, rule]) => {
    const { days, times, discounted, lastAt } = rule;
    const value = decayedAt(rule, today, gitlabPreset.halfLifeDays);
    return [id, { days, times, discounted, lastAt, value: Math.round(value * 1e9) }] as const;
  });
  return { people, rules: Object.fromEntries(own) };
}

async function stored(db: Db, wsId: string) {
  const leads = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .where('merged_into', 'is', null)
    .selectAll()
    .execute();
  const rows = await db.selectFrom('counter').where('ws_id', '=', wsId).selectAll().execute();
  const counters = new Map(rows.map((row) => [row.lead_id, row.body]));
  const events = await eventsOf(
    db,
    wsId,
    leads.map((lead) => lead.lead_id),
  );
  return { leads, counters, events };
}

/** What is stored about every lead is what counting all of its events anew would make of it. */
async function expectCounted(db: Db, wsId: string) {
  const { leads, counters, events } = await stored(db, wsId);
  expect(counters.size).toBe(leads.length);
  for (const lead of leads) {
    const own = events.get(lead.lead_id) ?? [];
    const anew = countersOf(own, gitlabPreset);
    const kept = counters.get(lead.lead_id);
    expect(kept && meaning(kept)).toEqual(meaning(anew));
    expect(lead.points).toBe(pointsOn(anew, fitOf(lead), gitlabPreset, today));
    const { first_at, first_source, first_campaign } = lead;
    expect({ first_at, first_source, first_campaign }).toEqual(firstOf(own));
  }
}

const names = ['Content Downloaded', 'Webinar Attended', 'Form Submitted', 'Demo Requested'];
const mails = ['Email Delivered', 'Email Link Clicked', 'Email Opened'];
const happening = fc.record({
  name: fc.constantFrom(...names, ...mails, ...mails, 'page'),
  who: fc.constantFrom<object>(
    { userId: ana },
    { anonymousId: 'v1' },
    { anonymousId: 'v1', userId: ana },
    { userId: 'bob@acme.example' },
  ),
  // Few days and seconds, so that days overflow and clicks come fast.
  day: fc.integer({ min: 0, max: 4 }),
  second: fc.integer({ min: 0, max: 5 }),
  machine: fc.boolean(),
  campaign: fc.constantFrom('Spring', 'Autumn'),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const sent = (one: Happening, messageId: string) => ({
  type: one.name === 'page' ? 'page' : 'track',
  event: one.name,
  messageId,
  ...one.who,
  timestamp: iso(START - HOUR - one.day * 30 * DAY + one.second * 1000),
  properties: { title: 'Pricing', url: 'https://acme.example/pricing', machine: one.machine },
  context: { campaign: { name: one.campaign } },
});

describe.each(enginesFor(import.meta.url))('counting, on %s', (engine) => {
  const db = useEngine(engine);
  const event = (name: string, at: number, more: object = {}) => ({
    type: 'track',
    event: name,
    messageId: randomUUID(),
    userId: ana,
    timestamp: iso(at),
    properties: { email_id: 'spring' },
    ...more,
  });
  const counterOf = async (scene: Scene, rule: string) => {
    const { counters } = await stored(db(), scene.wsId);
    return [...counters.values()][0]?.rules[rule];
  };

  it('gives what counting anew gives, in any batches, order, repetition and lateness', async () => {
    const batches = fc.array(fc.array(happening, { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        const scene = await makeScene(db());
        const messages = all.map((batch) => batch.map((one) => sent(one, randomUUID())));
        for (const batch of messages) await scene.send(...batch);
        // And once more, as a proxy that repeats would.
        await Promise.all(messages.map((batch) => scene.send(...batch)));
        await expectCounted(db(), scene.wsId);
      }),
      { numRuns: 15 },
    );
  });

  it('takes back a click that was counted when the delivery tells that it was too fast', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Email Link Clicked', START - DAY + 1000));
    expect(await counterOf(scene, 'clicked')).toMatchObject({ times: 1, discounted: 0 });
    await scene.send(event('Email Delivered', START - DAY));
    expect(await counterOf(scene, 'clicked')).toMatchObject({ times: 0, discounted: 1 });
    // Another mail's delivery in the same second says nothing.
    await scene.send(event('Email Link Clicked', START - 2 * DAY + 1000));
    const other = { properties: { email_id: 'autumn' } };
    await scene.send(event('Email Delivered', START - 2 * DAY, other));
    expect(await counterOf(scene, 'clicked')).toMatchObject({ times: 1, discounted: 1 });
    await expectCounted(db(), scene.wsId);
  });

  it('reads no event of a lead to count one more, and all of them when it has no counters', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Webinar Attended', START - DAY));
    const { leadId } = await scene.card(ana);
    // As if the counters knew of more than the events: whoever adds to them keeps it.
    await db()
      .updateTable('counter')
      .set((eb) => ({ body: eb.fn('jsonb_set', ['body', eb.val('{people}'), eb.val('7')]) }))
      .where('lead_id', '=', leadId)
      .execute();
    await scene.send(event('Webinar Attended', START));
    const people = async () => [...(await stored(db(), scene.wsId)).counters.values()][0]?.people;
    expect(await people()).toBe(8);
    await db().deleteFrom('counter').where('lead_id', '=', leadId).execute();
    await scene.send(event('Webinar Attended', START + MINUTE));
    expect(await people()).toBe(3);
  });

  it('counts the joined history of two that turn out to be one', async () => {
    const scene = await makeScene(db());
    const visitor = { anonymousId: 'v1', userId: undefined };
    await scene.send(event('Email Link Clicked', START - DAY + 1000, visitor));
    await scene.send(event('Email Delivered', START - DAY), event('Demo Requested', START));
    await scene.send({ type: 'identify', userId: ana, anonymousId: 'v1', traits: { email: ana } });
    expect((await stored(db(), scene.wsId)).leads).toHaveLength(1);
    await expectCounted(db(), scene.wsId);
    expect(await counterOf(scene, 'clicked')).toMatchObject({ times: 0, discounted: 1 });
  });

  const handed = async (definition: object, ...messages: object[]) => {
    const scene = await makeScene(db(), {}, { ...gitlabPreset, ...definition });
    await scene.send(...messages);
    const { leads } = await stored(db(), scene.wsId);
    return leads.map(({ stage, handed_by }) => ({ stage, handed_by }));
  };

  it('says by what a lead was handed to sales', async () => {
    expect(await handed({}, event('Demo Requested', START))).toEqual([
      { stage: 'mql', handed_by: 'line' },
    ]);
    expect(await handed({ mqlAt: 60 }, event('Demo Requested', START))).toEqual([
      { stage: 'mql', handed_by: 'asked' },
    ]);
    expect(await handed({ mqlAt: 60 }, event('Webinar Attended', START))).toEqual([
      { stage: 'inquiry', handed_by: null },
    ]);
    // Asked so long ago that it is over.
    const old = START - 91 * DAY;
    expect(await handed({ mqlAt: 60 }, event('Demo Requested', old))).toEqual([
      { stage: 'inquiry', handed_by: null },
    ]);
  });

  it('hands over a share of those below the line who did something just now, and no history', async () => {
    const people = (at: number) =>
      Array.from({ length: 200 }, (_, n) =>
        event('Webinar Attended', at, { userId: `p${n}@acme.example` }),
      );
    const share = { auditShare: 0.2 };
    const now = await handed(share, ...people(START));
    const audited = now.filter(({ handed_by }) => handed_by === 'audit');
    expect(audited.length).toBeGreaterThan(15);
    expect(audited.length).toBeLessThan(70);
    expect(audited.every(({ stage }) => stage === 'mql')).toBe(true);
    const history = await handed(share, ...people(START - 9 * DAY));
    expect(history.every(({ handed_by }) => handed_by === null)).toBe(true);
  });

  it('reads how many work at a company, however it is written', async () => {
    const scene = await makeScene(db());
    const cases: [unknown, number | null][] = [
      [25, 25],
      ['25', 25],
      ['51-200', 51],
      ['1,001-5,000', 1001],
      ['10.000+ Mitarbeiter', 10_000],
      ['more than 500', 500],
      ['many', null],
      [-1, null],
      [{}, null],
      ['9'.repeat(90), null],
    ];
    for (const [place, [said, expected]] of cases.entries()) {
      const email = `p${place}@acme.example`;
      const traits = place % 2 ? { company: { employees: said } } : { companySize: said };
      await scene.send({ type: 'identify', userId: email, traits: { email, ...traits } });
      const { leadId } = await scene.card(email);
      const lead = await db()
        .selectFrom('lead')
        .where('lead_id', '=', leadId)
        .select('traits')
        .executeTakeFirstOrThrow();
      expect(lead.traits.employees ?? null, String(said)).toBe(expected);
    }
    const group = { type: 'group', userId: ana, groupId: 'g', traits: { employees: '120' } };
    await scene.send(group);
    const row = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .where('email', '=', ana)
      .selectAll()
      .execute();
    expect(row.at(-1)?.traits.employees).toBe(120);
  });
});
