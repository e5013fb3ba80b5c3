import { describe, expect, it } from 'vitest';
import { engagementRule } from '../../lib/contract/definition.ts';
import { outcomeKind } from '../../lib/contract/words.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { countersOf, noCounters } from '../../lib/score/counters.ts';
import { ruleFor } from '../../lib/score/match.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const email = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();
const track = (event: string, at: number, more: object = {}) => ({
  type: 'track',
  event,
  userId: email,
  messageId: `${event} ${at}`,
  timestamp: iso(at),
  ...more,
});
const verdictOn = async (scene: Scene, verdict: 'accepted' | 'recycled' | 'disqualified') => {
  const said = { verdict, reason: null, note: '', until: '2027-06-01' };
  const item = verdictItem(await scene.card(email), said, scene.tools);
  const { results } = await scene.say(scene.tokens.rep, item);
  expect(results[0]?.outcome).toBe('stored');
};

describe('outcomes', () => {
  it('are taken by no rule, whatever a definition says, and counted by no counter', () => {
    const happened = {
      name: 'Deal won',
      title: 'Acme',
      path: null,
      campaign: null,
      at: START,
      machine: false,
    };
    const [rule] = gitlabPreset.engagement;
    for (const kind of outcomeKind.options) {
      expect(engagementRule.safeParse({ ...rule, kind }).success).toBe(false);
      // As it might come out of an old table.
      const odd = {
        ...gitlabPreset,
        engagement: [{ ...rule, kind }],
      } as unknown as typeof gitlabPreset;
      expect(ruleFor({ ...happened, kind }, odd)).toBeNull();
      expect(countersOf([{ ...happened, kind }], odd)).toEqual(noCounters(odd));
    }
  });
});

describe.each(enginesFor(import.meta.url))('outcomes, on %s', (engine) => {
  const db = useEngine(engine);

  it('move the stage by the time they happened, in whatever order they are told', async () => {
    const scene = await makeScene(db());
    const stage = async () => (await scene.card(email)).stage;
    await scene.send(track('Opportunity Created', START - 3 * DAY));
    expect(await stage()).toBe('opportunity');
    await scene.send(track('Closed Won', START - DAY), track('Deal Lost', START - 2 * DAY));
    expect(await stage()).toBe('won');
    await scene.send(track('opportunity_closed_lost', START - 4 * DAY));
    expect(await stage()).toBe('won');
  });

  it('and verdicts: the newest word wins, told late or not', async () => {
    const scene = await makeScene(db());
    await scene.send(track('Opportunity Created', START - HOUR));
    await verdictOn(scene, 'recycled');
    expect((await scene.card(email)).stage).toBe('recycled');
    await scene.send(track('Deal Lost', START - MINUTE));
    expect((await scene.card(email)).stage).toBe('recycled');
    scene.clock.now += HOUR;
    await scene.send(track('Deal Won', START + MINUTE));
    expect((await scene.card(email)).stage).toBe('won');
    await verdictOn(scene, 'accepted');
    expect((await scene.card(email)).stage).toBe('sal');
  });

  it('survive becoming another lead', async () => {
    const scene = await makeScene(db());
    await scene.send({ ...track('Deal Won', START - HOUR), userId: undefined, anonymousId: 'v1' });
    await scene.send(track('Demo Requested', START - 2 * HOUR));
    expect((await scene.card(email)).stage).toBe('mql');
    await scene.send({ type: 'identify', userId: email, anonymousId: 'v1' });
    expect((await scene.card(email)).stage).toBe('won');
  });

  it('never change a score, nor what a verdict teaches, nor where a lead came from', async () => {
    const [without, withThem] = [await makeScene(db()), await makeScene(db())];
    const events = [
      track('Form Submitted', START - 5 * DAY, { properties: { form: 'Contact' } }),
      { type: 'page', userId: email, name: 'Pricing', messageId: 'p', timestamp: iso(START - DAY) },
    ];
    const outcomes = [
      track('Opportunity Created', START - 9 * DAY),
      track('Deal Lost', START - 8 * DAY),
      track('Deal Won', START - 2 * HOUR),
    ];
    await withThem.send(...outcomes.slice(0, 1));
    for (const scene of [without, withThem]) await scene.send(...events);
    await withThem.send(...outcomes);
    const cards = [await without.card(email), await withThem.card(email)];
    expect(cards[1]?.score).toEqual(cards[0]?.score);
    expect(cards[1]?.story).toEqual(cards[0]?.story);
    expect(cards[1]?.counts.all).toBe(5);
    for (const scene of [without, withThem]) await verdictOn(scene, 'accepted');
    const taught = async (scene: Scene) => {
      const [row] = await db()
        .selectFrom('verdict_case')
        .where('ws_id', '=', scene.wsId)
        .select('body')
        .execute();
      return row?.body;
    };
    expect(await taught(withThem)).toEqual(await taught(without));
    const lead = (scene: Scene) =>
      db()
        .selectFrom('lead')
        .where('ws_id', '=', scene.wsId)
        .select(['points', 'first_at', 'first_source', 'stale_on'])
        .execute();
    expect(await lead(withThem)).toEqual(await lead(without));
  });

  it('are told before anybody decides, and in the timeline', async () => {
    const scene = await makeScene(db());
    await scene.send(
      track('Deal Won', START - 20 * DAY, { properties: { deal_name: 'Acme 2025' } }),
      track('Opportunity Created', START - DAY),
    );
    const card = await scene.card(email);
    expect(card.warnings).toEqual([
      { kind: 'customer', text: 'A customer since 2 November 2026: “Acme 2025”.' },
      { kind: 'open_opportunity', text: 'An opportunity has been open since 21 November 2026.' },
    ]);
    expect(card.moments.map(({ kind, title, detail }) => [kind, title, detail])).toEqual([
      ['opportunity_opened', 'Opportunity opened', null],
      ['deal_won', 'Deal won', 'Acme 2025'],
    ]);
    await scene.send(track('Deal Lost', START - HOUR));
    expect((await scene.card(email)).warnings.map(({ kind }) => kind)).toEqual(['customer']);
  });
});
