import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { frozenLead } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Preview } from '../../lib/contract/learning.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { toJson } from '../../server/db/json.ts';
import { matchingHash } from '../../server/leads/counting.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { aRecord, DAY, HOUR, makeScene, type Scene, START } from './support/scene.ts';

const rule = {
  id: 'fair',
  label: 'Came through the job fair',
  test: { is: 'came-from' as const, first: 'campaign' as const, values: ['job fair'] },
  points: -5,
};
const withRule: LeadDefinition = { ...gitlabPreset, fit: [...gitlabPreset.fit, rule] };

describe.each(enginesFor(import.meta.url))('where a lead came from, on %s', (engine) => {
  const db = useEngine(engine);

  const event = (userId: string, name: string, at: number, campaign: string) => ({
    type: 'track',
    event: name,
    messageId: randomUUID(),
    userId,
    timestamp: new Date(at).toISOString(),
    context: { campaign: { name: campaign } },
    properties: { email: userId },
  });
  const judge = async (scene: Scene, who: string, verdict: VerdictKind) => {
    const said = { verdict, reason: null, note: '', until: null };
    await scene.say(scene.tokens.rep, verdictItem(await scene.card(who), said, scene.tools));
  };
  const pointsIn = (scene: Scene, leadId: string) =>
    db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .where('lead_id', '=', leadId)
      .select('points')
      .executeTakeFirstOrThrow();
  const frozen = async (scene: Scene) => {
    const rows = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .orderBy('decided_at')
      .execute();
    return rows.map(({ body }) => frozenLead.parse(body).fit);
  };

  it('counts as a fit rule wherever points are shown, and follows the first touch', async () => {
    const scene = await makeScene(db(), {}, withRule);
    const [ana, eve] = ['ana@acme.example', 'eve@acme.example'];
    await scene.send(
      event(ana, 'Webinar Attended', START - HOUR, 'spring'),
      event(eve, 'Webinar Attended', START - HOUR, 'job fair'),
    );
    const [one, other] = [await scene.card(ana), await scene.card(eve)];
    expect(one.score.points - other.score.points).toBe(5);
    expect(other.score.contributions).toContainEqual(
      expect.objectContaining({ ruleId: 'fair', side: 'fit', points: -5 }),
    );
    expect(await pointsIn(scene, other.leadId)).toEqual({ points: other.score.points });
    // What comes late may have been first: an older touch moves the points as it is stored.
    await scene.send(event(ana, 'Email Opened', START - 9 * DAY, 'job fair'));
    const after = await scene.card(ana);
    expect(after.score.contributions.map(({ ruleId }) => ruleId)).toContain('fair');
    expect(await pointsIn(scene, one.leadId)).toEqual({ points: after.score.points });
    // And a list says the same.
    const items = [{ record: aRecord(), facts: { email: ana } }];
    const path = '/api/leads/scores';
    const { body } = await scene.ask({ path, token: scene.tokens.rep, body: { items } });
    expect(body).toMatchObject({ items: [{ points: after.score.points }] });
  });

  it('is frozen as it was known, found for verdicts from before, and tells a preview whom it meets', async () => {
    const scene = await makeScene(db());
    const [ana, eve] = ['ana@acme.example', 'eve@acme.example'];
    await scene.send(
      event(ana, 'Demo Requested', START - HOUR, 'spring'),
      event(eve, 'Demo Requested', START - HOUR, 'job fair'),
    );
    await judge(scene, ana, 'accepted');
    scene.clock.now += HOUR;
    await judge(scene, eve, 'rejected');
    // That Ana had been at the fair before became known after the verdict.
    await scene.send(event(ana, 'Email Opened', START - 9 * DAY, 'job fair'));
    await putInForce(scene, { ...gitlabPreset, mqlAt: 24 });
    await scene.work();
    const known = [
      expect.objectContaining({ campaign: 'spring', source: 'Website' }),
      expect.objectContaining({ campaign: 'job fair', source: 'Website' }),
    ];
    expect(await frozen(scene)).toEqual(known);

    // As a store of before this had them, its process begun anew with another way to tell events apart.
    const other = { ...gitlabPreset, engagement: gitlabPreset.engagement.toReversed() };
    await putInForce(scene, { ...other, mqlAt: 24 }, 2);
    const rows = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    for (const { feedback_id, body } of rows) {
      const { source: _, campaign: __, ...fit } = body.fit;
      await db()
        .updateTable('verdict_case')
        .set({ body: toJson({ ...body, matching: matchingHash(other), fit }) })
        .where('feedback_id', '=', feedback_id)
        .execute();
    }
    expect(await frozen(scene)).toMatchObject([{ campaign: null }, { campaign: null }]);
    const preview = async () => {
      const body = { definition: { ...other, fit: withRule.fit, mqlAt: 24 } };
      const path = '/api/definitions/preview';
      return (await scene.ask({ path, token: scene.tokens.marketer, body })).body as Preview;
    };
    expect((await preview()).rejectedAvoided).toBe(0);
    await scene.work();
    expect(await frozen(scene)).toEqual(known);
    expect(await preview()).toMatchObject({
      rejectedAvoided: 1,
      acceptedLost: 0,
      flips: [{ name: eve, accepted: false }],
    });
  });
});
