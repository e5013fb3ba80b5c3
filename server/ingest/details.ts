/** What an event was about: the thing's name, its title, its address, the campaign it belongs to. */
import { LIMITS } from '../../lib/contract/text.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { type Loose, line, object, own, pick, webAddress } from './read.ts';

export interface Details {
  name: string;
  title: string | null;
  path: string | null;
  url: string | null;
  campaign: string | null;
  channel: string | null;
  mail: string | null;
}

const DEAL = [
  'deal_name',
  'dealName',
  'opportunity_name',
  'opportunityName',
  'deal',
  'opportunity',
  'title',
  'name',
];

/** Where senders put the name of the form, the webinar, the file; there is no standard, so the usual ones. */
export const THING: Partial<Record<EventKind, readonly string[]>> = {
  form_submitted: [
    'form_name',
    'formName',
    'form',
    'form_title',
    'name',
    'title',
    'form_id',
    'formId',
  ],
  content_downloaded: [
    'content_title',
    'content_name',
    'content',
    'asset_name',
    'asset',
    'title',
    'name',
    'file_name',
    'fileName',
    'file',
  ],
  webinar_registered: ['webinar_title', 'webinar_name', 'webinar', 'title', 'name', 'topic'],
  webinar_attended: ['webinar_title', 'webinar_name', 'webinar', 'title', 'name', 'topic'],
  event_attended: ['event_title', 'event_name', 'event', 'title', 'name'],
  demo_requested: ['form_name', 'form', 'product', 'title', 'name'],
  trial_started: ['plan', 'product', 'title', 'name'],
  meeting_booked: ['meeting_title', 'subject', 'title', 'name'],
  unsubscribed: ['list_name', 'list'],
  opportunity_opened: DEAL,
  deal_won: DEAL,
  deal_lost: DEAL,
  other: ['title', 'name', 'label'],
};

/**
 * @param called the event's name as the sender wrote it; of a page call its name, if any
 */
export function detailsOf(kind: EventKind, called: string | null, message: Loose): Details {
  const properties = object(own(message, 'properties'));
  const context = object(own(message, 'context'));
  const page = object(own(context, 'page'));
  const isMail = kind.startsWith('email_') || kind === 'spam_reported';
  const address = isMail
    ? webAddress(own(properties, 'link_url') ?? own(properties, 'url'))
    : (webAddress(own(properties, 'url')) ?? webAddress(own(page, 'url')));
  const path = pathIn(properties) ?? address?.pathname ?? pathIn(page);
  return {
    ...namesOf(kind, called, properties, page, address),
    path: line(path, LIMITS.url),
    url: address?.href ?? null,
    ...originOf(properties, context, address),
    mail: isMail
      ? pick(properties, [
          'email_id',
          'sg_message_id',
          'message_id',
          'campaign_id',
          'email_subject',
          'subject',
        ])
      : null,
  };
}

function namesOf(
  kind: EventKind,
  called: string | null,
  properties: Loose,
  page: Loose,
  address: URL | null,
): Pick<Details, 'name' | 'title'> {
  if (kind === 'page_viewed') {
    const title = pick(properties, ['title']) ?? called ?? pick(page, ['title']);
    return { name: called ?? title ?? address?.pathname.slice(0, LIMITS.name) ?? 'Page', title };
  }
  if (kind.startsWith('email_') || kind === 'spam_reported') {
    const title = pick(properties, ['email_subject', 'subject', 'email_name', 'campaign_name']);
    const link = pick(properties, ['link_text', 'link_name', 'link_title']) ?? shortOf(address);
    return { name: (kind === 'email_clicked' ? link : null) ?? called ?? kind, title };
  }
  const thing = pick(properties, THING[kind] ?? []);
  // For what we know, rules look at the thing ("Contact us"); for what we do not, at the sender's own word.
  return { name: (kind === 'other' ? called : (thing ?? called)) ?? kind, title: thing };
}

/** `example.com/pricing`: an address as people say it. */
function shortOf(address: URL | null): string | null {
  if (!address) return null;
  return line(
    `${address.host.replace(/^www\./, '')}${address.pathname === '/' ? '' : address.pathname}`,
  );
}

function originOf(
  properties: Loose,
  context: Loose,
  address: URL | null,
): Pick<Details, 'campaign' | 'channel'> {
  const campaign = object(own(context, 'campaign'));
  const query = address?.searchParams;
  return {
    campaign:
      pick(campaign, ['name']) ??
      pick(properties, ['campaign_name', 'campaign', 'utm_campaign']) ??
      line(query?.get('utm_campaign')),
    channel:
      pick(campaign, ['source']) ??
      pick(properties, ['utm_source']) ??
      line(query?.get('utm_source')),
  };
}

function pathIn(from: Loose): string | null {
  const path = own(from, 'path');
  return typeof path === 'string' && path.startsWith('/') ? path : null;
}
