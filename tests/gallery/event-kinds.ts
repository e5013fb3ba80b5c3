/** What a busy lead does all year, for long timelines. */
import type { TimelineEvent } from '../../lib/contract/event.ts';

type Kind = Pick<TimelineEvent, 'kind' | 'title' | 'source' | 'campaign' | 'url' | 'detail'>;

const seen = (kind: Kind['kind'], title: string, over: Partial<Kind> = {}): Kind => ({
  kind,
  title,
  source: 'Website',
  campaign: null,
  url: null,
  detail: null,
  ...over,
});

export const EVENT_KINDS_SEEN: readonly [Kind, ...Kind[]] = [
  seen('page_viewed', 'Viewed “Pricing for teams”', { url: 'https://www.example.com/pricing' }),
  seen('email_opened', 'Opened “Weekly digest”', { source: 'Mautic', campaign: 'Digest' }),
  seen('email_clicked', 'Clicked “Read on” in “Weekly digest”', {
    source: 'Mautic',
    campaign: 'Digest',
  }),
  seen('content_downloaded', 'Downloaded “The planning handbook”', { detail: 'PDF, 48 pages' }),
  seen('webinar_registered', 'Registered for “Capacity basics”', {
    source: 'HubSpot',
    campaign: 'Capacity basics',
  }),
  seen('page_viewed', 'Viewed “Customers: how a freight company halved its backlog in a quarter”'),
];
