import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { ReviewCase, ReviewPage } from '../../lib/contract/review.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import {
  flagItem,
  registrationItem,
  resolutionItem,
  verdictItem,
} from '../../lib/feedback/items.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const iso = (at: number) => new Date(at).toISOString();

describe.each(enginesFor(import.meta.url))('feedback, on %s', (engine) => {
  const db = useEngine(engine);

  const withLead = async () => {
    const scene = await makeScene(db());
    return { scene, card: await aLead(scene) };
  };
  const aLead = async (scene: Scene): Promise<LeadCard> => {
    const email = `${randomUUID()}@acme.example`;
    await scene.send({
      type: 'track',
      event: 'Demo Requested',
      messageId: randomUUID(),
      userId: email,
      context: { campaign: { name: 'Spring', source: 'linkedin' } },
    });
    return scene.card(email);
  };
  const verdict = (scene: Scene, card: LeadCard, kind: VerdictKind, more: object = {}) => ({
    ...verdictItem(
      card,
      { verdict: kind, reason: null, note: '', until: '2027-06-01' },
      scene.tools,
    ),
    ...more,
  });
  const review = async (scene: Scene, state: 'open' | 'answered' = 'open', page: object = {}) => {
    const body = { filter: { state }, ...page };
    const asked = { path: '/api/review/queue', token: scene.tokens.marketer, body };
    return (await scene.ask(asked)).body as ReviewPage;
  };

  it('moves a lead to the stage that follows from the verdict', async () => {
    const { scene, card } = await withLead();
    const steps = [
      ['accepted', 'sal'],
      ['rejected', 'rejected'],
      ['qualified', 'sql'],
      ['disqualified', 'disqualified'],
      ['recycled', 'recycled'],
    ] as const;
    for (const [kind, stage] of steps) {
      scene.clock.now += MINUTE;
      const { results } = await scene.say(scene.tokens.rep, verdict(scene, card, kind));
      expect(results).toMatchObject([{ outcome: 'stored', message: null }]);
      expect(await scene.cardById(card.leadId)).toMatchObject({ stage });
    }
    const after = await scene.cardById(card.leadId);
    expect(after.feedback.map((entry) => entry.verdict)).toEqual(
      steps.map(([kind]) => kind).reverse(),
    );
    expect(after.handoff?.answeredAt).toBe(iso(START + MINUTE));
    expect(after.warnings.map(({ text }) => text)).toEqual([
      'Disqualified before (you, 22 November 2026).',
      'Qualified before (you, 22 November 2026).',
    ]);
  });

  it('lets the latest verdict count, whenever it arrives and whatever the clock says', async () => {
    const { scene, card } = await withLead();
    const at = (madeAt: number, seq: number) => ({ madeAt: iso(madeAt), seq });
    scene.clock.now = START + 2 * HOUR;
    await scene.say(
      scene.tokens.rep,
      verdict(scene, card, 'accepted', at(START + 20 * MINUTE, 1)),
      // From an outbox that was offline: older, so it does not count.
      verdict(scene, card, 'rejected', at(START + 10 * MINUTE, 0)),
    );
    expect(await scene.cardById(card.leadId)).toMatchObject({ stage: 'sal' });
    // A clock that is a year ahead counts as now; what comes later counts more.
    await scene.say(scene.tokens.rep, verdict(scene, card, 'qualified', at(START + 365 * DAY, 2)));
    expect(await scene.cardById(card.leadId)).toMatchObject({ stage: 'sql' });
    scene.clock.now += HOUR;
    await scene.say(scene.tokens.rep, verdict(scene, card, 'recycled', at(scene.clock.now, 3)));
    expect(await scene.cardById(card.leadId)).toMatchObject({ stage: 'recycled' });
  });

  it('lets what one browser said last count, also when its clock was put back in between', async () => {
    const { scene, card } = await withLead();
    const at = (madeAt: number, seq: number) => ({ madeAt: iso(madeAt), seq });
    await scene.say(scene.tokens.rep, verdict(scene, card, 'accepted', at(START, 1)));
    await scene.say(scene.tokens.rep, verdict(scene, card, 'rejected', at(START - DAY, 2)));
    const after = await scene.cardById(card.leadId);
    expect(after.stage).toBe('rejected');
    expect(after.feedback.map((entry) => entry.verdict)).toEqual(['rejected', 'accepted']);
  });

  it('stores each item once, however often and concurrently it is sent', async () => {
    const { scene, card } = await withLead();
    const items = Array.from({ length: 5 }, (_, seq) => verdict(scene, card, 'accepted', { seq }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => scene.say(scene.tokens.rep, ...items)),
    );
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(25);
    expect((await scene.cardById(card.leadId)).feedback).toHaveLength(5);
  });

  it('answers every item for itself', async () => {
    const { scene, card } = await withLead();
    const good = verdict(scene, card, 'accepted');
    const elsewhere = { ...card, leadId: randomUUID() };
    const resolution = {
      leadId: card.leadId,
      feedbackId: good.id,
      resolution: 'kept',
      reply: '',
    } as const;
    const noMail = registrationItem(aRecord(), { name: 'X', email: 'not an address' }, scene.tools);
    const { results } = await scene.say(
      scene.tokens.rep,
      null,
      { kind: 'verdict', id: 'broken' },
      { ...good, note: 'x'.repeat(5000) },
      good,
      verdict(scene, elsewhere, 'accepted'),
      resolutionItem(resolution, scene.tools),
      noMail,
      good,
    );
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'stored',
      'refused',
      'refused',
      'refused',
      'duplicate',
    ]);
    expect(results.map(({ id }) => id).slice(0, 4)).toEqual([null, 'broken', good.id, good.id]);
    for (const { outcome, message } of results) {
      if (outcome === 'refused') expect(message).toMatch(/\w{4}.*\.$/);
      else expect(message).toBeNull();
    }
    expect(results[2]?.message).toContain('“note”');
  });

  it('asks for another try when the database fails on one item, of what is said next of this lead too, and keeps the others', async () => {
    const { scene, card } = await withLead();
    const [one, two, ...rest] = [0, 1, 2, 3].map((seq) =>
      verdict(scene, card, 'accepted', { seq }),
    );
    const failing = await makeScene(
      db().withPlugin({
        transformQuery: ({ node }) => {
          if (JSON.stringify(node).includes(String(two?.id))) throw new Error('a bad row');
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    );
    const [other, another] = [await aLead(failing), await aLead(failing)];
    const items = [one, two, ...rest].map((item, place) => ({
      ...item,
      leadId: (place < 3 ? other : another).leadId,
    }));
    const answer = await failing.say(failing.tokens.rep, ...items);
    const outcomes = answer.results.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['stored', 'retry', 'retry', 'stored']);
  });

  it('refuses what the database can never keep, and takes what is said next of this lead', async () => {
    const { scene } = await withLead();
    const NUL = String.fromCharCode(0);
    const failing = await makeScene(
      db().withPlugin({
        // As a value that slipped through every schema: the database itself says what it thinks of it.
        transformQuery: ({ node }) => replaced(node, 'unheard-of', `unheard-of${NUL}`),
        transformResult: async ({ result }) => result,
      }),
    );
    const card = await aLead(failing);
    const [one, two] = [
      verdict(scene, card, 'accepted', { seq: 1, note: 'unheard-of' }),
      verdict(scene, card, 'rejected', { seq: 2 }),
    ];
    const { results } = await failing.say(failing.tokens.rep, one, two);
    expect(results).toMatchObject([
      { outcome: 'refused', message: expect.stringMatching(/^The database cannot keep this/) },
      { outcome: 'stored' },
    ]);
    expect(await failing.cardById(card.leadId)).toMatchObject({ stage: 'rejected' });
  });

  it('keeps what was said beside numbers that no score can be', async () => {
    const { scene, card } = await withLead();
    const odd = { points: 2 ** 40, chance: -(2 ** 40), definitionVersion: 2 ** 31 };
    const item = verdict(scene, card, 'rejected');
    const sent = { ...item, snapshot: { ...item.snapshot, ...odd } };
    const { results } = await scene.say(scene.tokens.rep, sent);
    expect(results).toMatchObject([{ outcome: 'stored' }]);
    expect((await review(scene)).lines).toMatchObject([{ entry: { id: item.id }, thenPoints: 0 }]);
  });

  it('keeps any text as it was typed', async () => {
    const { scene, card } = await withLead();
    const note = '=cmd|x <img src=x onerror=alert(1)> \u202Eabc 👩‍💻';
    await scene.say(
      scene.tokens.rep,
      verdict(scene, card, 'rejected', { note, reason: 'student' }),
      verdict(scene, card, 'rejected', {
        note: 'a\0b\uD800',
        reason: 'was \0 \uD800 once',
        seq: 1,
      }),
    );
    const { feedback } = await scene.cardById(card.leadId);
    expect(feedback.map((entry) => [entry.note, entry.reason])).toEqual([
      ['a\uFFFDb\uFFFD', 'was \uFFFD \uFFFD once'],
      [note, 'Student'],
    ]);
  });

  it('shows a colleague who said what, and what marketing answered', async () => {
    const { scene, card } = await withLead();
    const { tokens } = scene;
    const item = verdict(scene, card, 'rejected', { reason: 'student' });
    await scene.say(tokens.rep, item);
    const answer = {
      leadId: card.leadId,
      feedbackId: item.id,
      resolution: 'changed',
      reply: 'Fixed.',
    } as const;
    await scene.say(tokens.marketer, resolutionItem(answer, scene.tools));
    const [entry] = (await scene.cardById(card.leadId, tokens.admin)).feedback;
    expect(entry).toMatchObject({
      by: 'Ben',
      mine: false,
      reason: 'Student',
      resolution: { kind: 'changed', reply: 'Fixed.', by: 'Ines' },
    });
    expect((await scene.cardById(card.leadId)).feedback[0]?.mine).toBe(true);
    // While it stands it is on screen as the verdict; once somebody says otherwise it is worth a warning.
    const warnings = async () => (await scene.cardById(card.leadId, tokens.admin)).warnings;
    expect(await warnings()).toEqual([]);
    await scene.say(tokens.admin, verdict(scene, card, 'accepted'));
    expect((await warnings())[0]?.text).toBe('Rejected before: Student (Ben, 22 November 2026).');
  });

  it('queues for marketing what went wrong, longest waiting first, and answers newest first', async () => {
    const scene = await makeScene(db());
    const { rep, marketer } = scene.tokens;
    const items = [];
    for (const kind of ['rejected', 'accepted', 'disqualified', 'recycled'] as const) {
      const card = await aLead(scene);
      scene.clock.now += MINUTE;
      const item = verdict(scene, card, kind);
      items.push(item);
      await scene.say(rep, item);
    }
    const flagged = await aLead(scene);
    const wrong = { flag: 'signal_wrong', ruleId: 'demo', fault: 'bot', note: 'a bot' } as const;
    const flag = flagItem(flagged, wrong, scene.tools);
    await scene.say(rep, flag);
    const [rejected, , disqualified] = items;

    const open = await review(scene);
    expect(open.lines.map(({ entry }) => entry.id)).toEqual([
      rejected?.id,
      disqualified?.id,
      flag.id,
    ]);
    expect(open.counts).toEqual({ open: 3, answered: 0, late: 0 });
    expect(open.marketingHours).toBe(48);
    expect(open.lines[2]).toMatchObject({
      entry: { kind: 'flag', flag: 'signal_wrong', ruleId: 'demo', fault: 'bot', note: 'a bot' },
      source: 'linkedin',
      campaign: 'Spring',
      thenPoints: flag.snapshot.points,
      nowPoints: flagged.score.points,
    });

    scene.clock.now += 2 * DAY + MINUTE;
    expect((await review(scene)).counts).toEqual({ open: 3, answered: 0, late: 3 });
    for (const { leadId, id } of [disqualified, flag].filter((item) => item !== undefined)) {
      scene.clock.now += MINUTE;
      const answer = { leadId, feedbackId: id, resolution: 'kept', reply: 'Because.' } as const;
      const { results } = await scene.say(marketer, resolutionItem(answer, scene.tools));
      expect(results).toMatchObject([{ outcome: 'stored' }]);
    }
    const answered = await review(scene, 'answered');
    expect(answered.lines.map(({ entry }) => entry.id)).toEqual([flag.id, disqualified?.id]);
    expect(answered.counts).toEqual({ open: 1, answered: 2, late: 1 });
    expect((await review(scene)).lines.map(({ entry }) => entry.id)).toEqual([rejected?.id]);
  });

  it('turns the pages of the queue', async () => {
    const { scene, card } = await withLead();
    const items = Array.from({ length: 11 }, (_, seq) => verdict(scene, card, 'rejected', { seq }));
    await scene.say(scene.tokens.rep, ...items);
    const ids: string[] = [];
    let before: string | null = null;
    do {
      const page: ReviewPage = await review(scene, 'open', { limit: 4, before });
      ids.push(...page.lines.map(({ entry }) => entry.id));
      before = page.next;
    } while (before !== null);
    expect(ids.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  });

  it('shows a case as the rep saw it beside what is true today', async () => {
    const { scene, card } = await withLead();
    const item = verdict(scene, card, 'rejected');
    await scene.say(scene.tokens.rep, item);
    scene.clock.now += 90 * DAY;
    const path = `/api/review/${card.leadId}/${item.id}`;
    const shown = (await scene.ask({ path, token: scene.tokens.marketer })).body as ReviewCase;
    expect(shown.snapshot).toEqual(item.snapshot);
    expect(shown.line.thenPoints).toBe(card.score.points);
    expect(shown.line.nowPoints).toBe(shown.today.score.points);
    expect(shown.today.score.points).toBe(card.score.points - 10);
    const missing = `/api/review/${card.leadId}/${randomUUID()}`;
    expect((await scene.ask({ path: missing, token: scene.tokens.marketer })).status).toBe(404);
  });
});

/** @returns the same, with these words replaced in every text in it */
function replaced<T>(value: T, words: string, by: string): T;
function replaced(value: unknown, words: string, by: string): unknown {
  if (typeof value === 'string') return value.replaceAll(words, by);
  if (Array.isArray(value)) return value.map((one) => replaced(one, words, by));
  if (value?.constructor !== Object) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaced(one, words, by)]),
  );
}
