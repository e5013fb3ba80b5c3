/**
 * Mailchimp's audience webhooks: forms, one event each.
 *
 * Confirmed: nothing is signed, the address is tried with GET when it is entered, and the body is form-urlencoded with `type`,
 * `fired_at` and `data[…]` (Mailchimp's "Sync Audience Data with Webhooks"); `upemail` has `data[new_email]` and `data[old_email]`,
 * `cleaned` has `data[reason]` `hard` or `abuse` (public handlers, and Mailchimp's samples quoted in them). `fired_at` has no zone
 * and is read as UTC, as public parsers do. Mailchimp tells of no opens and clicks this way.
 */
import { type Loose, line, object, own, pick } from '../ingest/read.ts';
import { formObject } from './body.ts';
import { type Door, forAnAdmin, type Heard, type NotKept, notKept } from './door.ts';

export const mailchimp: Door = {
  open: ({ bytes }) => [formObject(bytes)],
  read: (item) => {
    const form = object(item);
    const type = line(own(form, 'type')) ?? '';
    const data = object(own(form, 'data'));
    switch (type) {
      case 'subscribe':
        return [said(form, data), event('Subscribed', form, data)];
      case 'profile':
        return [said(form, data)];
      case 'unsubscribe':
        return own(data, 'reason') === 'abuse'
          ? [event('Email Marked as Spam', form, data), event('Unsubscribed', form, data)]
          : [event('Unsubscribed', form, data)];
      case 'cleaned':
        return own(data, 'reason') === 'abuse'
          ? [event('Email Marked as Spam', form, data)]
          : [event('Email Bounced', form, data)];
      case 'upemail':
        return moved(data);
      // About the whole audience, not about anybody.
      case 'campaign':
        return [];
      default:
        return notKept(`“${type}” is no event of Mailchimp that Truce knows.`);
    }
  },
};

function common(form: Loose, data: Loose, what: string): Loose {
  const fired = line(own(form, 'fired_at')) ?? '';
  const parts = [what, own(data, 'list_id'), own(data, 'email'), fired];
  return {
    messageId: JSON.stringify(parts.map((part) => part ?? null)),
    timestamp: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(fired)
      ? `${fired.replace(' ', 'T')}Z`
      : undefined,
  };
}

function event(name: string, form: Loose, data: Loose): Heard {
  const properties = {
    list_name: line(own(data, 'list_id')),
    campaign_id: line(own(data, 'campaign_id')),
    reason: line(own(data, 'reason')),
  };
  const context = { traits: { email: own(data, 'email') } };
  const message = { ...common(form, data, name), type: 'track', event: name, properties, context };
  return { message };
}

function said(form: Loose, data: Loose): Heard {
  const merges = object(own(data, 'merges'));
  const traits = {
    email: own(data, 'email') ?? own(merges, 'EMAIL'),
    firstName: own(merges, 'FNAME'),
    lastName: own(merges, 'LNAME'),
    company: pick(merges, ['COMPANY', 'ORG', 'MMERGE_COMPANY']),
    title: pick(merges, ['TITLE', 'JOBTITLE', 'JOB_TITLE', 'POSITION']),
    phone: pick(merges, ['PHONE']),
    country: pick(merges, ['COUNTRY']),
  };
  return { message: { ...common(form, data, 'said'), type: 'identify', traits } };
}

/** Two addresses are never made one on a tool's word; a marketer can. */
function moved(data: Loose): NotKept {
  const [before, after] = [line(own(data, 'old_email')), line(own(data, 'new_email'))];
  return forAnAdmin(
    `Mailchimp says that ${before ?? 'somebody'} is now ${after ?? 'somebody else'}. Merge the two leads if that is so.`,
  );
}
