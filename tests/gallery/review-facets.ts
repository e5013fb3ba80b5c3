/** What the made-up queue counts, what its reasons have in common, and whom a search finds. */
import type { ViewLine } from '../../components/review/props.ts';
import {
  type LeadFound,
  type PatternsAnswer,
  type ReviewFacets,
  reviewFilter,
} from '../../lib/contract/review.ts';
import { id } from './moment.ts';
import { HOSTILE_NAME } from './people.ts';

const everything = reviewFilter.parse({});

export const VIEWS: ViewLine[] = [
  { id: 'open', name: null, filter: everything, n: 47 },
  { id: 'late', name: null, filter: { ...everything, hours: { from: 48, to: null } }, n: 6 },
  {
    id: 'score',
    name: null,
    filter: { ...everything, said: ['score_too_high', 'score_too_low'] },
    n: 11,
  },
  { id: 'answered', name: null, filter: { ...everything, state: 'answered' }, n: null },
  { id: 'own', name: 'Autumn webinars', filter: { ...everything, sources: ['Webinar'] }, n: 19 },
];

const shares = (of: Record<string, number>) =>
  Object.entries(of).map(([value, n]) => ({ value, n }));

export const FACETS: ReviewFacets = {
  total: 47,
  said: [
    { value: 'rejected', n: 28 },
    { value: 'disqualified', n: 8 },
    { value: 'score_too_high', n: 5 },
    { value: 'score_too_low', n: 2 },
    { value: 'signal_wrong', n: 4 },
  ],
  reasons: [
    ...shares({
      Student: 11,
      'Not our market': 9,
      'Wrong person': 7,
      'Bad data': 5,
      'No budget': 4,
    }),
    { value: null, n: 11 },
    ...shares({ 'Already a customer': 1 }),
  ],
  sources: shares({
    Webinar: 19,
    'Paid social': 12,
    'Website form': 9,
    'Partner newsletter': 4,
    [HOSTILE_NAME]: 2,
    'Trade fair': 1,
  }),
  campaigns: [
    ...shares({ 'Planning for 2027': 17, 'Ops leaders, Q4': 12 }),
    { value: null, n: 9 },
    ...shares({ 'Plan guide': 5, 'September issue': 4 }),
  ],
  reps: [
    { memberId: id(72), name: 'Tomas Reyes', n: 17 },
    { memberId: id(74), name: 'Kim', n: 14 },
    { memberId: id(75), name: 'Okafor', n: 16 },
  ],
  points: [
    { value: 0, n: 2 },
    { value: 10, n: 8 },
    { value: 20, n: 19 },
    { value: 30, n: 12 },
    { value: 50, n: 6 },
  ],
  waited: { day: 14, twoDays: 27, longer: 6 },
};

export const PATTERNS: PatternsAnswer = {
  patterns: [
    {
      id: 'student-webinar',
      said: 'rejected',
      reason: 'Student',
      by: 'campaign',
      value: 'Planning for 2027',
      label: 'Planning for 2027',
      among: { n: 41, of: 108, low: 0.294, high: 0.474 },
      everybody: { n: 116, of: 1284, low: 0.076, high: 0.107 },
      change: {
        of: 'fit-rule',
        rule: {
          id: 'university-address',
          label: 'University address',
          test: { is: 'mail-domain', domains: ['edu', 'ac.uk'] },
          points: -12,
        },
      },
    },
    {
      id: 'wrong-person',
      said: 'rejected',
      reason: 'Wrong person',
      by: 'source',
      value: 'Paid social',
      label: 'Paid social',
      among: { n: 30, of: 52, low: 0.442, high: 0.702 },
      everybody: { n: 210, of: 1284, low: 0.144, high: 0.185 },
      change: null,
    },
  ],
  looked: 311,
  needs: 20,
};

export const FOUND: LeadFound[] = [
  {
    leadId: id(401),
    name: 'Nora Lindquist',
    company: 'Aldwick University',
    email: 'n.lindquist@aldwick.example',
    points: 14,
  },
  { leadId: id(402), name: 'Noah Brandt', company: null, email: null, points: -3 },
];
