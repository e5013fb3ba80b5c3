/**
 * Brevo's webhooks for transactional and marketing mail: one object, or an array of them.
 *
 * Confirmed: names and fields of events, that `ts_event` is UTC in seconds (developers.brevo.com, "Marketing webhooks",
 * "Transactional webhooks"), and that `ts_epoch` (milliseconds) is the one that can be trusted while `ts` and `date` follow the
 * account's zone (notes in django-anymail's handler). Nothing is signed, and no event has an id: it is made of what it says. The
 * same thing is called `hardBounce`, `hard_bounce` and so on in different places, so names are compared without case and marks.
 */
import { isObject, type Loose, line, own, pick } from '../ingest/read.ts';
import { emailIdent, emailOf } from '../leads/idents.ts';
import { fromMillis, fromSeconds, jsonItems } from './body.ts';
import { type Door, forAnAdmin, type Heard, notKept } from './door.ts';

const EVENTS: Record<string, string> = {
  request: 'Email Sent',
  sent: 'Email Sent',
  delivered: 'Email Delivered',
  opened: 'Email Opened',
  uniqueopened: 'Email Opened',
  firstopening: 'Email Opened',
  proxyopen: 'Email Opened',
  uniqueproxyopen: 'Email Opened',
  click: 'Email Link Clicked',
  clicked: 'Email Link Clicked',
  hardbounce: 'Email Bounced',
  softbounce: 'Email Bounced',
  blocked: 'Email Bounced',
  invalid: 'Email Bounced',
  invalidemail: 'Email Bounced',
  error: 'Email Bounced',
  spam: 'Email Marked as Spam',
  complaint: 'Email Marked as Spam',
  unsubscribe: 'Unsubscribed',
  unsubscribed: 'Unsubscribed',
};

export const brevo: Door = {
  open: ({ bytes }) => jsonItems(bytes),
  read: (item) => {
    if (!isObject(item)) return notKept('An event of Brevo has to be an object.');
    const said = line(own(item, 'event')) ?? '';
    const kind = said.toLowerCase().replace(/[^a-z]/g, '');
    if (kind === 'contactdeleted') {
      return forAnAdmin(
        'Brevo has deleted a contact. What is known here stays; erase the person if that was meant.',
        namesIn(item),
      );
    }
    // Tried again later; and what colleagues do with lists and fields.
    if (['deferred', 'listaddition', 'contactupdated', 'uniquecouponsent'].includes(kind))
      return [];
    const event = Object.hasOwn(EVENTS, kind) ? EVENTS[kind] : undefined;
    if (event === undefined) return notKept(`“${said}” is no event of Brevo that Truce knows.`);
    return [mailed(event, kind, item)];
  },
};

/** One address, or several at once. */
function namesIn(item: Loose): string[] {
  const said = own(item, 'email');
  return (Array.isArray(said) ? said : [said])
    .map(emailOf)
    .flatMap((address) => (address === null ? [] : [emailIdent(address)]));
}

function mailed(event: string, kind: string, item: Loose): Heard {
  const timestamp =
    fromMillis(own(item, 'ts_epoch')) ??
    fromSeconds(own(item, 'ts_event')) ??
    fromSeconds(own(item, 'ts'));
  const mail = line(own(item, 'message-id') ?? own(item, 'messageId') ?? own(item, 'camp_id'));
  const tags = own(item, 'tags');
  const properties = {
    email_id: mail,
    email_subject: line(own(item, 'subject')),
    campaign_name:
      pick(item, ['campaign name', 'campaign_name', 'tag']) ??
      (Array.isArray(tags) ? line(tags[0]) : null),
    link_url: own(item, 'link') ?? own(item, 'URL') ?? own(item, 'url'),
    reason: line(own(item, 'reason'), 500),
    userAgent: line(own(item, 'user_agent'), 500),
    machine: kind.includes('proxy'),
  };
  const email = own(item, 'email');
  const message = {
    type: 'track',
    event,
    // The first opening is told twice, as “opened” and as “unique opened”.
    messageId: JSON.stringify([event, email, mail, timestamp ?? null, properties.link_url ?? null]),
    timestamp,
    properties,
    context: { traits: { email } },
  };
  return { message };
}
