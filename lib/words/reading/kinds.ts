/** Kinds of events as names of a group: `Page views 12`. */
import type { EventKind } from '../../contract/words.ts';

export const kinds: Record<EventKind, string> = {
  page_viewed: 'Page views',
  form_submitted: 'Forms',
  content_downloaded: 'Downloads',
  webinar_registered: 'Webinar sign-ups',
  webinar_attended: 'Webinars attended',
  event_attended: 'Events attended',
  demo_requested: 'Demo requests',
  trial_started: 'Trials',
  meeting_booked: 'Meetings',
  email_sent: 'Mails sent',
  email_delivered: 'Mails delivered',
  email_opened: 'Mails opened',
  email_clicked: 'Mail clicks',
  email_bounced: 'Mails bounced',
  unsubscribed: 'Unsubscribed',
  spam_reported: 'Spam reports',
  other: 'Other',
  opportunity_opened: 'Opportunities',
  deal_won: 'Deals won',
  deal_lost: 'Deals lost',
};
