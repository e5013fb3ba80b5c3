/** What a verdict teaches: yes, no, about what, or nothing; and when several are one. */
import { describe, expect, it } from 'vitest';
import { type VerdictKind, verdictKind } from '../../../lib/contract/words.ts';
import { calibrationOf, caseTable } from '../../../lib/score/learn/cases.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import { study } from '../../../lib/score/learn/study.ts';
import {
  judgementsOf,
  type Lesson,
  lessonOf,
  type Unfit,
  type VerdictCase,
} from '../../../lib/score/learn/verdict-case.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { daysAgo, definitionWith, event, NOW, nobody } from './support/leads.ts';
import { frozen, verdict } from './support/verdicts.ts';

const yes: Lesson = { accepted: true, aboutFit: true };
const no: Lesson = { accepted: false, aboutFit: true };
const notNow: Lesson = { accepted: false, aboutFit: false };

describe('one verdict', () => {
  it.each<[VerdictKind, string | null, Lesson | Unfit]>([
    ['accepted', null, yes],
    ['qualified', null, yes],
    ['disqualified', 'no-budget', yes],
    ['disqualified', 'bad-data', yes],
    ['recycled', 'bad-timing', notNow],
    ['recycled', null, notNow],
    ['rejected', null, no],
    ['rejected', 'not-our-market', no],
    ['rejected', 'student', no],
    ['rejected', 'gone-from-the-list', no],
    ['rejected', 'constructor', no],
    ['rejected', 'bad-data', 'data'],
    ['rejected', 'duplicate', 'data'],
  ])('%s for %s teaches %j', (kind, reason, expected) => {
    expect(lessonOf(verdict({ verdict: kind, reason }), gitlabPreset)).toEqual(expected);
  });

  it('rejected for a reason of timing is no for what they did only', () => {
    const reasons = {
      ...gitlabPreset.reasons,
      rejected: [{ id: 'later', label: 'Later', teaches: 'timing' as const }],
    };
    const own = verdict({ verdict: 'rejected', reason: 'later' });
    expect(lessonOf(own, definitionWith({ reasons }))).toEqual(notNow);
  });

  it.each(verdictKind.options)('%s on a lead that sales registered teaches nothing', (kind) => {
    const own = verdict({ verdict: kind });
    const registered = { ...own, lead: { ...own.lead, salesSourced: true } };
    expect(lessonOf(registered, gitlabPreset)).toBe('sales-sourced');
  });
});

describe('a verdict on a lead with signals stamped at that moment or later', () => {
  it.each<[number, Lesson | Unfit]>([
    [daysAgo(3), yes],
    [daysAgo(2) - 1, yes],
    [daysAgo(2), 'leaked'],
    [daysAgo(1), 'leaked'],
  ])('(%i) teaches %j', (at, expected) => {
    const lead = frozen([event({ at: daysAgo(4) }), event({ at })], nobody, NOW, gitlabPreset);
    expect(lessonOf(verdict({ at: daysAgo(2), lead }), gitlabPreset)).toEqual(expected);
  });
});

describe('verdicts on one lead', () => {
  const inTurn = (kinds: readonly VerdictKind[]): VerdictCase[] =>
    kinds.map((kind, at) => verdict({ verdict: kind, at: daysAgo(100 - at), reason: `r${at}` }));

  it.each<[VerdictKind[], VerdictKind[]]>([
    [[], []],
    [['accepted'], ['accepted']],
    [['accepted', 'qualified'], ['accepted']],
    // Taken, talked to, not bought: the handover was right.
    [['accepted', 'disqualified'], ['accepted']],
    [['accepted', 'qualified', 'disqualified'], ['accepted']],
    // Corrections: of yes and no the later word.
    [['rejected', 'accepted'], ['accepted']],
    [['accepted', 'rejected'], ['rejected']],
    [['rejected', 'accepted', 'rejected'], ['rejected']],
    [['rejected', 'rejected'], ['rejected']],
    [['rejected', 'recycled'], ['recycled']],
    // Taken and given back for later is taken all the same.
    [['accepted', 'recycled'], ['accepted']],
    // After "recycled" a lead comes anew.
    [
      ['recycled', 'accepted'],
      ['recycled', 'accepted'],
    ],
    [
      ['recycled', 'recycled', 'rejected'],
      ['recycled', 'recycled', 'rejected'],
    ],
    [
      ['accepted', 'recycled', 'rejected', 'accepted', 'disqualified'],
      ['accepted', 'accepted'],
    ],
  ])('%j are %j', (given, expected) => {
    const { cases, merged } = judgementsOf(inTurn(given));
    expect(cases.map(({ verdict }) => verdict)).toEqual(expected);
    expect(merged).toBe(given.length - expected.length);
    // In whatever order they are read.
    expect(judgementsOf(inTurn(given).toReversed())).toEqual({ cases, merged });
  });

  it('that were corrected are judged by what was known at first, for the reason of the last', () => {
    const first = verdict({ verdict: 'accepted', at: daysAgo(9), memberId: 'a' });
    const known = frozen([event({ kind: 'webinar_attended' })], nobody, NOW, gitlabPreset);
    const last = verdict({ verdict: 'rejected', reason: 'student', memberId: 'b', lead: known });
    const { cases } = judgementsOf([last, first]);
    expect(cases).toEqual([{ ...first, verdict: 'rejected', reason: 'student' }]);
  });

  it('of others are none of theirs', () => {
    const others = ['a', 'b', 'constructor', '__proto__'].map((leadId) => verdict({ leadId }));
    expect(judgementsOf(others)).toEqual({ cases: others, merged: 0 });
  });
});

describe('cases', () => {
  const own = (leadId: string, more: Partial<VerdictCase>) => verdict({ leadId, ...more });
  const registered = frozen([], nobody, NOW, gitlabPreset);
  const all = [
    own('a', { verdict: 'accepted', at: daysAgo(180) }),
    own('b', { verdict: 'rejected', at: daysAgo(0) }),
    own('c', { verdict: 'rejected', reason: 'bad-data' }),
    own('d', { verdict: 'accepted', lead: { ...registered, salesSourced: true } }),
    own('e', { verdict: 'rejected', at: daysAgo(3) }),
    own('e', { verdict: 'accepted', at: daysAgo(2) }),
    own('f', { verdict: 'recycled', at: daysAgo(360) }),
  ];

  it('are the judgements that teach, each half its weight after half a year, and what was left out', () => {
    const cases = caseTable(all, gitlabPreset, NOW);
    expect(cases.judged.map(({ verdict: { leadId } }) => leadId)).toEqual(['f', 'a', 'e', 'b']);
    expect([...cases.outcomes]).toEqual([0, 1, 1, 0]);
    const weights = [...cases.counts].map((weight) => weight.toFixed(4));
    expect(weights).toEqual([0.25, 0.5, 2 ** (-3 / 180), 1].map((weight) => weight.toFixed(4)));
    expect(cases.leftOut).toEqual({ data: 1, 'sales-sourced': 1, corrected: 1, leaked: 0 });
  });

  it('are all there are: without a verdict there is none', () => {
    const { verdicts, quality } = study(all, gitlabPreset, { now: NOW, random: seeded(1) });
    expect(verdicts).toMatchObject({ all: 7, used: 4, accepted: 2 });
    expect(verdicts.leftOut.map(({ n }) => n)).toEqual([1, 1, 1, 1]);
    expect(quality).toMatchObject({ n: 4, accepted: 2 });
    const none = study([], gitlabPreset, { now: NOW, random: seeded(1) });
    expect(none).toMatchObject({ verdicts: { all: 0, used: 0 }, suggestions: [], line: null });
    expect(none.quality).toMatchObject({ n: 0, auc: null, ece: null, brier: null });
  });

  it('say how leads with a line fared, and those with so many points', () => {
    const webinar = [event({ kind: 'webinar_attended', at: daysAgo(1) })];
    const known = { ...nobody, email: 'a@shanahan.example' };
    const lead = frozen(webinar, known, NOW, gitlabPreset);
    const verdicts = [
      own('a', { lead }),
      own('b', { lead, verdict: 'rejected' }),
      own('c', { lead: frozen([], known, NOW, gitlabPreset) }),
      own('d', { verdict: 'rejected' }),
    ];
    const { evidence, verdictsByPoints } = calibrationOf(verdicts, gitlabPreset, NOW);
    expect(evidence.webinar).toEqual({ n: 2, accepted: 1 });
    expect(evidence['business-mail']).toEqual({ n: 3, accepted: 2 });
    expect(evidence.demo).toEqual({ n: 0, accepted: 0 });
    expect(verdictsByPoints).toEqual([
      { points: 0, n: 1, accepted: 0 },
      { points: 7, n: 1, accepted: 1 },
      { points: 15, n: 2, accepted: 1 },
    ]);
  });
});
