/** What a made-up lead did: the few moments that tell a story, and a busy year for long timelines. */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import { before, DAY, HOUR, id } from './moment.ts';

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

const EVENT_KINDS_SEEN: readonly [Kind, ...Kind[]] = [
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

const event = (n: number, at: string, over: Partial<TimelineEvent>): TimelineEvent => ({
  id: id(1000 + n),
  kind: 'page_viewed',
  at,
  title: 'Viewed a page',
  detail: null,
  url: null,
  source: 'Website',
  campaign: null,
  who: null,
  moment: true,
  machine: false,
  clockCorrected: false,
  ...over,
});

export const MOMENTS: TimelineEvent[] = [
  event(1, before(2 * HOUR), {
    title: 'Viewed “Plans compared”',
    detail: '3 min 10 s, from search',
    url: 'https://www.example.com/plans',
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
