/**
 * tests/gallery: every screen with made-up data, for looking at and for tests.
 *
 * In: `?screen=sidebar-lead&theme=dark&dir=rtl`. Out: that screen, at a fixed moment in a fixed zone.
 * This file: the made-up lead, and its extremes.
 */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { EVENT_KINDS_SEEN } from './event-kinds.ts';

/** Monday 23 November 2026, 14:05 in Berlin. */
export const NOW = Date.parse('2026-11-23T13:05:00Z');
export const PLACE = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** @returns the instant that long ago. */
export const before = (span: number): string => new Date(NOW - span).toISOString();

/** @returns a UUID that says its number. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const DAY_MS = DAY;

export { DAY_MS as DAY, HOUR };

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

const event = (n: number, at: string, over: Partial<TimelineEvent>): TimelineEvent => ({
  id: id(1000 + n),
  kind: 'page_viewed',
  at,
  title: 'Viewed a page',
  detail: null,
  url: null,
  source: 'Website',
  campaign: null,
  moment: true,
  machine: false,
  clockCorrected: false,
  ...over,
});

export const MOMENTS: TimelineEvent[] = [
  event(1, before(2 * HOUR), {
    kind: 'demo_requested',
    title: 'Asked for a demo',
    detail: 'form “Talk to us”',
    campaign: 'Autumn nurture',
  }),
  event(2, before(21 * HOUR), {
    title: 'Viewed “Pricing for teams”',
    detail: 'third time this week',
    url: 'https://www.example.com/pricing',
  }),
  event(3, before(21.2 * HOUR), {
    kind: 'content_downloaded',
    title: 'Read “Capacity without guesswork”',
    url: 'https://www.example.com/guide',
    campaign: 'Autumn nurture',
  }),
  event(4, before(2 * DAY), {
    kind: 'email_opened',
    title: 'Opened “November issue”',
    source: 'Mautic',
    machine: true,
    moment: false,
    campaign: 'Partner newsletter',
  }),
  event(5, before(6.1 * DAY), {
    kind: 'webinar_attended',
    title: 'Attended webinar “Planning for 2027”',
    detail: '47 of 60 min, asked 1 question',
    source: 'HubSpot',
    campaign: 'Planning for 2027',
  }),
  event(6, before(12 * DAY), {
    kind: 'email_clicked',
    title: 'Clicked “See the plans” in “November issue”',
    source: 'Mautic',
    campaign: 'Partner newsletter',
  }),
  event(7, before(80 * DAY), {
    kind: 'form_submitted',
    title: 'Subscribed to the partner newsletter',
    source: 'HubSpot',
    campaign: 'Partner newsletter',
    clockCorrected: true,
  }),
];

/** @returns `count` events over about 400 days, newest first, all the same every time. */
export function manyEvents(count: number): TimelineEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const kind = EVENT_KINDS_SEEN[(n * 7) % EVENT_KINDS_SEEN.length] ?? EVENT_KINDS_SEEN[0];
    return event(n, before(n * 3.2 * HOUR + ((n * 7919) % 5000) * 1000), {
      ...kind,
      machine: n % 11 === 3,
      moment: n % 11 !== 3 && n % 4 !== 0,
    });
  });
}

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
