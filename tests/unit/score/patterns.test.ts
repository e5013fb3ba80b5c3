import { describe, expect, it } from 'vitest';
import { type LeadDefinition, leadDefinition } from '../../../lib/contract/definition.ts';
import { withPoints } from '../../../lib/score/learn/change.ts';
import { endsOf, type JudgedLead, wordsOf } from '../../../lib/score/learn/pattern-features.ts';
import { patternsOf } from '../../../lib/score/learn/patterns.ts';
import { type Random, seeded } from '../../../lib/score/learn/random.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';

const labels = {
  source: (value: string) => `Came through ${value}`,
  campaign: (value: string) => `Campaign ${value}`,
  'title-word': (value: string) => `Title: ${value}`,
  'mail-domain': (value: string) => `Mail: ${value}`,
};
const found = (leads: readonly JudgedLead[], definition: LeadDefinition = gitlabPreset) =>
  patternsOf(leads, definition, labels);
const pick = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[Math.floor(random() * values.length)] ?? values[0];

const REASONS: [string, ...string[]] = ['Student', 'Competitor', 'Not our market'];
const RULES = gitlabPreset.engagement.slice(0, 6).map(({ id }) => id);

/** Everything by chance: nothing has to do with anything. */
function anybody(random: Random): JudgedLead {
  const verdict = pick<JudgedLead['verdict']>(random, [
    'accepted',
    'accepted',
    'rejected',
    'qualified',
    'recycled',
  ]);
  return {
    verdict,
    reason: verdict === 'rejected' ? pick(random, REASONS) : null,
    source: pick(random, ['linkedin', 'google', 'partner', 'webinar', 'fair', null]),
    campaign: pick(random, ['Spring', 'Autumn', 'Report', null]),
    title: `${pick(random, ['Head', 'Director', 'Engineer', 'Analyst'])} of ${pick(random, ['Sales', 'Finance', 'Planning', 'IT'])}`,
    domain: `firm${Math.floor(random() * 400)}.${pick(random, ['com', 'example', 'ac.uk'])}`,
    rules: RULES.filter(() => random() < 0.4),
  };
}
const crowd = (seed: number, size: number) => {
  const random = seeded(seed);
  return Array.from({ length: size }, () => anybody(random));
};
const many = (count: number, one: Partial<JudgedLead>, seed = 77): JudgedLead[] =>
  crowd(seed, count).map((lead) => ({ ...lead, verdict: 'rejected', ...one }));

describe('what reasons have in common', () => {
  it('is found where it was planted, with counts and intervals, and nowhere else', () => {
    const leads = [...crowd(1, 600), ...many(40, { reason: 'Student', source: 'thesis-portal' })];
    const { patterns, looked, needs } = found(leads);
    expect(patterns.map(({ id }) => id)).toEqual(['rejected:Student:source:thesis-portal']);
    const students = leads.filter(({ reason }) => reason === 'Student').length;
    expect(patterns[0]).toMatchObject({
      said: 'rejected',
      reason: 'Student',
      label: 'thesis-portal',
      among: { n: 40, of: students },
      everybody: { n: 40, of: 640 },
    });
    expect(patterns[0]?.among.low).toBeGreaterThan(patterns[0]?.everybody.high ?? 1);
    expect(looked).toBe(leads.filter(({ verdict }) => verdict === 'rejected').length);
    expect(needs).toBe(20);
  });

  it('is not found in what is chance, however much is looked at', () => {
    const shown = Array.from({ length: 20 }, (_, seed) => found(crowd(100 + seed, 1500)));
    expect(shown.flatMap(({ patterns }) => patterns)).toEqual([]);
  });

  it.each([
    ['campaign', 'Thesis week', { campaign: 'Thesis week' }],
    ['rule', RULES[5], { rules: [RULES[5] ?? ''] }],
    ['title-word', 'student', { title: 'Student' }],
    ['mail-domain', 'edu', {}],
  ] as const)('may be a %s', (by, value, has) => {
    const own = many(60, { reason: 'Student', ...has });
    const planted =
      by === 'mail-domain' ? own.map((lead, n) => ({ ...lead, domain: `uni${n}.edu` })) : own;
    const { patterns } = found([...crowd(2, 600), ...planted]);
    expect(patterns.map((one) => [one.by, one.value])).toContainEqual([by, value]);
  });

  it('is said once where several things are of the same leads', () => {
    const own = many(30, {
      reason: 'Student',
      source: 'fair-x',
      campaign: 'Fair X',
      title: 'Pupil',
    });
    const { patterns } = found([...crowd(3, 500), ...own]);
    expect(patterns).toHaveLength(1);
  });

  it('is not looked for among few, nor shown of fewer than eight', () => {
    const few = [...crowd(4, 19)].map((lead) => ({ ...lead, reason: null }));
    const nineteen = many(19, { reason: 'Student', source: 'x' });
    expect(found([...few, ...nineteen])).toEqual({ patterns: [], looked: 19, needs: 20 });
    const seven = [...crowd(5, 400), ...many(7, { reason: 'Student', source: 'rare' })];
    expect(found(seven).patterns).toEqual([]);
  });

  it('tells words and ends of addresses apart as the rules that are made of them do', () => {
    expect(wordsOf('Ph.D. Student (Ökonomie), student of law 2026')).toEqual([
      'ph',
      'student',
      'ökonomie',
      'law',
    ]);
    expect(wordsOf(null)).toEqual([]);
    expect(endsOf('cs.ox.ac.uk')).toEqual(['cs.ox.ac.uk', 'ox.ac.uk', 'ac.uk', 'uk']);
  });
});

describe('the change that answers it', () => {
  const first = (leads: readonly JudgedLead[], definition?: LeadDefinition) =>
    found(leads, definition).patterns[0]?.change ?? null;

  it('lowers such leads by what the odds of acceptance are lower, held back by ten verdicts', () => {
    const accepted = crowd(6, 200).map(
      (lead): JudgedLead => ({ ...lead, verdict: 'accepted', reason: null, source: 'google' }),
    );
    const no = many(100, { reason: 'Competitor', source: 'google' }, 8);
    const own = many(40, { reason: 'Student', source: 'portal' }, 9);
    // 240 not counted as recycled: 200 of 340 accepted; 0 of 40 with it, 200 of 300 without.
    const base = 200.5 / 341;
    const odds = (n: number, of: number) => {
      const share = (n + 10 * base) / (of + 10);
      return Math.log(share / (1 - share));
    };
    const points = Math.round(10 * (odds(0, 40) - odds(200, 300)));
    const change = first([...accepted, ...no, ...own]);
    expect(points).toBeLessThan(-10);
    expect(change).toEqual({
      of: 'fit-rule',
      rule: {
        id: 'came-through-portal',
        label: 'Came through portal',
        test: { is: 'came-from', first: 'source', values: ['portal'] },
        points,
      },
    });
  });

  it('never lowers by more than thirty, and keeps ids apart', () => {
    const own = many(3000, { reason: 'Student', source: 'portal' });
    const taken = { ...gitlabPreset.fit[0], id: 'came-through-portal' };
    const definition = leadDefinition.parse({ ...gitlabPreset, fit: [...gitlabPreset.fit, taken] });
    const change = first([...crowd(7, 6000), ...own], definition);
    expect(change).toMatchObject({ rule: { id: 'came-through-portal-2', points: -30 } });
    if (change?.of !== 'fit-rule') throw new Error('A new rule was expected.');
    const next = { ...definition, fit: [...definition.fit, change.rule] };
    expect(leadDefinition.safeParse(next).success).toBe(true);
  });

  it('lowers the rule there is: the line that the rep saw, or the one about the same thing', () => {
    const [rule] = gitlabPreset.engagement.filter(({ steps }) => !steps);
    const own = many(60, { reason: 'Competitor', rules: [rule?.id ?? ''] });
    const others = crowd(8, 400).map((lead) => ({ ...lead, rules: [] }));
    const change = first([...others, ...own]);
    expect(change).toMatchObject({ of: 'points', ruleId: rule?.id, step: null });
    if (change?.of !== 'points') throw new Error('Other points were expected.');
    expect(change.to).toBeLessThan(rule?.points ?? 0);
    const after = withPoints(gitlabPreset, [change]);
    expect(after.engagement.find(({ id }) => id === rule?.id)?.points).toBe(change.to);

    const about = {
      id: 'students',
      label: 'Students',
      test: { is: 'contains', attribute: 'title', words: ['Student'] },
      points: -4,
    };
    const knows = leadDefinition.parse({ ...gitlabPreset, fit: [about] });
    const pupils = many(60, { reason: 'Student', title: 'Student' });
    expect(first([...crowd(9, 500), ...pupils], knows)).toMatchObject({
      of: 'points',
      ruleId: 'students',
    });
  });

  it('is none where such leads are accepted as often, or the reason says nothing of them', () => {
    const liked = [
      ...many(40, { reason: 'Student', source: 'portal' }),
      ...many(160, { verdict: 'accepted', reason: null, source: 'portal' }, 10),
    ];
    const hated = crowd(11, 600).map((lead): JudgedLead => ({ ...lead, source: 'google' }));
    const { patterns } = found([...liked, ...hated]);
    expect(patterns.find(({ value }) => value === 'portal')).toMatchObject({ change: null });
    const wrong = many(40, { reason: 'Bad data', source: 'list-broker' });
    const taught = [...crowd(12, 600), ...wrong];
    expect(found(taught).patterns[0]).toMatchObject({ value: 'list-broker', change: null });
  });
});
