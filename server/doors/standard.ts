/**
 * Any sender that follows Standard Webhooks: one message in Segment's format, a batch of them, or a flat object.
 *
 * Confirmed (standardwebhooks.com, and the library that this uses): the signature is HMAC-SHA256 over `webhook-id`,
 * `webhook-timestamp` (seconds) and the body, joined by dots, as `v1,` and base64; several may stand in one header while a key
 * changes; five minutes are the window; and an id is the same when a message is sent again. Bodies should have `type`,
 * `timestamp` and `data`.
 */
import { Webhook } from 'standardwebhooks';
import { MESSAGE_TYPES } from '../ingest/message.ts';
import { isObject, type Loose, line, object, own } from '../ingest/read.ts';
import { jsonItems } from './body.ts';
import { type Arrived, type Door, notKept } from './door.ts';
import { mappedMessage, usualMessage } from './flat.ts';
import { isInTime, sameText } from './signing.ts';

const FIVE_MINUTES = 5 * 60_000;

export const standard: Door = {
  proves: (request, secret) => {
    const id = request.header('webhook-id');
    const at = request.header('webhook-timestamp') ?? '';
    const key = signer(secret);
    if (!id || !key || !/^\d{1,12}$/.test(at)) return false;
    if (!isInTime(request, Number(at) * 1000, FIVE_MINUTES)) return false;
    const expected = key.sign(id, new Date(Number(at) * 1000), request.bytes);
    const given = (request.header('webhook-signature') ?? '').split(' ').slice(0, 10);
    // All are compared, so that how long it takes tells nothing.
    return given.map((one) => sameText(one, expected)).includes(true);
  },
  open: (request) => {
    const items = jsonItems(request.bytes).flatMap((item) => {
      const batch = isObject(item) ? own(item, 'batch') : null;
      return Array.isArray(batch) ? batch : [item];
    });
    return items.map((item, place) => withId(item, request, place));
  },
  read: (item, { mapping }) => {
    if (!isObject(item)) return notKept('What is sent has to be an object.');
    if (isMessage(item)) return [{ message: item }];
    return mapping === null ? [usualMessage(item)] : mappedMessage(item, mapping);
  },
};

/** @returns what checks signatures with this secret (`whsec_…`); null when it is none */
export function signer(secret: string): Webhook | null {
  try {
    return new Webhook(secret);
  } catch {
    return null;
  }
}

/** What has no id of its own has the request's, which is the same when it is sent again. */
function withId(item: unknown, { header }: Arrived, place: number): unknown {
  const id = line(header('webhook-id'));
  if (!isObject(item) || own(item, 'messageId') !== undefined || id === null) return item;
  return { ...item, messageId: place === 0 ? id : `${id} ${place}` };
}

function isMessage(item: Loose): boolean {
  const type = own(item, 'type');
  const named = ['userId', 'anonymousId', 'user_id', 'previousId'].some(
    (name) => own(item, name) !== undefined,
  );
  const isOfTypes = MESSAGE_TYPES.some((one) => one === type);
  return (
    isOfTypes && (named || isObject(object(own(item, 'context')).traits) || type === 'identify')
  );
}
