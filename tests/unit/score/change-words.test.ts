/** Every difference between two definitions has a sentence of its own. */
import { describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { changesInWords } from '../../../lib/score/learn/change-words.ts';
import { definitionWith } from './support/leads.ts';

const before = definitionWith({
  engagement: [
    { id: 'demo', label: 'Demo', kind: 'form_submitted', points: 20, cap: 20, perDay: 1 },
    { id: 'page', label: 'Page', kind: 'page_viewed', points: 1, cap: 5, perDay: 3 },
  ],
  fit: [
    {
      id: 'boss',
      label: 'Boss',
      test: { is: 'contains', attribute: 'title', words: ['ceo'] },
      points: 5,
    },
    { id: 'free', label: 'Free mail', test: { is: 'free-mail' }, points: -3 },
  ],
  reasons: {
    rejected: [
      { id: 'student', label: 'Student' },
      { id: 'spam', label: 'Spam' },
    ],
    disqualified: [],
    recycled: [],
  },
});
const [demo, page] = before.engagement;
const [boss, free] = before.fit;
const [student] = before.reasons.rejected;
if (!demo || !page || !boss || !free || !student) throw new Error('They are above.');

const engagement = (change: object): Partial<LeadDefinition> => ({
  engagement: [{ ...demo, ...change }, page],
});
const cases: [string, Partial<LeadDefinition>, string[]][] = [
  ['nothing', {}, []],
  ['points', engagement({ points: -2 }), ['“Demo” counts −2, was 20']],
  ['cap', engagement({ cap: 40 }), ['“Demo” counts at most 40 in all, was 20']],
  ['a day', engagement({ perDay: 2 }), ['“Demo” counts at most 2 a day, was 1']],
  [
    'steps',
    engagement({ steps: [{ from: 1, points: 9 }], turns: true }),
    ['“Demo” counts 9 from 1, was 20', '“Demo” may count less again when there are more'],
  ],
  ['at once', engagement({ handsOver: true }), ['“Demo” hands a lead over at once']],
  [
    'what is matched',
    engagement({ kind: 'page_viewed', where: { field: 'path', contains: ['a', 'b'] } }),
    [
      '“Demo” is about “page viewed”, was about “form submitted”',
      '“Demo” takes those whose path has “a” or “b”, was all of them',
    ],
  ],
  ['a name of a rule', engagement({ label: 'Call' }), ['“Call” was called “Demo”']],
  ['the order', { engagement: [page, demo] }, ['The engagement rules are tried in another order']],
  ['a rule gone', { engagement: [demo] }, ['“Page” no longer counts']],
  [
    'who they are',
    {
      fit: [
        { ...boss, test: { is: 'came-from', first: 'source', values: ['Fair'] }, group: 'role' },
        free,
        { id: 'big', label: 'Big', test: { is: 'business-mail' }, points: 4 },
      ],
    },
    [
      '“Boss” asks for the first source “Fair”, was a title with “ceo”',
      '“Boss” is in the group “role”, was in no group',
      '“Big” is new and counts 4',
    ],
  ],
  [
    'promises and limits',
    {
      halfLifeDays: 30,
      promisedShare: 0.7,
      promisedPerWeek: 40,
      auditShare: 0.05,
      enough: { ...before.enough, events: before.enough.events + 1 },
      sla: { ...before.sla, salesHours: before.sla.salesHours + 1 },
      grades: { ...before.grades, fit: [9, 5, 1] },
    },
    [
      `What they did counts half after 30 days, was ${before.halfLifeDays}`,
      `Handed over from below the line, by chance: 5 %, was ${before.auditShare * 100} %`,
      `Enough to score from ${before.enough.events + 1} events, was ${before.enough.events}`,
      `Promised share that sales accepts: 70 %, was ${before.promisedShare * 100} %`,
      'Promised leads a week: 40, was none',
      `Sales answers within ${before.sla.salesHours + 1} hours, was ${before.sla.salesHours}`,
      `The grades of fit begin at 9, 5, 1, was ${before.grades.fit.join(', ')}`,
    ],
  ],
  [
    'reasons',
    {
      reasons: {
        rejected: [
          { ...student, label: 'Studies', question: 'Where?', teaches: 'data' },
          { id: 'rival', label: 'Rival' },
        ],
        disqualified: [],
        recycled: [],
      },
    },
    [
      'The reason “Studies” was called “Student”',
      'The reason “Studies” asks “Where?”, was nothing',
      'The reason “Studies” teaches about data, was the usual',
      '“Rival” is a new reason to reject',
      '“Spam” is no longer a reason to reject',
    ],
  ],
  [
    'stages and names',
    { name: 'Ours', stages: { sal: { label: 'Taken', means: '' } } },
    ['The stage “SAL” is called “Taken”', `The definition is called “Ours”, was “${before.name}”`],
  ],
];

describe('changes in words', () => {
  it.each(cases)('of %s', (_, change, words) => {
    expect(changesInWords(before, { ...before, ...change })).toEqual(words);
  });
});
