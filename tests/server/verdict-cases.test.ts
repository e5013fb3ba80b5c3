import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { frozenLead } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { flagItem, registrationItem, verdictItem } from '../../lib/feedback/items.ts';
import { dayOf } from '../../lib/score/counters.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();

describe.each(enginesFor(import.meta.url))('what a verdict freezes, on %s', (engine) => {
  const db = useEngine(engine);

  const event = (name: string, at: number, more: object = {}) => ({
    type: 'track',
    event: name,
    messageId: randomUUID(),
    userId: ana,
    timestamp: iso(at),
    properties: {},
    ...more,
  });
  const identify = (traits: object, at: number) => ({
    type: 'identify',
    userId: ana,
    traits,
    timestamp: iso(at),
  });
  const judge = async (scene: Scene, kind: VerdictKind = 'accepted', more: object = {}) => {
    const card = await scene.card(ana);
    const said = { verdict: kind, reason: null, note: '', until: null };
    const item = { ...verdictItem(card, said, scene.tools), ...more };
    const { results } = await scene.say(scene.tokens.rep, item);
    expect(results).toMatchObject([{ outcome: 'stored' }]);
    return { card, item };
  };
  const cases = async (scene: Scene) => {
    const rows = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .orderBy('decided_at')
      .execute();
    return rows.map((row) => ({ ...row, body: frozenLead.parse(row.body) }));
  };

  it('is the lead as it was, whatever comes after', async () => {
    const scene = await makeScene(db());
    await scene.send(
      identify({ email: ana, title: 'Analyst', employees: 40 }, START - DAY),
      event('Webinar Attended', START - HOUR),
    );
    const { card } = await judge(scene, 'rejected', { reason: 'student' });
    scene.clock.now += HOUR;
    await scene.send(
      identify({ title: 'VP Operations' }, scene.clock.now),
      event('Demo Requested', scene.clock.now),
    );
    const [one, ...others] = await cases(scene);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      lead_id: card.leadId,
      decided_at: new Date(START),
      verdict: 'rejected',
      reason: 'student',
      body: {
        day: dayOf(START),
        fit: { email: ana, title: 'Analyst', employees: 40, industry: null },
        points: card.score.points,
        definitionVersion: 1,
        salesSourced: false,
      },
    });
    expect(Object.keys(one?.body.counters.rules ?? {})).toEqual(['webinar']);
  });

  it('holds nothing that came between the giving and the arriving of a verdict', async () => {
    const scene = await makeScene(db());
    await scene.send(
      identify({ email: ana, title: 'Analyst', country: 'DE' }, START - DAY),
      event('Webinar Attended', START - HOUR),
    );
    const given = { madeAt: iso(START + MINUTE) };
    scene.clock.now += 3 * DAY;
    await scene.send(
      event('Demo Requested', START + HOUR),
      // On the day of the verdict, but before it, and told late.
      event('Content Downloaded', START),
      identify({ title: 'VP Operations' }, START + 2 * DAY),
    );
    await judge(scene, 'accepted', given);
    const [one] = await cases(scene);
    expect(one?.decided_at).toEqual(new Date(START + MINUTE));
    expect(Object.keys(one?.body.counters.rules ?? {}).sort()).toEqual(['content', 'webinar']);
    // The title is another one since, so what it was is not on record; the country is as it was.
    expect(one?.body.fit).toMatchObject({ title: null, country: 'DE', email: ana });
  });

  it('is made once per verdict, and of flags not at all', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', START));
    const { card, item } = await judge(scene);
    await scene.say(scene.tokens.rep, item, item);
    const flag = { flag: 'score_too_low', ruleId: null, fault: null, note: '' } as const;
    await scene.say(scene.tokens.rep, flagItem(card, flag, scene.tools));
    expect(await cases(scene)).toHaveLength(1);
    await judge(scene, 'qualified', { seq: 1 });
    expect((await cases(scene)).map(({ verdict }) => verdict)).toEqual(['accepted', 'qualified']);
  });

  it('says who was registered by sales, and survives any text', async () => {
    const scene = await makeScene(db());
    await scene.say(
      scene.tokens.rep,
      registrationItem(aRecord(), { name: 'Ana', email: ana }, scene.tools),
    );
    await judge(scene, 'rejected', { reason: 'was \0 \uD800 once' });
    expect(await cases(scene)).toMatchObject([
      { reason: 'was \uFFFD \uFFFD once', body: { salesSourced: true } },
    ]);
  });

  it('goes with a lead that is merged', async () => {
    const scene = await makeScene(db());
    const visitor = { userId: 'u1' };
    await scene.send({ ...identify({ name: 'Ana' }, START), userId: 'u1' });
    await scene.send(event('Demo Requested', START, visitor));
    const { lead_id } = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const item = verdictItem(await scene.cardById(lead_id), said, scene.tools);
    await scene.say(scene.tokens.rep, item);
    await scene.send(identify({ email: ana }, START));
    await scene.send({ ...identify({ email: ana }, START), userId: 'u1' });
    const { leadId } = await scene.card(ana);
    expect(leadId).not.toBe(lead_id);
    expect(await cases(scene)).toMatchObject([{ lead_id: leadId, feedback_id: item.id }]);
  });

  it('is counted again from the same events when a new definition tells them apart otherwise', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Webinar Attended', START - HOUR, { properties: { title: 'Plan' } }));
    await judge(scene);
    scene.clock.now += HOUR;
    await scene.send(event('Webinar Attended', scene.clock.now, { properties: { title: 'Plan' } }));
    const rule = {
      id: 'plan',
      label: 'Attended “Plan”',
      kind: 'webinar_attended',
      where: { field: 'title', contains: ['plan'] },
      points: 9,
      cap: 18,
      perDay: 1,
    };
    const definition = {
      ...gitlabPreset,
      engagement: [rule, ...gitlabPreset.engagement],
    } as LeadDefinition;
    await scene.work();
    await putInForce(scene, definition);
    const [before] = await cases(scene);
    await scene.work();
    const [after] = await cases(scene);
    expect(Object.keys(before?.body.counters.rules ?? {})).toEqual(['webinar']);
    expect(after?.body).toMatchObject({
      ...before?.body,
      matching: expect.not.stringMatching(String(before?.body.matching)),
      counters: { people: 1, rules: { plan: { times: 1 } } },
    });
  });
});
