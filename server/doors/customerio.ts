/**
 * Customer.io's Reporting Webhooks: one event each.
 *
 * Confirmed: `X-CIO-Signature` is hex of HMAC-SHA256 with the webhook's signing key over `v0:`, `X-CIO-Timestamp` (seconds),
 * `:` and the raw body; `event_id`, `object_type`, `metric`, `timestamp`, `data.customer_id`, `data.identifiers` (docs.customer.io,
 * "Reporting webhooks", and public handlers of it). It retries for seven days and holds back all later events meanwhile, and it is
 * not said whether a retry is signed anew, so the window is eight days; `event_id` makes repeats within it harmless. Not
 * confirmed: flags for opens by machines; `machine_…`, `prefetch_…` and `human_…` are metrics of its API and understood as such.
 */
import { isObject, type Loose, line, object, own, pick } from '../ingest/read.ts';
import { emailOf, extIdent, idOf } from '../leads/idents.ts';
import { fromSeconds, jsonItems } from './body.ts';
import { type Door, type Heard, notKept } from './door.ts';
import { hmac, isInTime, says } from './signing.ts';

const RETRIED_FOR_MS = 8 * 86_400_000;

const METRICS: Record<string, string> = {
  sent: 'Email Sent',
  delivered: 'Email Delivered',
  opened: 'Email Opened',
  prefetch_opened: 'Email Opened',
  machine_opened: 'Email Opened',
  clicked: 'Email Link Clicked',
  machine_clicked: 'Email Link Clicked',
  bounced: 'Email Bounced',
  dropped: 'Email Bounced',
  undeliverable: 'Email Bounced',
  failed: 'Email Bounced',
  spammed: 'Email Marked as Spam',
  unsubscribed: 'Unsubscribed',
  converted: 'Converted',
};

/** Nothing has happened yet, or the same is told as “opened” and “clicked”. */
const NOT_NEWS = new Set(['drafted', 'attempted', 'human_opened', 'human_clicked']);

export const customerio: Door = {
  proves: (request, secret) => {
    const at = request.header('x-cio-timestamp') ?? '';
    if (!/^\d{1,12}$/.test(at)) return false;
    if (!isInTime(request, Number(at) * 1000, RETRIED_FOR_MS)) return false;
    const expected = hmac(secret, `v0:${at}:`, request.bytes);
    return says(request.header('x-cio-signature')?.replace(/^v0=/, ''), 'hex', expected);
  },
  open: ({ bytes }) => jsonItems(bytes),
  read: (item) => {
    if (!isObject(item)) return notKept('An event of Customer.io has to be an object.');
    const about = line(own(item, 'object_type')) ?? 'email';
    // Older hooks write “email_opened”.
    const metric = (line(own(item, 'metric')) ?? '').replace(/^(email|customer)_/, '');
    if (about === 'customer') return customer(metric, item);
    if (about !== 'email') {
      return notKept(`Truce keeps e-mails of Customer.io, not “${about}”; switch that off there.`);
    }
    if (NOT_NEWS.has(metric)) return [];
    const event = Object.hasOwn(METRICS, metric) ? METRICS[metric] : undefined;
    if (event === undefined) return notKept(`“${metric}” is no metric that Truce knows.`);
    return [heard(event, mail(metric, item), item)];
  },
};

function customer(metric: string, item: Loose): Heard[] {
  if (metric === 'unsubscribed') return [heard('Unsubscribed', {}, item)];
  // Settings of a person, by whoever set them.
  const title = metric.replaceAll('_', ' ');
  return [heard('Subscription Changed', { title, machine: true }, item)];
}

function mail(metric: string, item: Loose): Loose {
  const data = object(own(item, 'data'));
  const machine = /^(machine|prefetch)_/.test(metric);
  return {
    email_id: line(own(data, 'delivery_id')),
    email_subject: line(own(data, 'subject')),
    campaign_name: pick(data, ['campaign_name', 'newsletter_name', 'broadcast_name']),
    link_url: own(data, 'href') ?? own(data, 'link_url'),
    reason: line(own(data, 'failure_message'), 500),
    machine: machine || own(data, 'prefetched') === true || own(data, 'machine') === true,
  };
}

function heard(event: string, properties: Loose, item: Loose): Heard {
  const data = object(own(item, 'data'));
  const identifiers = object(own(data, 'identifiers'));
  const recipient = own(data, 'recipient') ?? own(data, 'email_address');
  const email = own(identifiers, 'email') ?? own(data, 'email_address') ?? emailOf(recipient);
  const id = idOf(own(data, 'customer_id') ?? own(identifiers, 'id'));
  const message = {
    type: 'track',
    event,
    messageId: line(own(item, 'event_id')),
    timestamp: fromSeconds(own(item, 'timestamp')),
    properties,
    context: { traits: { email } },
  };
  // An id that is an address says no more than the address.
  const isName = id !== null && emailOf(id) === null;
  return { message, names: isName ? [extIdent('customerio', id)] : [] };
}
