/**
 * Marketo's two example programs, "OP-Scoring-Behavior" and "OP-Scoring-Demographic" (values of their tokens), with the line of
 * 100 that is common there. Points are divided by five, so that one is a tenth of a logit. What else differs, and why:
 * - decay is a half-life of 90 days instead of "-10 for no activity" (see engagement.ts);
 * - an e-mail click (+2) is too little for a whole point: two of late give 1, five give 2;
 * - "multiple pages in a day" (+5) is one point for about three pages of late;
 * - paid clicks (+15) and the source of a lead (+8 to +20) are left out: Truce shows them in reports, where their worth is
 *   measured, instead of assuming it;
 * - "high", "mid" and "low" titles are words here, the same as in the GitLab preset; revenue and industry are the team's to
 *   add, since nobody else knows which are good;
 * - invalid names (-5) are left out: Truce shows what the record says and takes "bad data" as a reason.
 */
import type { LeadDefinition } from '../../contract/definition.ts';
import { defaultReasons } from './reasons.ts';
import { titles } from './titles.ts';

export const marketoPreset: LeadDefinition = {
  version: 1,
  name: 'Lead definition',
  preset: {
    name: 'Marketo program',
    source:
      'https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/core-marketo-concepts/programs/program-library/op-scoring-behavior',
  },
  halfLifeDays: 90,
  engagement: [
    {
      id: 'demo',
      label: 'Asked for a demo',
      kind: 'demo_requested',
      points: 6,
      cap: 6,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'meeting',
      label: 'Booked a meeting',
      kind: 'meeting_booked',
      points: 6,
      cap: 6,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'contact-form',
      label: 'Filled in a contact form',
      kind: 'form_submitted',
      where: { field: 'name', contains: ['contact', 'demo', 'quote', 'talk to'] },
      points: 6,
      cap: 12,
      perDay: 1,
      handsOver: true,
    },
    {
      id: 'event-form',
      label: 'Filled in a form for an event',
      kind: 'form_submitted',
      where: { field: 'name', contains: ['event', 'webinar', 'register', 'registration'] },
      points: 3,
      cap: 6,
      perDay: 1,
    },
    {
      id: 'content-form',
      label: 'Filled in a form for content',
      kind: 'form_submitted',
      where: { field: 'name', contains: ['guide', 'paper', 'ebook', 'report', 'download'] },
      points: 3,
      cap: 9,
      perDay: 2,
    },
    { id: 'form', label: 'Filled in a form', kind: 'form_submitted', points: 2, cap: 6, perDay: 2 },
    { id: 'trial', label: 'Started a trial', kind: 'trial_started', points: 6, cap: 6, perDay: 1 },
    {
      id: 'booth',
      label: 'Visited our booth',
      kind: 'event_attended',
      where: { field: 'name', contains: ['booth', 'trade', 'fair'] },
      points: 1,
      cap: 2,
      perDay: 1,
    },
    {
      id: 'live-event',
      label: 'Came to a live event',
      kind: 'event_attended',
      points: 6,
      cap: 12,
      perDay: 1,
    },
    {
      id: 'webinar',
      label: 'Attended a webinar',
      kind: 'webinar_attended',
      points: 4,
      cap: 12,
      perDay: 1,
    },
    {
      id: 'webinar-signup',
      label: 'Signed up for a webinar',
      kind: 'webinar_registered',
      points: 3,
      cap: 6,
      perDay: 1,
    },
    {
      id: 'content',
      label: 'Downloaded content',
      kind: 'content_downloaded',
      points: 1,
      cap: 4,
      perDay: 2,
    },
    {
      id: 'key-page',
      label: 'Looked at a key page',
      kind: 'page_viewed',
      where: { field: 'path', contains: ['pricing', 'plans', 'compare', 'product'] },
      points: 1,
      cap: 5,
      perDay: 1,
    },
    {
      id: 'careers',
      label: 'Looked at jobs here',
      kind: 'page_viewed',
      where: { field: 'path', contains: ['careers', 'jobs'] },
      points: -1,
      cap: 4,
      perDay: 1,
    },
    {
      id: 'pages',
      label: 'Read several pages',
      kind: 'page_viewed',
      points: 0,
      cap: 2,
      perDay: 10,
      steps: [
        { from: 2.5, points: 1 },
        { from: 8, points: 2 },
      ],
    },
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
      id: 'unsubscribed',
      label: 'Unsubscribed',
      kind: 'unsubscribed',
      points: -10,
      cap: 10,
      perDay: 1,
    },
  ],
  fit: [
    { id: 'free-mail', label: 'Free-mail address', test: { is: 'free-mail' }, points: -1 },
    { id: 'decides', ...titles.decides, points: 3 },
    { id: 'manages', ...titles.manages, points: 2 },
    { id: 'experienced', ...titles.experienced, points: 1 },
    {
      id: 'sizeable',
      label: 'At least 25 people',
      test: { is: 'between', attribute: 'employees', from: 25 },
      points: 1,
    },
  ],
  fitCap: 20,
  totalCap: 60,
  mqlAt: 20,
  promisedShare: 0.65,
  expectedShare: 0.3,
  auditShare: 0,
  grades: { fit: [4, 3, 1], engagement: [16, 10, 4] },
  enough: { events: 1, fitRules: 2 },
  reasons: defaultReasons,
  sla: { salesHours: 24, marketingHours: 48, handoffMinutes: 15 },
  promisedPerWeek: null,
  stages: {},
  signedBy: { marketing: null, sales: null },
};
