/** Kinds of events and lengths of time as people say them. */
import type { EventKind } from '../../lib/contract/words.ts';

/** What a person did, in groups that are mostly kept alike. */
export const GROUPS: readonly { title: string; kinds: readonly [EventKind, string][] }[] = [
  {
    title: 'On the website',
    kinds: [
      ['page_viewed', 'Pages they read'],
      ['content_downloaded', 'What they downloaded'],
      ['form_submitted', 'Forms they sent'],
    ],
  },
  { title: 'All else', kinds: [['other', 'What your sources call otherwise']] },
  {
    title: 'What became of them',
    kinds: [
      ['opportunity_opened', 'Opportunities'],
      ['deal_won', 'Deals won'],
      ['deal_lost', 'Deals lost'],
    ],
  },
  {
    title: 'Meeting you',
    kinds: [
      ['webinar_registered', 'Webinars they signed up for'],
      ['webinar_attended', 'Webinars they attended'],
      ['event_attended', 'Events they came to'],
      ['demo_requested', 'Demos they asked for'],
      ['trial_started', 'Trials they started'],
      ['meeting_booked', 'Meetings they booked'],
    ],
  },
  {
    title: 'By mail',
    kinds: [
      ['email_sent', 'Mails sent to them'],
      ['email_delivered', 'Mails that arrived'],
      ['email_opened', 'Mails they opened'],
      ['email_clicked', 'Links they followed'],
      ['email_bounced', 'Mails that came back'],
      ['unsubscribed', 'That they unsubscribed'],
      ['spam_reported', 'That they called it spam'],
    ],
  },
];

/** Lengths that are offered, in days; null keeps for ever. */
export const LENGTHS: readonly (number | null)[] = [30, 90, 183, 365, 730, 1095, 1825, null];

const NAMED: Record<number, string> = {
  30: '30 days',
  90: '90 days',
  183: 'half a year',
  365: 'a year',
  730: '2 years',
  1095: '3 years',
  1825: '5 years',
};

/** @returns how long that is */
export const lengthWords = (days: number | null): string =>
  days === null ? 'for ever' : (NAMED[days] ?? `${days} ${days === 1 ? 'day' : 'days'}`);
