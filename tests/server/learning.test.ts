import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { DefinitionDraft, LearningAnswer, Preview } from '../../lib/contract/learning.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { countersOf, dayOf } from '../../lib/score/counters.ts';
import { seeded } from '../../lib/score/learn/random.ts';
import type { ScoredEvent } from '../../lib/score/match.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { toJson } from '../../server/db/json.ts';
import { matchingHash } from '../../server/leads/counting.ts';
import { proposeMonthly } from '../../server/work/propose.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const iso = (at: number) => new Date(at).toISOString();
const person = (n: number) => `p${n}@acme.example`;

describe.each(enginesFor(import.meta.url))('learning, on %s', (engine) => {
  const db = useEngine(engine);

  const event = (name: string, at: number, userId: string) => ({
    type: 'track',
    event: name,
    messageId: randomUUID(),
    userId,
    timestamp: iso(at),
    properties: {},
  });
  const learning = async (scene: Scene) =>
    (await scene.ask({ path: '/api/learning', token: scene.tokens.marketer }))
      .body as LearningAnswer;
  /** Whoever asks gets what there is, and a new study is made for whoever asks next. */
  const caughtUp = async (scene: Scene) => {
    for (;;) {
      const answer = await learning(scene);
      if (answer.madeAt === iso(scene.clock.now)) return answer;
      await new Promise(setImmediate);
    }
  };
  const withPoints = (points: number): LeadDefinition => ({
    ...gitlabPreset,
    engagement: gitlabPreset.engagement.map((rule) =>
      rule.id === 'webinar' ? { ...rule, points, cap: 2 * points } : rule,
    ),
  });

  /** Sixty people; whoever attended a webinar is accepted four times in five, whoever downloaded something once in five. */
  const judged = async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 60 }, (_, n) => person(n));
    const did = (n: number) => (n % 2 ? 'Webinar Attended' : 'Content Downloaded');
    await scene.send(...people.map((who, n) => event(did(n), START - DAY, who)));
    for (const [n, who] of people.entries()) {
      scene.clock.now += MINUTE;
      const accepted = n % 2 === 1 ? n % 10 !== 1 : n % 10 === 0;
      const kind = accepted ? 'accepted' : 'rejected';
      const said = { verdict: kind, reason: null, note: '', until: null } as const;
      const item = verdictItem(await scene.card(who), said, scene.tools);
      await scene.say(scene.tokens.rep, item);
    }
    return scene;
  };

  it('says what sixty verdicts teach, and nothing before there is any', async () => {
    const empty = await makeScene(db());
    await empty.send(event('Demo Requested', START, person(1)));
    expect(await learning(empty)).toMatchObject({
      definition: { version: 1 },
      madeAt: iso(START),
      verdicts: { all: 0, used: 0, accepted: 0, leftOut: [], unanswered: 1 },
      quality: { n: 0, auc: null },
      suggestions: [],
      draft: null,
      rescoring: null,
    });

    const scene = await judged();
    await scene.work();
    const answer = await learning(scene);
    expect(answer).toMatchObject({
      verdicts: { all: 60, used: 60, accepted: 30, unanswered: 0 },
      quality: { n: 60, accepted: 30 },
      madeAt: iso(scene.clock.now),
    });
    expect(answer.quality.auc?.value).toBeCloseTo(0.8, 1);
    const shown = answer.bands.reduce((sum, { n }) => sum + n, 0);
    expect(shown).toBe(60);
  });

  it('shows on the card what points have meant, and a new card when verdicts changed that', async () => {
    const scene = await judged();
    const { leadId } = await scene.card(person(1));
    const get = (tag?: string) =>
      scene.ask({
        path: `/api/leads/${leadId}`,
        token: scene.tokens.rep,
        ...(tag ? { headers: { 'if-none-match': tag } } : {}),
      });
    const tag = String((await get()).headers.get('etag'));
    expect((await scene.cardById(leadId)).score).toMatchObject({ chance: null, verdicts: 60 });
    await scene.work();
    expect((await get(tag)).status).toBe(200);
    const { score } = await scene.cardById(leadId);
    expect(score.verdicts).toBe(60);
    expect(score.chance?.percent).toBeGreaterThan(55);
    expect(score.chance?.like).toMatchObject({ n: 60, accepted: 30 });
    const line = score.contributions.find(({ ruleId }) => ruleId === 'webinar');
    expect(line?.evidence).toEqual({ n: 30, accepted: 24 });
    // What was promised goes with the verdict.
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const item = verdictItem(await scene.cardById(leadId), said, scene.tools);
    expect(item.snapshot.chance).toBe(score.chance?.percent);
  });

  it('learns from each of the first verdicts in seconds, and once a day without any', async () => {
    const scene = await judged();
    const made = async () => {
      await scene.work();
      const row = await db()
        .selectFrom('calibration')
        .where('ws_id', '=', scene.wsId)
        .selectAll()
        .executeTakeFirstOrThrow();
      return { at: row.made_at.getTime(), verdicts: row.verdicts };
    };
    const first = await made();
    expect(first).toEqual({ at: scene.clock.now, verdicts: 60 });
    const said = { verdict: 'qualified', reason: null, note: '', until: null } as const;
    const item = verdictItem(await scene.card(person(3)), said, scene.tools);
    await scene.say(scene.tokens.rep, item);
    scene.clock.now += 1000;
    expect(await made()).toEqual(first);
    scene.clock.now += 1000;
    const second = scene.clock.now;
    expect(await made()).toEqual({ at: second, verdicts: 61 });
    // Studies may be a minute behind, when they take long.
    scene.clock.now += 60_000;
    expect((await learning(scene)).verdicts).toMatchObject({ all: 60, used: 60 });
    expect((await caughtUp(scene)).verdicts).toMatchObject({ all: 61, used: 60 });
    // And once a day without any, since verdicts grow old.
    scene.clock.now = second + 23 * HOUR;
    expect((await made()).at).toBe(second);
    scene.clock.now += HOUR;
    expect((await made()).at).toBe(second + DAY);
  });

  it('previews another definition with the names of who would change hands', async () => {
    const scene = await judged();
    const preview = async (definition: LeadDefinition) => {
      const path = '/api/definitions/preview';
      const body = { definition };
      return (await scene.ask({ path, token: scene.tokens.marketer, body })).body as Preview;
    };
    const changed = await preview(withPoints(16));
    expect(changed).toMatchObject({
      verdicts: 60,
      before: { volume: 0, precision: null },
      after: { volume: 30, precision: 0.8 },
      acceptedWon: 24,
      rejectedTaken: 6,
      acceptedLost: 0,
      rejectedAvoided: 0,
    });
    expect(changed.flips).toHaveLength(30);
    for (const { name } of changed.flips) expect(name).toMatch(/^p\d+@acme\.example$/);
    // Again from what is kept, and with a rule that it does not hold.
    expect(await preview(withPoints(16))).toEqual(changed);
    expect(await preview({ ...gitlabPreset, mqlAt: 15 })).toMatchObject({
      after: { volume: 30, precision: 0.8 },
    });
    const faster = await preview({ ...withPoints(16), halfLifeDays: 1 });
    expect(faster.after.volume).toBe(0);
    // Nothing of it is in force.
    expect((await learning(scene)).definition).toEqual(gitlabPreset);
  });

  it('makes studies and previews anew when verdicts were counted again for a new version', async () => {
    const scene = await judged();
    await scene.work();
    const engagement = gitlabPreset.engagement.map((rule) =>
      rule.id === 'webinar' ? { ...rule, where: { field: 'title', contains: ['plan'] } } : rule,
    ) as LeadDefinition['engagement'];
    const definition = { ...gitlabPreset, engagement };
    await putInForce(scene, definition);
    const path = '/api/definitions/preview';
    const token = scene.tokens.marketer;
    const body = { definition: { ...definition, mqlAt: 15 } };
    const preview = async () => (await scene.ask({ path, token, body })).body as Preview;
    const quick = await learning(scene);
    expect(quick.quality.auc?.value).toBeCloseTo(0.8, 1);
    expect((await preview()).after.volume).toBe(30);
    // Nobody's webinar was about a plan.
    await scene.work();
    expect((await preview()).after.volume).toBe(0);
    scene.clock.now += MINUTE;
    expect((await learning(scene)).madeAt).toBe(quick.madeAt);
    expect((await caughtUp(scene)).quality.auc?.value).toBeLessThan(0.6);
  });

  it('tells an admin who judges otherwise than the others, and a marketer only how often two agree', async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 80 }, (_, n) => person(n));
    await scene.send(...people.map((who) => event('Webinar Attended', START - DAY, who)));
    const strict = await scene.join('Sam', 'rep');
    for (const [n, who] of people.entries()) {
      const card = await scene.card(who);
      const by = n % 2 ? strict : scene.tokens.rep;
      const kind = n % 2 ? 'rejected' : 'accepted';
      const said = { verdict: kind, reason: null, note: '', until: null } as const;
      await scene.say(by, verdictItem(card, said, scene.tools));
      // On two leads both have their say.
      if (n > 1) continue;
      scene.clock.now += MINUTE;
      await scene.say(
        scene.tokens.admin,
        verdictItem(card, { ...said, verdict: 'accepted' }, scene.tools),
      );
    }
    const asked = async (token: string) =>
      (await scene.ask({ path: '/api/learning', token })).body as LearningAnswer;
    const { agreement } = await asked(scene.tokens.admin);
    expect(agreement).toMatchObject({ pairs: 2, same: 1 });
    const sam = agreement.unusual.find(({ name }) => name === 'Sam');
    expect(sam).toMatchObject({ n: 40, accepted: 0 });
    expect(sam?.promised).toBeGreaterThan(0.5);
    expect((await asked(scene.tokens.marketer)).agreement).toEqual({
      pairs: 2,
      same: 1,
      unusual: [],
    });
  });

  it('keeps one draft, with what it rests on, until it is thrown away or something is published', async () => {
    const scene = await judged();
    const { marketer: token } = scene.tokens;
    const path = '/api/definitions/drafts';
    const draft = async (definition: LeadDefinition) =>
      (await scene.ask({ path, token, body: { definition, basedOn: 1 } })).body as DefinitionDraft;
    const first = await draft(withPoints(12));
    expect(first).toMatchObject({
      by: 'Ines',
      basedOn: 1,
      definition: { version: 2, signedBy: { marketing: null, sales: null } },
      changes: [
        '“Attended a webinar” counts 12, was 8',
        '“Attended a webinar” counts at most 24 in all, was 16',
      ],
      before: { volume: 0 },
      after: { volume: 0 },
    });
    scene.clock.now += MINUTE;
    const second = await draft(withPoints(16));
    expect((await learning(scene)).draft).toEqual(second);
    await scene.ask({ path: `${path}/${second.draftId}`, method: 'DELETE', token });
    expect((await learning(scene)).draft).toBeNull();
    await putInForce(scene, withPoints(10));
    expect((await learning(scene)).draft).toBeNull();
  });

  /** Straight into the table: three hundred judged leads, whose webinars were worth far more than agreed. */
  const withHistory = async () => {
    const scene = await makeScene(db());
    const random = seeded(7);
    const rows = Array.from({ length: 300 }, (_, n) => {
      const attended = n % 2 === 0;
      const at = START - (n % 60) * DAY - HOUR;
      const did: ScoredEvent = {
        kind: attended ? 'webinar_attended' : 'content_downloaded',
        name: 'x',
        title: null,
        path: null,
        campaign: null,
        at: at - HOUR,
        machine: false,
      };
      const fit = { email: person(n), title: null, company: null };
      const nothing = {
        industry: null,
        country: null,
        employees: null,
        source: null,
        campaign: null,
      };
      const lead = {
        day: dayOf(at),
        fit: { ...fit, ...nothing },
        counters: countersOf([did], gitlabPreset),
        matching: matchingHash(gitlabPreset),
        salesSourced: false,
        points: 15,
        definitionVersion: 1,
      };
      return {
        lead_id: randomUUID(),
        ws_id: scene.wsId,
        feedback_id: randomUUID(),
        decided_at: new Date(at),
        member_id: randomUUID(),
        verdict: random() < (attended ? 0.85 : 0.1) ? ('accepted' as const) : ('rejected' as const),
        reason: null,
        body: toJson(lead),
      };
    });
    await db().insertInto('verdict_case').values(rows).execute();
    return scene;
  };

  it('proposes once a month what verdicts suggest, and applies none of it', async () => {
    const scene = await withHistory();
    await scene.work();
    const { draft, definition, suggestions } = await learning(scene);
    expect(suggestions.map(({ ruleId }) => ruleId)).toContain('webinar');
    expect(draft).toMatchObject({ by: 'monthly refresh', basedOn: 1, definition: { version: 2 } });
    expect(draft?.changes.join()).toContain('“Attended a webinar” counts');
    expect(draft?.after?.auc).toBeGreaterThanOrEqual(Number(draft?.before?.auc));
    expect(definition).toEqual(gitlabPreset);

    const token = scene.tokens.marketer;
    const path = `/api/definitions/drafts/${draft?.draftId}`;
    await scene.ask({ path, method: 'DELETE', token });
    for (let hours = 0; hours < 3; hours++) {
      scene.clock.now += HOUR;
      await scene.work();
    }
    expect((await learning(scene)).draft).toBeNull();
    scene.clock.now = Date.UTC(2026, 11, 1, 1);
    await scene.work();
    const next = (await learning(scene)).draft;
    expect(next).toMatchObject({ by: 'monthly refresh', madeAt: iso(scene.clock.now) });
    await scene.work();
    expect((await learning(scene)).draft).toEqual(next);
  });

  it('leaves a draft alone that somebody is working on', async () => {
    const scene = await withHistory();
    const token = scene.tokens.marketer;
    const path = '/api/definitions/drafts';
    const body = { definition: withPoints(9), basedOn: 1 };
    const { body: own } = await scene.ask({ path, token, body });
    await scene.work();
    expect((await learning(scene)).draft).toEqual(own);
  });

  it('has its draft come to lie beneath nobody’s, nor born of a version that was replaced', async () => {
    const openOnes = (scene: Scene) =>
      db()
        .selectFrom('definition_draft')
        .where('ws_id', '=', scene.wsId)
        .where('closed_at', 'is', null)
        .select('draft_id')
        .execute();
    const token = (scene: Scene) => scene.tokens.marketer;
    const path = '/api/definitions/drafts';
    const drafted = await withHistory();
    const one = proposeMonthly(drafted.store, drafted.wsId);
    await setTimeout(60);
    const body = { definition: withPoints(9), basedOn: 1 };
    const { body: own } = await drafted.ask({ path, token: token(drafted), body });
    await one;
    expect(await openOnes(drafted)).toEqual([{ draft_id: (own as DefinitionDraft).draftId }]);

    const published = await withHistory();
    const two = proposeMonthly(published.store, published.wsId);
    await setTimeout(60);
    await putInForce(published, withPoints(9));
    await two;
    expect(await openOnes(published)).toEqual([]);
  });

  it('replaces the draft that a change was built on, and no other', async () => {
    const scene = await makeScene(db());
    const { marketer: token } = scene.tokens;
    const path = '/api/definitions/drafts';
    const draft = async (points: number, more: { replaces?: string | null } = {}) => {
      scene.clock.now += MINUTE;
      const body = { definition: withPoints(points), basedOn: 1, ...more };
      const answer = await scene.ask({ path, token, body });
      return { status: answer.status, draft: answer.body as DefinitionDraft };
    };
    const first = await draft(9, { replaces: null });
    expect(first.status).toBe(200);
    const second = await draft(10, { replaces: first.draft.draftId });
    expect(second.status).toBe(200);
    for (const replaces of [null, first.draft.draftId]) {
      expect(await draft(11, { replaces })).toMatchObject({
        status: 409,
        draft: { code: 'conflict', title: 'Somebody changed the draft meanwhile' },
      });
    }
    expect((await learning(scene)).draft).toEqual(second.draft);
    // Thrown away meanwhile: then nobody else's work is lost.
    const gone = second.draft.draftId;
    await scene.ask({ path: `${path}/${gone}`, method: 'DELETE', token });
    expect((await draft(12, { replaces: gone })).status).toBe(200);
    expect((await draft(13)).status).toBe(200);
    const both = await Promise.all([draft(14), draft(15)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await putInForce(scene, withPoints(9));
    expect((await draft(16)).status).toBe(409);
  });

  it('previews verdicts on leads that were erased', async () => {
    const scene = await withHistory();
    const path = '/api/definitions/preview';
    const body = { definition: withPoints(16) };
    const answer = await scene.ask({ path, token: scene.tokens.marketer, body });
    expect(answer).toMatchObject({ status: 200, body: { verdicts: 300 } });
    const { flips } = answer.body as Preview;
    expect(flips).toHaveLength(50);
    for (const { name } of flips) expect(name).toBeNull();
  });
});
