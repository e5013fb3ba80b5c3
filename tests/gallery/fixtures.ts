/**
 * tests/gallery: every screen with made-up data, for looking at and for tests.
 *
 * In: `?screen=sidebar-lead&theme=dark&dir=rtl`. Out: that screen, at a fixed moment in a fixed zone.
 * This file: the made-up lead, and its extremes.
 */
import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { MOMENTS } from './events.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';

export const line = (over: Partial<Contribution>): Contribution => ({
  ruleId: 'rule',
  label: 'A rule',
  side: 'engagement',
  points: 0,
  times: 0,
  discounted: 0,
  lastAt: null,
  halfAt: null,
  capped: false,
  next: null,
  evidence: null,
  ...over,
});

const inDays = (days: number) => new Date(NOW + days * DAY).toISOString();

const dayIn = (days: number) => inDays(days).slice(0, 10);

export const CONTRIBUTIONS: Contribution[] = [
  line({
    ruleId: 'pricing',
    label: 'Looked at pricing',
    points: 10,
    times: 3,
    lastAt: before(21 * HOUR),
    halfAt: inDays(92),
    capped: true,
    next: { on: dayIn(18), points: 9 },
    evidence: { n: 187, accepted: 129 },
  }),
  line({
    ruleId: 'webinar',
    label: 'Attended a webinar',
    points: 8,
    times: 1,
    lastAt: before(6 * DAY),
    halfAt: inDays(84),
    next: { on: dayIn(10), points: 7 },
    evidence: { n: 84, accepted: 62 },
  }),
  line({
    ruleId: 'business-mail',
    label: 'Business address',
    side: 'fit',
    points: 7,
    evidence: { n: 402, accepted: 241 },
  }),
  line({
    ruleId: 'title-operations',
    label: 'Works where planning happens',
    side: 'fit',
    points: 4,
    evidence: { n: 214, accepted: 148 },
  }),
  line({
    ruleId: 'newsletter',
    label: 'Clicked in an e-mail',
    points: 1,
    times: 2,
    discounted: 1,
    lastAt: before(12 * DAY),
    halfAt: inDays(18),
    next: { on: dayIn(18), points: 0 },
    evidence: { n: 268, accepted: 147 },
  }),
  line({
    ruleId: 'open',
    label: 'Opened an e-mail',
    points: 0,
    discounted: 4,
    lastAt: before(2 * DAY),
  }),
  line({
    ruleId: 'careers',
    label: 'Looked at jobs here',
    points: -4,
    times: 2,
    lastAt: before(3 * DAY),
    halfAt: inDays(87),
    next: { on: dayIn(14), points: -3 },
  }),
  line({ ruleId: 'limit-fit', label: 'Fit counts at most 9', side: 'limit', points: -2 }),
];

export const said = (over: Partial<FeedbackEntry>): FeedbackEntry => ({
  id: id(1),
  leadId: id(9),
  kind: 'verdict',
  verdict: null,
  flag: null,
  ruleId: null,
  fault: null,
  reason: null,
  note: '',
  until: null,
  wakeOn: [],
  by: 'Jane Doe',
  mine: true,
  madeAt: before(3 * HOUR),
  pointsThen: 24,
  resolution: null,
  ...over,
});

export const CARD: LeadCard = {
  leadId: id(9),
  rev: 7,
  who: {
    name: 'Gordon Kreiger',
    title: 'Head of Operations',
    company: 'Shanahan Hudson',
    email: 'gordon.kreiger@shanahan-hudson.example',
    owner: 'Jane Doe',
  },
  knownBy: ['email', 'record'],
  stage: 'mql',
  optedOut: false,
  salesSourced: false,
  colleagues: 2,
  colleaguesTop: [],
  content: [],
  since: null,
  sleep: null,
  woken: null,
  watching: false,
  score: {
    points: 24,
    chance: {
      percent: 72,
      low: 66,
      high: 78,
      like: { n: 214, accepted: 152, from: 22, to: 26 },
      verdicts: 612,
    },
    verdicts: 612,
    fitPoints: 9,
    engagementPoints: 15,
    grade: 'B2',
    enough: true,
    mqlAt: 20,
    definitionVersion: 7,
    contributions: CONTRIBUTIONS,
    wouldChange: [
      { ruleId: 'demo', label: 'Asked for a demo', points: 20, crosses: false },
      { ruleId: 'unsubscribed', label: 'Unsubscribed', points: -20, crosses: true },
      { ruleId: 'webinar', label: 'Attended a webinar', points: 8, crosses: false },
      { ruleId: 'content', label: 'Downloaded content', points: 3, crosses: false },
    ],
    belowLineOn: dayIn(50),
    trend: [6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 10, 11, 19, 19, 24, 24],
    at: before(60_000),
  },
  story: [
    { text: 'Came by the partner newsletter on 4 September. Keeps returning to ', url: null },
    { text: 'Pricing for teams', url: 'https://www.example.com/pricing' },
    {
      text: ', attended the webinar “Planning for 2027” and compared prices yesterday.',
      url: null,
    },
  ],
  counts: { all: 143, moments: 9, byKind: {} },
  moments: MOMENTS,
  sources: [
    { name: 'HubSpot', lastAt: before(2 * 60_000), heardAt: before(2 * 60_000), silentDays: null },
    { name: 'Mautic', lastAt: before(2 * DAY), heardAt: before(2 * DAY), silentDays: null },
  ],
  feedback: [],
  warnings: [],
  handoff: {
    at: before(2 * HOUR),
    dueAt: new Date(NOW + 2 * HOUR - 5 * 60_000).toISOString(),
    answeredAt: null,
    by: 'line',
  },
  definition: {
    version: 7,
    name: 'Lead definition',
    preset: { name: 'GitLab, 2025', source: 'https://handbook.example.com/marketing/lead-scoring' },
    halfLifeDays: 90,
    reasons: {
      rejected: [
        {
          id: 'not-our-market',
          label: 'Not our market',
          question: 'What is outside: company size, region, industry?',
        },
        { id: 'wrong-person', label: 'Wrong person', question: 'Who would be the right one?' },
        { id: 'student', label: 'Student' },
        { id: 'competitor', label: 'Competitor' },
        { id: 'bad-data', label: 'Bad data', question: 'Which field is wrong?' },
        { id: 'duplicate', label: 'Duplicate' },
      ],
      disqualified: [
        { id: 'no-budget', label: 'No budget' },
        { id: 'no-need', label: 'No need' },
        { id: 'chose-another', label: 'Chose another', question: 'Whom, and why?' },
        { id: 'no-answer', label: 'No answer in 4 tries' },
      ],
      recycled: [
        { id: 'timing', label: 'Wrong time', question: 'What has to happen first?' },
        { id: 'no-budget-yet', label: 'No budget yet' },
      ],
    },
    signedBy: { marketing: 'Ines Moreau', sales: 'Ruth Okafor' },
  },
  asOf: before(60_000),
};

export const OFFLINE: Problem = {
  type: 'about:blank',
  code: 'offline',
  title: 'The store cannot be reached',
  detail:
    'Check the network, or whether the store’s address in the options is right. Truce keeps trying.',
};
