/** A queue of made-up cases. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { ReviewCase, ReviewLine } from '../../lib/contract/review.ts';
import type { FlagKind, VerdictKind } from '../../lib/contract/words.ts';
import { MOMENTS } from './events.ts';
import { CARD, CONTRIBUTIONS, line, said } from './fixtures.ts';
import { before, DAY, HOUR, id } from './moment.ts';
import { HOSTILE_NAME, LONG } from './people.ts';

type Short = [
  name: string | null,
  company: string,
  source: string,
  campaign: string | null,
  what: VerdictKind | FlagKind,
  reason: string | null,
  note: string,
  then: number,
  now: number,
  by: string,
  age: number,
];

const ROWS: Short[] = [
  [
    'Samir Haddad',
    'Brightwater Foods',
    'Paid social',
    'Ops leaders, Q4',
    'rejected',
    'Wrong person',
    '',
    28,
    27,
    'Kim',
    6 * DAY,
  ],
  [
    'Elena Petrova',
    'Northgate Logistics',
    'Webinar',
    'Planning for 2027',
    'score_too_high',
    null,
    'Reads everything, never buys',
    29,
    24,
    'Reyes',
    5 * DAY,
  ],
  [
    'Nora Lindqvist',
    'Aldwick University',
    'Webinar',
    'Planning for 2027',
    'rejected',
    'Student',
    'Writing a thesis on planning tools. Friendly, but there is no budget and no company behind it. Third one this week.',
    27,
    12,
    'Tomas Reyes',
    3 * DAY,
  ],
  [
    'Owen Clarke',
    'Clarke & Daughters',
    'Website form',
    'Plan guide',
    'rejected',
    'Not our market',
    '4 people',
    22,
    22,
    'Okafor',
    3 * DAY,
  ],
  [
    'Mei Tanaka',
    'Harbor Instruments',
    'Partner newsletter',
    'September issue',
    'disqualified',
    'No budget',
    'until May',
    26,
    26,
    'Kim',
    3 * DAY,
  ],
  [
    'Aisha Bello',
    'Kestrel Energy',
    'Website form',
    'Demo request',
    'signal_wrong',
    null,
    'That was a colleague.',
    25,
    24,
    'Kim',
    1.2 * DAY,
  ],
  [
    'Priya Nair',
    'Lumen Textiles',
    'Organic search',
    null,
    'score_too_low',
    null,
    'Asked for a quote',
    9,
    14,
    'Okafor',
    22 * HOUR,
  ],
  [
    HOSTILE_NAME,
    '"><svg onload=alert(1)>',
    '<b>mail</b>',
    null,
    'rejected',
    'Bad data',
    '<i>x</i>',
    8,
    8,
    'Sato',
    20 * HOUR,
  ],
  [
    LONG.who.name,
    LONG.who.company ?? '',
    'Trade fair',
    'Hall 4, October',
    'recycled',
    'Wrong time',
    '',
    19,
    20,
    'Sato',
    19 * HOUR,
  ],
  [
    null,
    'شركة التخطيط المتقدم',
    'Webinar',
    'Planning for 2027',
    'rejected',
    'Student',
    'طالبة',
    13,
    12,
    'Okafor',
    4 * HOUR,
  ],
];

const isFlag = (what: VerdictKind | FlagKind): what is FlagKind =>
  what.startsWith('score') || what === 'signal_wrong';

export const LINES: ReviewLine[] = ROWS.map(
  ([name, company, source, campaign, what, reason, note, thenPoints, nowPoints, by, age], n) => ({
    entry: said({
      id: id(200 + n),
      leadId: id(300 + n),
      ...(isFlag(what) ? { kind: 'flag' as const, flag: what } : { verdict: what }),
      ruleId: what === 'signal_wrong' ? 'pricing' : null,
      fault: what === 'signal_wrong' ? 'not_this_person' : null,
      reason,
      note,
      by,
      mine: false,
      madeAt: before(age),
    }),
    name,
    company,
    source,
    campaign,
    thenPoints,
    nowPoints,
  }),
);

/** @returns the case behind a line: one signal more, one gone, one stronger than then. */
export function caseOf(of: ReviewLine): ReviewCase {
  const then = CONTRIBUTIONS.filter((each) => each.ruleId !== 'careers').map((each) =>
    each.ruleId === 'newsletter' ? { ...each, points: 0, times: 1 } : each,
  );
  const now = [
    ...CONTRIBUTIONS.filter((each) => each.ruleId !== 'title-operations'),
    line({ ruleId: 'university', label: 'University address', side: 'fit', points: -8 }),
  ];
  const today: LeadCard = {
    ...CARD,
    leadId: of.entry.leadId,
    who: { ...CARD.who, name: of.name, company: of.company },
    stage: 'rejected',
    score: {
      ...CARD.score,
      points: of.nowPoints,
      chance: CARD.score.chance && { ...CARD.score.chance, percent: 52, low: 45, high: 59 },
      contributions: now,
    },
  };
  return {
    line: of,
    snapshot: {
      at: of.entry.madeAt,
      cardRev: 3,
      definitionVersion: 7,
      stage: 'mql',
      points: of.thenPoints,
      chance: 74,
      grade: 'B1',
      enough: true,
      contributions: then,
      lastEvents: MOMENTS.slice(0, 3),
    },
    today,
    underDraft: { version: 8, points: of.nowPoints - 3, mqlAt: 20 },
  };
}
