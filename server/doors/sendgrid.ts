/**
 * SendGrid's Event Webhook: what happened to each mail, in arrays.
 *
 * Confirmed: the signature is ECDSA over SHA-256 of the timestamp header followed by the raw body, in base64; the key that
 * SendGrid shows is the DER form of a P-256 public key in base64, without the lines of a PEM (Twilio's "Event Webhook Security
 * Features"; SendGrid's libraries for Node, Python, Go and Java, whose test vector is one of our tests). Not confirmed:
 * whether a retry is signed with a new timestamp; SendGrid retries for a day, so that is the window, and `sg_event_id` makes
 * repeats within it harmless.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { isObject, type Loose, line, own, pick } from '../ingest/read.ts';
import { fromSeconds, jsonItems } from './body.ts';
import { type Door, type Heard, notKept } from './door.ts';
import { isInTime } from './signing.ts';

const RETRIED_FOR_MS = 25 * 3_600_000;

/** `deferred` is not here: it is tried again, and then delivered or bounced. */
const EVENTS: Record<string, string> = {
  processed: 'Email Sent',
  delivered: 'Email Delivered',
  open: 'Email Opened',
  click: 'Email Link Clicked',
  bounce: 'Email Bounced',
  dropped: 'Email Bounced',
  spamreport: 'Email Marked as Spam',
  unsubscribe: 'Unsubscribed',
  group_unsubscribe: 'Unsubscribed',
  group_resubscribe: 'Resubscribed',
};

export const sendgrid: Door = {
  proves: (request, secret) => {
    const at = request.header('x-twilio-email-event-webhook-timestamp') ?? '';
    const signature = request.header('x-twilio-email-event-webhook-signature') ?? '';
    const key = publicKey(secret);
    if (!key || !/^\d{1,12}$/.test(at)) return false;
    if (!isInTime(request, Number(at) * 1000, RETRIED_FOR_MS)) return false;
    const signed = Buffer.concat([Buffer.from(at), request.bytes]);
    return verify('sha256', signed, key, Buffer.from(signature, 'base64'));
  },
  open: ({ bytes }) => jsonItems(bytes),
  read: (item) => {
    if (!isObject(item)) return notKept('An event of SendGrid has to be an object.');
    const kind = line(own(item, 'event')) ?? '';
    if (kind === 'deferred') return [];
    const event = Object.hasOwn(EVENTS, kind) ? EVENTS[kind] : undefined;
    if (event === undefined) return notKept(`“${kind}” is no event of SendGrid that Truce knows.`);
    return [mailed(event, item)];
  },
};

/** @returns the key as SendGrid shows it, with or without the lines of a PEM; null when it is none of P-256 */
export function publicKey(text: string): KeyObject | null {
  try {
    const bare = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
    const key = createPublicKey({ key: Buffer.from(bare, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

function mailed(event: string, item: Loose): Heard {
  const category = own(item, 'category');
  const properties = {
    // The same for all that happens to one mail.
    email_id: line(own(item, 'sg_message_id')),
    email_subject: pick(item, ['subject', 'email_subject']),
    campaign_name:
      pick(item, ['singlesend_name', 'campaign_name', 'marketing_campaign_name']) ??
      line(Array.isArray(category) ? category[0] : category),
    link_url: own(item, 'url'),
    reason: line(own(item, 'reason'), 500),
    userAgent: line(own(item, 'useragent'), 500),
    machine: own(item, 'sg_machine_open') === true,
  };
  const message = {
    type: 'track',
    event,
    messageId: line(own(item, 'sg_event_id')),
    timestamp: fromSeconds(own(item, 'timestamp')),
    properties,
    context: { traits: { email: own(item, 'email') } },
  };
  return { message };
}
