import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { createWatch } from '../../server/leads/watch.ts';
import { startWork } from '../../server/work/ticker.ts';
import { partOf } from '../../server/work/turn.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const iso = (at: number) => new Date(at).toISOString();
const person = (n: number) => `p${n}@acme.example`;

const event = (name: string, at: number, userId: string, properties: object = {}) => ({
  type: 'track',
  event: name,
  messageId: randomUUID(),
  userId,
  timestamp: iso(at),
  properties,
});

const signed = (change: Partial<LeadDefinition>): LeadDefinition => ({
  ...gitlabPreset,
  ...change,
});

describe.each(enginesFor(import.meta.url))('background work, on %s', (engine) => {
  const db = useEngine(engine);
  // Every test is a process of its own.
  beforeEach(async () => void (await db().deleteFrom('lease').execute()));
  const rowOf = (leadId: string) =>
    db().selectFrom('lead').where('lead_id', '=', leadId).selectAll().executeTakeFirstOrThrow();
  const leadsOf = (scene: Scene) =>
    db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .where('merged_into', 'is', null)
      .selectAll()
      .execute();
  const rescoring = async (scene: Scene) => {
    const { body } = await scene.ask({ path: '/api/learning', token: scene.tokens.marketer });
    return (body as LearningAnswer).rescoring;
  };

  it('keeps the points of a lead what its card says, on any later day', async () => {
    const scene = await makeScene(db(), { idleMs: Number.POSITIVE_INFINITY });
    await scene.send(
      event('Demo Requested', START, person(1)),
      event('Webinar Attended', START - 3 * DAY, person(1)),
      event('Content Downloaded', START - 9 * DAY, person(1)),
      event('Unsubscribed', START - DAY, person(2)),
      event('Webinar Attended', START - 2 * DAY, person(2)),
    );
    const cards = [await scene.card(person(1)), await scene.card(person(2))];
    const seen = new Set<number>();
    for (const days of [1, 2, 5, 13, 40, 90, 200, 700]) {
      scene.clock.now = START + days * DAY;
      await scene.work();
      for (const { leadId } of cards) {
        const { points } = await rowOf(leadId);
        expect((await scene.cardById(leadId)).score.points, `${days} days`).toBe(points);
        seen.add(points);
      }
    }
    expect(seen.size).toBeGreaterThan(5);
    // Nothing is left to fade, so nobody has to look again.
    for (const lead of await leadsOf(scene)) {
      if (lead.stale_on !== null) expect(lead.stale_on).toBeGreaterThan(START / DAY + 700);
    }
  });

  it('touches only those whose day has come, and tells who looks at them', async () => {
    const watch = createWatch(db(), () => {}, 1_000_000);
    const scene = await makeScene(db(), { watch });
    await scene.send(event('Demo Requested', START, person(1)), event('page', START, person(2)));
    const [one, two] = [await scene.card(person(1)), await scene.card(person(2))];
    await scene.work();
    const [before, still] = [await rowOf(one.leadId), await rowOf(two.leadId)];
    const heard = watch.listen(scene.wsId, one.leadId);
    scene.clock.now += 20 * DAY;
    await scene.work();
    await heard.happened;
    expect((await rowOf(one.leadId)).rev).toBe(before.rev + 1);
    expect((await rowOf(two.leadId)).rev).toBe(still.rev);
  });

  it('scores everybody under a new definition, with progress, and hands over who crosses the line', async () => {
    const scene = await makeScene(db());
    const emails = Array.from({ length: 130 }, (_, n) => person(n));
    await scene.send(
      ...emails.map((email, n) =>
        n === 0
          ? event('Demo Requested', START - HOUR, email)
          : event('Webinar Attended', START - HOUR, email),
      ),
    );
    const [demo, webinar] = [await scene.card(person(0)), await scene.card(person(1))];
    expect([demo.stage, webinar.stage]).toEqual(['mql', 'inquiry']);
    scene.clock.now += HOUR;
    // A webinar is worth more, a demo less; and another half-life, so that days are recounted.
    const engagement = gitlabPreset.engagement.map((rule) => {
      if (rule.id === 'webinar') return { ...rule, points: 16 };
      return rule.id === 'demo' ? { ...rule, points: 5, handsOver: false } : rule;
    });
    const definition = signed({ engagement, halfLifeDays: 30 });
    const answer = await putInForce(scene, definition);
    expect(answer).toMatchObject({
      version: 2,
      rescoring: { version: 2, total: 130, done: 0, finishedAt: null },
    });
    // At once on the card, soon in the ranking.
    expect((await scene.cardById(webinar.leadId)).score).toMatchObject({
      points: 23,
      definitionVersion: 2,
    });
    expect(await rowOf(webinar.leadId)).toMatchObject({ points: 15, scored_version: 1 });
    scene.clock.now += HOUR;
    await scene.work();
    const at = iso(scene.clock.now);
    expect(await rescoring(scene)).toMatchObject({ total: 130, done: 130, finishedAt: at });
    for (const lead of await leadsOf(scene)) expect(lead.scored_version).toBe(2);
    expect(await scene.cardById(webinar.leadId)).toMatchObject({ stage: 'mql', handoff: { at } });
    expect(await rowOf(webinar.leadId)).toMatchObject({ points: 23, handed_by: 'line' });
    // Below the line now, but sales has it.
    expect(await scene.cardById(demo.leadId)).toMatchObject({
      stage: 'mql',
      score: { points: 12 },
      handoff: { at: iso(START) },
    });
  });

  it('counts from the events again when a definition tells them apart otherwise', async () => {
    const scene = await makeScene(db());
    await scene.send(
      event('Webinar Attended', START - HOUR, person(1), { title: 'Plan well' }),
      event('Webinar Attended', START - DAY, person(1), { title: 'Other' }),
    );
    const { leadId } = await scene.card(person(1));
    const special = {
      id: 'plan-well',
      label: 'Attended “Plan well”',
      kind: 'webinar_attended' as const,
      where: { field: 'title' as const, contains: ['plan well'] },
      points: 12,
      cap: 12,
      perDay: 1,
    };
    await putInForce(scene, signed({ engagement: [special, ...gitlabPreset.engagement] }));
    await scene.work();
    const { score } = await scene.cardById(leadId);
    expect(score.points).toBe(12 + 8 + 7);
    expect(await rowOf(leadId)).toMatchObject({ points: 27, scored_version: 2, stage: 'mql' });
  });

  it('goes on where it stopped, a little per turn', async () => {
    const scene = await makeScene(db());
    await scene.send(
      ...Array.from({ length: 60 }, (_, n) => event('Webinar Attended', START, person(n))),
    );
    await putInForce(scene, signed({ mqlAt: 21 }));
    await scene.work({ budgetMs: 0 });
    expect(await rescoring(scene)).toMatchObject({ done: 0, finishedAt: null });
    // What changes by itself meanwhile is not scored twice.
    await scene.send(event('Webinar Attended', START, person(1)));
    await scene.work();
    expect(await rescoring(scene)).toMatchObject({ total: 60, done: 60 });
    const revs = (await leadsOf(scene)).map(({ rev }) => rev);
    expect(new Set(revs)).toEqual(new Set([3]));
  });

  it('says what points mean under a new definition before everybody is scored', async () => {
    const stopping = new AbortController();
    const watch = createWatch(db(), () => {}, 1_000_000);
    let isPublished = false;
    const stopAtFirst = (wsId: string, leadId: string) => {
      if (isPublished) stopping.abort();
      watch.changed(wsId, leadId);
    };
    const scene = await makeScene(db(), {
      stopping: stopping.signal,
      watch: { ...watch, changed: stopAtFirst },
    });
    await scene.send(event('Webinar Attended', START, person(1)));
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    await scene.say(scene.tokens.rep, verdictItem(await scene.card(person(1)), said, scene.tools));
    await putInForce(scene, signed({ mqlAt: 21 }));
    expect((await scene.card(person(1))).score).toMatchObject({ chance: null, verdicts: 1 });
    isPublished = true;
    await scene.work();
    expect(stopping.signal.aborted).toBe(true);
    const made = await db()
      .selectFrom('calibration')
      .where('ws_id', '=', scene.wsId)
      .select(['definition_version', 'verdicts'])
      .execute();
    expect(made).toEqual([{ definition_version: 2, verdicts: 1 }]);
    expect(await rescoring(scene)).toMatchObject({ finishedAt: null });
  });

  it('leaves time of a turn for whoever comes after', async () => {
    const turn = { mayGoOn: async () => true, leftMs: () => 60_000 };
    const part = partOf(turn, 20);
    expect(await part.mayGoOn()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await part.mayGoOn()).toBe(false);
    expect(part.leftMs()).toBeLessThan(0);
    expect(partOf(turn, Number.POSITIVE_INFINITY).leftMs()).toBe(60_000);
  });

  it('is done once when two processes are at it, and goes on when one dies', async () => {
    const scene = await makeScene(db());
    await scene.send(
      ...Array.from({ length: 40 }, (_, n) => event('Webinar Attended', START, person(n))),
    );
    await putInForce(scene, signed({ mqlAt: 21 }));
    const turns = await Promise.all([scene.work({ holder: 'one' }), scene.work({ holder: 'two' })]);
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(new Set((await leadsOf(scene)).map(({ rev }) => rev))).toEqual(new Set([3]));
    const [other] = turns[0] ? ['two'] : ['one'];
    const late = { holder: String(other) };
    expect(await scene.work(late)).toBe(false);
    // Its own clock says that the other one's time is over; the database's, which counts, does not.
    scene.clock.now += 61_000;
    expect(await scene.work(late)).toBe(false);
    const expires = (inMs: number) =>
      db()
        .updateTable('lease')
        .set({ expires_at: new Date(Date.now() + inMs) })
        .execute();
    await expires(10 * MINUTE);
    expect(await scene.work(late)).toBe(false);
    await expires(-1000);
    expect(await scene.work(late)).toBe(true);
    // Left behind by a clock that was a year ahead.
    await expires(365 * DAY);
    expect(await scene.work({ holder: 'three' })).toBe(true);
  });

  it('leaves merged and erased leads alone', async () => {
    const scene = await makeScene(db(), { idleMs: Number.POSITIVE_INFINITY });
    await scene.send(
      event('Demo Requested', START, person(1)),
      { ...event('Webinar Attended', START, person(1)), userId: undefined, anonymousId: 'v1' },
      event('Demo Requested', START, person(2)),
    );
    await scene.send({ type: 'identify', userId: person(1), anonymousId: 'v1' });
    const gone = await scene.card(person(2));
    for (const table of ['lead', 'event', 'counter', 'identity'] as const) {
      await db().deleteFrom(table).where('lead_id', '=', gone.leadId).execute();
    }
    await putInForce(scene, signed({ mqlAt: 21 }));
    scene.clock.now += 100 * DAY;
    await scene.work();
    const rows = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    const merged = rows.find(({ merged_into }) => merged_into !== null);
    expect(merged?.scored_version).not.toBe(2);
    expect(rows.filter(({ scored_version }) => scored_version === 2)).toHaveLength(1);
    const counters = await db()
      .selectFrom('counter')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    expect(counters).toHaveLength(1);
    expect(await rescoring(scene)).toMatchObject({ total: 1, done: 1 });
  });

  it('runs by itself until the store stops, and lets another process go on at once', async () => {
    const stopping = new AbortController();
    const scene = await makeScene(db(), { stopping: stopping.signal });
    await scene.send(event('Demo Requested', START, person(1)));
    const { leadId } = await scene.card(person(1));
    const before = await rowOf(leadId);
    scene.clock.now += 30 * DAY;
    const work = startWork(scene.store);
    while ((await rowOf(leadId)).points === before.points) await new Promise(setImmediate);
    stopping.abort();
    await work.ended;
    const { count } = await db()
      .selectFrom('lease')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(0);
  });
});
