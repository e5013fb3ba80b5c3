/** What a made-up team's verdicts teach: a year of them, a quarter, a handful. */
import type { LearnedState } from '../../components/score/props.ts';
import type {
  DefinitionDraft,
  LearningAnswer,
  Preview,
  Suggestion,
} from '../../lib/contract/learning.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { MEMBER } from './members.ts';
import { before, DAY, HOUR, id } from './moment.ts';
import { HOSTILE_NAME, LONG } from './people.ts';

const DEFINITION = {
  ...gitlabPreset,
  version: 7,
  signedBy: { marketing: 'Ines Moreau', sales: 'Ruth Okafor' },
};

const BEFORE = {
  auc: 0.812,
  ece: 0.031,
  lift10: 1.91,
  logLoss: 0.54,
  precision: 0.61,
  volume: 143,
};

const suggestion = (over: Partial<Suggestion>): Suggestion => ({
  ruleId: 'webinar',
  step: null,
  label: 'Attended a webinar',
  side: 'engagement',
  from: 8,
  to: 15,
  with: { n: 84, accepted: 62 },
  without: { n: 716, accepted: 345 },
  certainty: 0.974,
  before: BEFORE,
  after: { auc: 0.826, ece: 0.028, lift10: 2.02, logLoss: 0.52, precision: 0.64, volume: 151 },
  ...over,
});

const SUGGESTIONS: Suggestion[] = [
  suggestion({}),
  suggestion({
    ruleId: 'near',
    label: 'Works near planning',
    side: 'fit',
    from: 2,
    to: -3,
    with: { n: 112, accepted: 38 },
    without: { n: 688, accepted: 369 },
    certainty: 0.993,
    after: { ...BEFORE, auc: 0.82, ece: 0.03, precision: 0.63, volume: 131 },
  }),
  suggestion({
    ruleId: 'clicked',
    step: 4,
    label: 'Clicked in an e-mail',
    from: 2,
    to: 4,
    with: { n: 41, accepted: 27 },
    without: { n: 759, accepted: 380 },
    certainty: 0.918,
    after: { ...BEFORE, auc: 0.814, volume: 146 },
  }),
];

export const band = (
  from: number,
  to: number,
  n: number,
  promised: number,
  accepted: number,
  low: number,
  high: number,
) => ({ from, to, n, promised, accepted, low, high });

const BANDS = [
  band(-6, 3, 80, 0.22, 15, 0.12, 0.29),
  band(4, 6, 80, 0.31, 27, 0.24, 0.45),
  band(7, 8, 80, 0.38, 28, 0.26, 0.46),
  band(9, 11, 80, 0.44, 38, 0.37, 0.58),
  band(11, 13, 80, 0.49, 36, 0.35, 0.56),
  band(13, 15, 80, 0.53, 44, 0.44, 0.66),
  band(16, 18, 80, 0.58, 49, 0.5, 0.71),
  band(18, 21, 80, 0.63, 52, 0.54, 0.75),
  band(21, 27, 80, 0.7, 45, 0.45, 0.67),
  band(27, 51, 80, 0.86, 73, 0.83, 0.96),
];

export const month = (
  of: string,
  n: number,
  promised: number,
  accepted: number,
  low: number,
  high: number,
) => ({ month: `${of}-01`, n, promised, accepted, low, high });

const MONTHS = [
  month('2026-03', 9, 0.44, 5, 0.27, 0.81),
  month('2026-04', 71, 0.46, 31, 0.33, 0.55),
  month('2026-05', 92, 0.47, 45, 0.39, 0.59),
  month('2026-06', 104, 0.49, 55, 0.43, 0.62),
  month('2026-07', 96, 0.5, 46, 0.38, 0.58),
  month('2026-08', 88, 0.51, 47, 0.43, 0.63),
  month('2026-09', 121, 0.52, 67, 0.46, 0.64),
  month('2026-10', 118, 0.57, 51, 0.35, 0.52),
  month('2026-11', 101, 0.53, 60, 0.5, 0.68),
];

export const LEARNED: LearningAnswer = {
  definition: DEFINITION,
  madeAt: before(6 * HOUR),
  verdicts: {
    all: 861,
    used: 800,
    accepted: 407,
    leftOut: [
      { why: 'about wrong or double data, not about the lead', n: 38 },
      { why: 'on leads that sales registered', n: 23 },
    ],
    unanswered: 84,
  },
  quality: {
    n: 800,
    accepted: 407,
    auc: { value: 0.812, low: 0.782, high: 0.841 },
    aucWithinMonths: 0.794,
    brier: { value: 0.18, low: 0.17, high: 0.19 },
    ece: { value: 0.031, low: 0.022, high: 0.046 },
    eceByChance: 0.014,
    lift10: { value: 1.91, low: 1.7, high: 2.1 },
    atLine: { volume: 143, precision: 0.61, recall: 0.36 },
  },
  bands: BANDS,
  line: { points: 22, promised: 0.65, expected: 0.66, precision: 0.66, volume: 107, recall: 0.29 },
  suggestions: SUGGESTIONS,
  suspicions: [{ ruleId: 'in-person', label: 'Met us at an event', n: 46, accepted: 46 }],
  drift: {
    months: MONTHS,
    inputs: [
      { ruleId: 'webinar', label: 'Attended a webinar', psi: 0.31, moved: true },
      { ruleId: 'pricing', label: 'Looked at pricing', psi: 0.14, moved: true },
      { ruleId: 'business-mail', label: 'Business address', psi: 0.03, moved: false },
      { ruleId: 'content', label: 'Downloaded content', psi: 0.02, moved: false },
    ],
  },
  agreement: { pairs: 41, same: 34, unusual: [] },
  draft: null,
  rescoring: null,
};

export const DRAFT: DefinitionDraft = {
  draftId: id(600),
  madeAt: before(22 * DAY),
  by: 'monthly refresh',
  basedOn: 7,
  definition: {
    ...DEFINITION,
    version: 8,
    engagement: DEFINITION.engagement.map((rule) =>
      rule.id === 'webinar' ? { ...rule, points: 15, cap: 30 } : rule,
    ),
    signedBy: { marketing: null, sales: null },
  },
  changes: ['“Attended a webinar” counts 15, was 8', 'Handed over from 22 points, was 20'],
  before: BEFORE,
  after: { auc: 0.826, ece: 0.028, lift10: 2.02, logLoss: 0.52, precision: 0.68, volume: 118 },
};

const NAMES: [name: string | null, accepted: boolean, before: number, after: number][] = [
  ['Nora Lindqvist', false, 27, 14],
  ['Tomas Berger', false, 24, 15],
  ['Irene Falk', true, 22, 16],
  ['Yusuf Demir', true, 17, 24],
  [null, false, 18, 25],
  ['Anna Kovac', false, 21, 19],
  [HOSTILE_NAME, true, 16, 23],
  [LONG.who.name, true, 15, 22],
];

export const PREVIEW: Preview = {
  verdicts: 800,
  before: { volume: 143, precision: 0.61, recall: 0.36 },
  after: { volume: 118, precision: 0.68, recall: 0.35 },
  acceptedLost: 12,
  rejectedAvoided: 31,
  acceptedWon: 10,
  rejectedTaken: 8,
  leads: null,
  scores: null,
  flips: NAMES.map(([name, accepted, was, is], n) => ({
    leadId: id(700 + n),
    name,
    accepted,
    before: was,
    after: is,
  })),
};

/** @returns the room with this loaded. */
export const room = (learned: LearningAnswer, over: Partial<LearnedState> = {}): LearnedState => ({
  is: 'learned',
  member: MEMBER,
  learned,
  suggestions: learned.suggestions,
  aside: 0,
  refreshing: false,
  problem: null,
  ...over,
});
