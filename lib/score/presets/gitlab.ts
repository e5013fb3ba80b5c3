/**
 * The scoring model GitLab publishes for itself, the only complete one in the open. GitLab's points are divided by five,
 * so that one is a tenth of a logit: MQL at 100 becomes 20, which is odds 7.4 times those of somebody without points, and a
 * webcast (+40, here 8) a bit more than doubles them. What else differs here, and why:
 * - decay is a half-life of 90 days instead of "-10 per 30 idle days" (see engagement.ts);
 * - what makes an MQL by itself at GitLab (+100) hands over by itself here, too, and stays in the sum: left out of it, the
 *   chance that is promised for those who asked would be too low;
 * - "key page, once a week" is once a day with a cap of two weeks' worth;
 * - "unsubscribe resets to the fit score" is -20, since a rule cannot reset;
 * - an e-mail click gives +2 at Marketo's example program, too little for a whole point: two of late give 1, five give 2.
 *   Opens give 0 and are listed so that people see they do;
 * - the functions that get +20 and +10 are the buyers of a planning tool, not of a development platform.
 */
import type { LeadDefinition } from '../../contract/definition.ts';
import { defaultReasons } from './reasons.ts';
import { titles } from './titles.ts';

export const gitlabPreset: LeadDefinition = {
  version: 1,
  name: 'Lead definition',
  preset: {
    name: 'GitLab 2025',
    source:
      'https://handbook.gitlab.com/handbook/marketing/marketing-operations/marketo/#lead-scoring',
  },
  halfLifeDays: 90,
  engagement: [
    {
      id: 'demo',
      label: 'Asked for a demo',
      kind: 'demo_requested',
      points: 20,
      cap: 20,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'trial',
      label: 'Started a trial',
      kind: 'trial_started',
      points: 20,
      cap: 20,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'meeting',
      label: 'Booked a meeting',
      kind: 'meeting_booked',
      points: 20,
      cap: 20,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'hand-raise',
      label: 'Asked to talk to sales',
      kind: 'form_submitted',
      where: { field: 'name', contains: ['contact', 'demo', 'quote', 'talk to'] },
      points: 20,
      cap: 20,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'subscription',
      label: 'Subscribed to the newsletter',
      kind: 'form_submitted',
      where: { field: 'name', contains: ['newsletter', 'subscri'] },
      points: 1,
      cap: 1,
      perDay: 1,
    },
    {
      id: 'form',
      label: 'Filled in a form',
      kind: 'form_submitted',
      points: 3,
      cap: 9,
      perDay: 2,
    },
    {
      id: 'in-person',
      label: 'Met us at an event',
      kind: 'event_attended',
      points: 8,
      cap: 16,
      perDay: 1,
    },
    {
      id: 'webinar',
      label: 'Attended a webinar',
      kind: 'webinar_attended',
      points: 8,
      cap: 16,
      perDay: 1,
    },
    {
      id: 'webinar-signup',
      label: 'Signed up for a webinar',
      kind: 'webinar_registered',
      points: 4,
      cap: 8,
      perDay: 1,
    },
    {
      id: 'content',
      label: 'Downloaded content',
      kind: 'content_downloaded',
      points: 3,
      cap: 9,
      perDay: 2,
    },
    {
      id: 'pricing',
      label: 'Looked at pricing',
      kind: 'page_viewed',
      where: { field: 'path', contains: ['pricing', 'plans', 'compare'] },
      points: 5,
      cap: 10,
      perDay: 1,
    },
    {
      id: 'careers',
      label: 'Looked at jobs here',
      kind: 'page_viewed',
      where: { field: 'path', contains: ['careers', 'jobs'] },
      points: -2,
      cap: 6,
      perDay: 1,
    },
    { id: 'pages', label: 'Read other pages', kind: 'page_viewed', points: 0, cap: 0, perDay: 10 },
    {
      id: 'clicked',
      label: 'Clicked in an e-mail',
      kind: 'email_clicked',
      points: 0,
      cap: 2,
      perDay: 2,
      steps: [
        { from: 1.5, points: 1 },
        { from: 4, points: 2 },
      ],
    },
    { id: 'opened', label: 'Opened an e-mail', kind: 'email_opened', points: 0, cap: 0, perDay: 1 },
    {
      id: 'bounced',
      label: 'E-mail bounced',
      kind: 'email_bounced',
      points: -4,
      cap: 4,
      perDay: 1,
    },
    {
      id: 'unsubscribed',
      label: 'Unsubscribed',
      kind: 'unsubscribed',
      points: -20,
      cap: 20,
      perDay: 1,
    },
    {
      id: 'spam',
      label: 'Reported us as spam',
      kind: 'spam_reported',
      points: -20,
      cap: 20,
      perDay: 1,
    },
  ],
  fit: [
    { id: 'business-mail', label: 'Business address', test: { is: 'business-mail' }, points: 7 },
    { id: 'decides', ...titles.decides, points: 3 },
    { id: 'manages', ...titles.manages, points: 2 },
    { id: 'experienced', ...titles.experienced, points: 1 },
    {
      id: 'plans',
      label: 'Works where planning happens',
      group: 'function',
      test: {
        is: 'contains',
        attribute: 'title',
        words: ['operations', 'planning', 'logistics', 'program', 'project', 'infrastructure'],
      },
      points: 4,
    },
    {
      id: 'near',
      label: 'Works near planning',
      group: 'function',
      test: {
        is: 'contains',
        attribute: 'title',
        words: [
          'product',
          'engineer',
          'engineering',
          'strategy',
          'strategist',
          'solutions',
          'data',
          'analyst',
          'architect',
        ],
      },
      points: 2,
    },
  ],
  fitCap: 14,
  totalCap: 60,
  mqlAt: 20,
  promisedShare: 0.65,
  expectedShare: 0.3,
  auditShare: 0,
  grades: { fit: [11, 9, 7], engagement: [20, 12, 5] },
  enough: { events: 1, fitRules: 3 },
  reasons: defaultReasons,
  sla: { salesHours: 24, marketingHours: 48, handoffMinutes: 15 },
  promisedPerWeek: null,
  stages: {},
  signedBy: { marketing: null, sales: null },
};
