/** Kinds of events in groups, and lengths of time as people say them. */
import type { EventKind } from '../../lib/contract/words.ts';
import { privacyWords } from '../../lib/words/privacy.ts';

type Group = keyof ReturnType<typeof privacyWords>['retention']['groups'];

/** What a person did, in groups that are mostly kept alike. */
export const GROUPS: readonly { group: Group; kinds: readonly EventKind[] }[] = [
  { group: 'website', kinds: ['page_viewed', 'content_downloaded', 'form_submitted'] },
  { group: 'else', kinds: ['other'] },
  { group: 'outcome', kinds: ['opportunity_opened', 'deal_won', 'deal_lost'] },
  {
    group: 'meeting',
    kinds: [
      'webinar_registered',
      'webinar_attended',
      'event_attended',
      'demo_requested',
      'trial_started',
      'meeting_booked',
    ],
  },
  {
    group: 'mail',
    kinds: [
      'email_sent',
      'email_delivered',
      'email_opened',
      'email_clicked',
      'email_bounced',
      'unsubscribed',
      'spam_reported',
    ],
  },
];

/** Lengths that are offered, in days; null keeps for ever. */
export const LENGTHS: readonly (number | null)[] = [30, 90, 183, 365, 730, 1095, 1825, null];

/** @returns how long that is */
export function lengthWords(days: number | null): string {
  const t = privacyWords().retention;
  if (days === null) return t.forEver;
  if (days === 183) return t.halfYear;
  return days % 365 === 0 ? t.years(days / 365) : t.days(days);
}
