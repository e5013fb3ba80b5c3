/** What a made-up team's lead definition says, what is proposed, and what that would do. */
import type { DefinitionsState } from '../../components/definition/props.ts';
import type { AgreedDraft, DefinitionsAnswer } from '../../lib/contract/agreement.ts';
import type { FitRule, LeadDefinition } from '../../lib/contract/definition.ts';
import { changesOf } from '../../lib/contract/definition-changes.ts';
import type { Preview } from '../../lib/contract/learning.ts';
import type { Rate, RulesReport } from '../../lib/contract/reports.ts';
import { DRAFT, LEARNED, PREVIEW } from './learned.ts';
import { ADMIN, MEMBER } from './members.ts';
import { before, DAY, HOUR, id } from './moment.ts';
import { HOSTILE_NAME, LONG } from './people.ts';

/** Longer than any column. */
export const LONG_NAME = LONG.who.name ?? '';

export const IN_FORCE: LeadDefinition = LEARNED.definition;

const UNIVERSITY: FitRule = {
  id: 'university',
  label: 'University address',
  test: { is: 'mail-domain', domains: ['edu', 'ac.uk'] },
  points: -12,
};
const FROM_FAIR: FitRule = {
  id: 'from-fair',
  label: 'First came through the career fair',
  test: { is: 'came-from', first: 'source', values: ['career-fair'] },
  points: -6,
};

/** What the draft says. */
export const PROPOSED: LeadDefinition = {
  ...IN_FORCE,
  version: 8,
  signedBy: { marketing: null, sales: null },
  fit: [
    ...IN_FORCE.fit.map((rule) => (rule.id === 'plans' ? { ...rule, points: 9 } : rule)),
    UNIVERSITY,
    FROM_FAIR,
  ],
  engagement: IN_FORCE.engagement
    .filter(({ id: rule }) => rule !== 'spam')
    .map((rule) => (rule.id === 'webinar' ? { ...rule, points: 3, cap: 6 } : rule)),
  mqlAt: 22,
  promisedPerWeek: 35,
  sla: { ...IN_FORCE.sla, salesHours: 4 },
  reasons: {
    ...IN_FORCE.reasons,
    rejected: [
      ...IN_FORCE.reasons.rejected,
      { id: 'too-small', label: 'Too small', question: 'How many people?', teaches: 'targeting' },
    ],
  },
};

export const AGREED: AgreedDraft = {
  ...DRAFT,
  by: 'Ines Moreau',
  definition: PROPOSED,
  signatures: {
    marketing: { memberId: MEMBER.memberId, by: 'Ines Moreau', at: before(3 * DAY) },
    sales: null,
  },
  comments: [
    {
      commentId: id(910),
      memberId: ADMIN.memberId,
      by: 'Ruth Okafor',
      at: before(2 * DAY),
      text: 'Four hours is tight on Fridays.\nCan we say “within a working day” after 15:00?',
    },
    {
      commentId: id(911),
      memberId: MEMBER.memberId,
      by: HOSTILE_NAME,
      at: before(5 * HOUR),
      text: LONG_NAME,
    },
  ],
  startsOn: '2026-12-01',
  scheduled: false,
};

export const DEFINITIONS: DefinitionsAnswer = {
  current: IN_FORCE,
  versions: [
    {
      version: 7,
      name: 'Lead definition',
      at: '2026-09-01T00:00:00Z',
      by: 'Ruth Okafor',
      signedBy: IN_FORCE.signedBy,
      backTo: 5,
      changes: ['“Attended a webinar” counts 8, was 5'],
      feedback: 612,
    },
    {
      version: 6,
      name: 'Lead definition',
      at: '2026-06-14T09:30:00Z',
      by: LONG_NAME,
      signedBy: { marketing: LONG_NAME, sales: 'Ruth Okafor' },
      backTo: null,
      changes: ['Handed over from 22 points, was 20', '“Downloaded content” counts 3, was 2'],
      feedback: 143,
    },
    {
      version: 5,
      name: 'Lead definition',
      at: '2026-03-01T00:00:00Z',
      by: null,
      signedBy: { marketing: null, sales: null },
      backTo: null,
      changes: [],
      feedback: 106,
    },
  ],
  draft: AGREED,
  rescoring: null,
  maySign: ['marketing'],
};

const rate = (n: number, of: number): Rate => ({
  n,
  of,
  low: Math.max(0, n / of - 0.05),
  high: Math.min(1, n / of + 0.05),
});

const row = (
  ruleId: string,
  label: string,
  having: Rate,
  without: Rate,
): RulesReport['rows'][number] => ({
  ruleId,
  label,
  side: 'fit',
  with: having,
  without,
  lift: having.of < 20 || without.of < 20 ? null : having.n / having.of / (without.n / without.of),
  mark: `rules:${ruleId}`,
});

export const EVIDENCE: RulesReport = {
  all: rate(407, 800),
  rows: [
    row('business-mail', 'Business address', rate(330, 560), rate(77, 240)),
    row('plans', 'Works where planning happens', rate(150, 214), rate(257, 586)),
    row('near', 'Works near planning', rate(38, 112), rate(369, 688)),
    row('decides', 'Decides', rate(61, 83), rate(346, 717)),
    row('webinar', 'Attended a webinar', rate(70, 142), rate(337, 658)),
    row('pricing', 'Looked at pricing', rate(129, 187), rate(278, 613)),
    row('careers', 'Looked at jobs here', rate(2, 11), rate(405, 789)),
    row('demo', 'Asked for a demo', rate(36, 41), rate(371, 759)),
  ],
};

const heap = (n: number, place: number, to: number) => {
  const accepted = Math.round((n * (place + 1)) / (to + 2));
  return { accepted, other: n - accepted };
};
const SHAPE = [4, 9, 14, 22, 31, 44, 58, 66, 71, 64, 52, 40, 28, 19, 11, 6, 3];

export const AHEAD: Preview = {
  ...PREVIEW,
  scores: {
    width: 3,
    bins: SHAPE.map((n, place) => ({
      from: -9 + 3 * place,
      before: heap(n, place, SHAPE.length),
      after: heap(SHAPE[place + 1] ?? 1, place, SHAPE.length),
    })),
  },
  leads: {
    days: 30,
    of: 2000,
    sampled: true,
    before: 212,
    after: 181,
    flips: PREVIEW.flips.slice(0, 7).map(({ accepted: _, ...flip }) => flip),
  },
};

const NO_EDITS: DefinitionsState['edits'] = {
  unsaved: false,
  canUndo: false,
  canRedo: false,
  json: null,
  issues: [],
  conflict: null,
};

/** @returns the room with this loaded */
export function definitions(
  answer: DefinitionsAnswer = DEFINITIONS,
  over: Partial<DefinitionsState> = {},
): DefinitionsState {
  const shown = over.shown ?? answer.draft?.definition ?? answer.current;
  return {
    is: 'definitions',
    member: MEMBER,
    answer,
    shown,
    changes: changesOf(answer.current, shown),
    edits: NO_EDITS,
    preview: { preview: AHEAD, busy: false, problem: null },
    evidence: EVIDENCE,
    suggestions: LEARNED.suggestions,
    compared: { is: 'none' },
    refreshing: false,
    problem: null,
    ...over,
  };
}
