/** What senders call their events, and what that is to us. Data: a new name is a new line. */
import type { EventKind } from '../../lib/contract/words.ts';

/** By normalised name (see `normalised`). First the Segment e-mail spec, then what B2B sites use. */
export const KINDS: Record<string, EventKind> = {
  'email sent': 'email_sent',
  'email delivered': 'email_delivered',
  'email opened': 'email_opened',
  'email open': 'email_opened',
  'email link clicked': 'email_clicked',
  'email clicked': 'email_clicked',
  'email click': 'email_clicked',
  'email bounced': 'email_bounced',
  'email bounce': 'email_bounced',
  'email marked as spam': 'spam_reported',
  'spam reported': 'spam_reported',
  unsubscribed: 'unsubscribed',
  'email unsubscribed': 'unsubscribed',
  'form submitted': 'form_submitted',
  'form submit': 'form_submitted',
  'form completed': 'form_submitted',
  'submitted form': 'form_submitted',
  'content downloaded': 'content_downloaded',
  'asset downloaded': 'content_downloaded',
  'whitepaper downloaded': 'content_downloaded',
  'white paper downloaded': 'content_downloaded',
  'ebook downloaded': 'content_downloaded',
  'guide downloaded': 'content_downloaded',
  'resource downloaded': 'content_downloaded',
  'file downloaded': 'content_downloaded',
  'webinar registered': 'webinar_registered',
  'webinar registration': 'webinar_registered',
  'registered for webinar': 'webinar_registered',
  'webinar attended': 'webinar_attended',
  'attended webinar': 'webinar_attended',
  'event attended': 'event_attended',
  'attended event': 'event_attended',
  'booth visited': 'event_attended',
  'demo requested': 'demo_requested',
  'demo request': 'demo_requested',
  'requested demo': 'demo_requested',
  'trial started': 'trial_started',
  'started trial': 'trial_started',
  'meeting booked': 'meeting_booked',
  'meeting scheduled': 'meeting_booked',
  'booked meeting': 'meeting_booked',
  // What became of it, as CRMs and revenue tools call it.
  'opportunity created': 'opportunity_opened',
  'opportunity opened': 'opportunity_opened',
  'deal created': 'opportunity_opened',
  'deal opened': 'opportunity_opened',
  'opportunity won': 'deal_won',
  'deal won': 'deal_won',
  'closed won': 'deal_won',
  'deal closed won': 'deal_won',
  'opportunity closed won': 'deal_won',
  'opportunity lost': 'deal_lost',
  'deal lost': 'deal_lost',
  'closed lost': 'deal_lost',
  'deal closed lost': 'deal_lost',
  'opportunity closed lost': 'deal_lost',
};

/** `Email Link Clicked`, `email_link_clicked`, `emailLinkClicked` and `EMAIL-LINK  clicked` are one name. */
export function normalised(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-./:]+/g, ' ')
    .trim();
}

/** @returns the kind of a `track` call of this name; `other` for what we have no word for */
export function kindOf(name: string): EventKind {
  const key = normalised(name);
  return Object.hasOwn(KINDS, key) ? (KINDS[key] ?? 'other') : 'other';
}

/**
 * Names of events about somebody else than the one who did it: their `properties.email` is the invited person's.
 */
const ABOUT_OTHERS = new Set(['invite sent', 'account added user', 'account removed user']);

/** @returns whether `properties.email` of such an event can be the address of the person who did it */
export function isAboutThemselves(name: string): boolean {
  const key = normalised(name);
  return (kindOf(name) !== 'other' || key === 'signed up') && !ABOUT_OTHERS.has(key);
}
