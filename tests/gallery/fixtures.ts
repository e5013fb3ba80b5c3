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

export const CONTRIBUTIONS: Contribution[] = [
  line({ ruleId: 'business-mail', label: 'Business address', side: 'fit', points: 35 }),
  line({
    ruleId: 'webcast',
    label: 'Attended webinar “Planning for 2027”',
    points: 31,
    times: 1,
    lastAt: before(6 * DAY),
    halfAt: inDays(24),
  }),
  line({
    ruleId: 'pricing',
    label: 'Pricing page',
    points: 24,
    times: 3,
    lastAt: before(21 * HOUR),
    halfAt: inDays(29),
    capped: true,
  }),
  line({
    ruleId: 'title-operations',
    label: 'Title fits: operations lead',
    side: 'fit',
    points: 15,
  }),
  line({
    ruleId: 'newsletter',
    label: 'Newsletter clicked',
    points: 4,
    times: 2,
    discounted: 1,
    lastAt: before(12 * DAY),
    halfAt: inDays(18),
  }),
  line({
    ruleId: 'open',
    label: 'Email opened',
    points: 0,
    discounted: 4,
    lastAt: before(2 * DAY),
  }),
  line({
    ruleId: 'careers',
    label: 'Careers page',
    points: -9,
    times: 1,
    lastAt: before(3 * DAY),
    halfAt: inDays(27),
  }),
  line({ ruleId: 'limit-fit', label: 'Fit counts at most 30', side: 'limit', points: -20 }),
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
  by: 'Jane Doe',
  mine: true,
  madeAt: before(3 * HOUR),
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
  },
  knownBy: ['email', 'record'],
  stage: 'mql',
  optedOut: false,
  salesSourced: false,
  colleagues: 2,
  score: {
    points: 80,
    fitPoints: 30,
    engagementPoints: 50,
    grade: 'B2',
    enough: true,
    mqlAt: 100,
    definitionVersion: 7,
    contributions: CONTRIBUTIONS,
    trend: [31, 31, 30, 35, 34, 33, 41, 40, 39, 38, 52, 55, 71, 68, 84, 80],
    at: before(60_000),
  },
  story: [
    { text: 'Came by the partner newsletter on 4 September. Keeps returning to ', url: null },
    { text: 'Pricing for teams', url: 'https://www.example.com/pricing' },
    {
      text: ', attended the webinar “Planning for 2027” and asked for a demo 2 hours ago.',
      url: null,
    },
  ],
  counts: { all: 143, moments: 9 },
  moments: MOMENTS,
  sources: [
    { name: 'HubSpot', lastAt: before(2 * 60_000) },
    { name: 'Mautic', lastAt: before(2 * DAY) },
  ],
  feedback: [],
  warnings: [],
  handoff: {
    at: before(2 * HOUR),
    dueAt: new Date(NOW + 2 * HOUR - 5 * 60_000).toISOString(),
    answeredAt: null,
  },
  definition: {
    version: 7,
    name: 'Lead definition',
    preset: { name: 'GitLab, 2025', source: 'https://handbook.example.com/marketing/lead-scoring' },
    halfLifeDays: 30,
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
