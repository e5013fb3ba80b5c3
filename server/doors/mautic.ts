/**
 * Mautic's webhooks: one object whose keys are kinds of events, each with an array of them.
 *
 * Confirmed in Mautic's source: `Webhook-Signature` is base64 of HMAC-SHA256 of the body with the hook's secret
 * (WebhookBundle/Http/Client.php); there is no timestamp, so a repeat is harmless only by the ids of its events, which are
 * made of all they say. The kinds and shapes are those of its subscribers; older versions call the person `lead`, newer ones
 * `contact`. There is no event for clicks: a click is a page hit that has both a redirect and an e-mail. A contact's `doNotContact`
 * names reasons: 1 unsubscribed, 2 bounced, 3 set by hand (LeadBundle/Entity/DoNotContact.php).
 */
import { createHash } from 'node:crypto';
import { isObject, type Loose, line, object, own, pick } from '../ingest/read.ts';
import { extIdent, idOf } from '../leads/idents.ts';
import { jsonObject } from './body.ts';
import { type Door, forAnAdmin, type Heard, type NotKept, notKept } from './door.ts';
import { mauticTraits } from './mautic-contact.ts';
import { hmac, says } from './signing.ts';

export const mautic: Door = {
  proves: ({ header, bytes }, secret) =>
    says(header('webhook-signature'), 'base64', hmac(secret, bytes)),
  open: ({ bytes }) =>
    Object.entries(jsonObject(bytes)).flatMap(([kind, payloads]) =>
      (Array.isArray(payloads) ? payloads : [payloads]).map((payload) => ({ kind, payload })),
    ),
  read: (item) => {
    const [kind, payload] = [line(own(object(item), 'kind')) ?? '', own(object(item), 'payload')];
    // Beside the events Mautic sends the time of the request.
    if (kind === 'timestamp') return [];
    if (!isObject(payload)) return notKept(`An event of “${kind}” has to be an object.`);
    return heardOf(kind.replace(/^mautic\./, ''), payload);
  },
};

function heardOf(kind: string, payload: Loose): Heard[] | NotKept {
  const inner = object(own(payload, 'stat') ?? own(payload, 'hit') ?? own(payload, 'submission'));
  const contact = object(
    own(payload, 'contact') ?? own(payload, 'lead') ?? own(inner, 'lead') ?? own(inner, 'contact'),
  );
  const one = { kind, payload, inner, contact };
  switch (kind) {
    case 'lead_post_save_new':
    case 'lead_post_save_update':
    case 'lead_company_change':
      return [identified(one)];
    case 'email_on_send':
      return [tracked(one, 'Email Sent', mail(one))];
    case 'email_on_open':
      return [tracked(one, 'Email Opened', mail(one))];
    case 'page_on_hit':
      return [hit(one)];
    case 'form_on_submit':
      return [tracked(one, 'Form Submitted', { form: own(inner, 'form') })];
    case 'lead_channel_subscription_changed':
      return subscription(one);
    case 'lead_post_delete':
      return deleted(idOf(own(payload, 'id') ?? own(contact, 'id')) ?? '?');
    // Mautic's own points and lists are its opinion, not what somebody did.
    case 'lead_points_change':
    case 'lead_list_change':
    case 'company_post_save':
    case 'company_post_delete':
    case 'sms_on_send':
      return [];
    default:
      return notKept(`“${kind}” is no event of Mautic that Truce knows.`);
  }
}

function deleted(id: string): NotKept {
  return forAnAdmin(
    `Mautic has deleted contact ${id}. What is known here stays; erase the person if that was meant.`,
    [extIdent('mautic', id)],
  );
}

interface One {
  kind: string;
  payload: Loose;
  inner: Loose;
  contact: Loose;
}

/** The moment as the thing itself says it, else as the hook does. */
function momentOf({ payload, inner }: One): unknown {
  return (
    own(inner, 'dateHit') ??
    own(inner, 'dateSubmitted') ??
    own(inner, 'lastOpened') ??
    own(inner, 'dateRead') ??
    own(payload, 'timestamp')
  );
}

function common(one: One): Loose {
  const traits = mauticTraits(one.contact);
  const email = own(traits, 'email') ?? own(one.inner, 'emailAddress');
  return {
    // Sent again, all of it is the same.
    messageId: createHash('sha256')
      .update(JSON.stringify([one.kind, one.payload]))
      .digest('hex'),
    timestamp: momentOf(one),
    context: { traits: { ...traits, email } },
  };
}

function names({ contact, payload }: One): string[] {
  const id = idOf(own(contact, 'id') ?? own(payload, 'leadId'));
  return id === null ? [] : [extIdent('mautic', id)];
}

function identified(one: One): Heard {
  const { context: _, ...rest } = common(one);
  const message = { ...rest, type: 'identify', traits: mauticTraits(one.contact) };
  return { message, names: names(one) };
}

function tracked(one: One, event: string, properties: Loose): Heard {
  return { message: { ...common(one), type: 'track', event, properties }, names: names(one) };
}

function mail({ payload, inner }: One): Loose {
  const email = object(own(inner, 'email') ?? own(payload, 'email'));
  return {
    email_id: line(own(inner, 'trackingHash') ?? own(payload, 'idHash')),
    email_subject: pick(email, ['subject', 'name']) ?? line(own(payload, 'subject')),
    campaign_name: pick(email, ['name']),
  };
}

function hit(one: One): Heard {
  const { inner } = one;
  const redirect = own(inner, 'redirect');
  const page = object(own(inner, 'page'));
  const properties = {
    url: own(inner, 'url') ?? own(object(redirect), 'url'),
    title: line(own(page, 'title')) ?? line(own(inner, 'urlTitle')),
    userAgent: line(own(inner, 'userAgent'), 500),
  };
  if (redirect && own(inner, 'email')) {
    return tracked(one, 'Email Link Clicked', { ...properties, ...mail(one) });
  }
  return { message: { ...common(one), type: 'page', properties }, names: names(one) };
}

function subscription(one: One): Heard[] {
  if (own(one.payload, 'channel') !== 'email') return [];
  switch (own(one.payload, 'new_status')) {
    case 'unsubscribed':
    case 'manual':
      return [tracked(one, 'Unsubscribed', {})];
    case 'bounced':
      return [tracked(one, 'Email Bounced', {})];
    default:
      return [tracked(one, 'Resubscribed', {})];
  }
}
