/**
 * HubSpot's webhooks: changes of contacts, up to a hundred in an array.
 *
 * Confirmed: signature v3 is base64 of HMAC-SHA256 with the app's client secret over method, full address, body and the
 * timestamp header (milliseconds), refused after five minutes, with twelve percent-codes of the address decoded first
 * (developers.hubspot.com, "Validating requests"; the SDKs for Node, Python, PHP and Ruby do the same). A merge names
 * `primaryObjectId`, `mergedObjectIds` and since 2025 a `newObjectId` (HubSpot's changelog; public handlers). `eventId` is not
 * unique, repeats and disorder happen ("Webhooks API guide"), so the id of an event here is made of all that does not change
 * from attempt to attempt. Privacy deletions come with an ordinary deletion (HubSpot's changelog). Not confirmed: whether
 * calculated properties such as `recent_conversion_event_name` are told; they are understood if they are.
 */
import { isObject, type Loose, line, object, own } from '../ingest/read.ts';
import { fromMillis, jsonItems } from './body.ts';
import { type Door, forAnAdmin, type Heard, notKept } from './door.ts';
import { hubspotChanges } from './hubspot-changes.ts';
import { contactNames, idsOf } from './hubspot-names.ts';
import { hmac, isInTime, says } from './signing.ts';

const FIVE_MINUTES = 5 * 60_000;
/** HubSpot's own list of what is decoded before signing. */
const DECODED = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;
const CONTACT = '0-1';

export const hubspot: Door = {
  proves: (request, secret) => {
    const at = request.header('x-hubspot-request-timestamp') ?? '';
    if (!/^\d{13}$/.test(at) || !isInTime(request, Number(at), FIVE_MINUTES)) return false;
    const uri = request.uri.replace(DECODED, decodeURIComponent);
    const expected = hmac(secret, request.method, uri, request.bytes, at);
    return says(request.header('x-hubspot-signature-v3'), 'base64', expected);
  },
  open: ({ bytes }) => together(jsonItems(bytes)),
  read: (item) => {
    if (!isObject(item)) return notKept('An item of HubSpot has to be an object.');
    const changes = own(item, 'changes');
    if (Array.isArray(changes)) return hubspotChanges(item, changes.map(object));
    return readOther(item);
  },
};

/**
 * Changes of one contact in one request are one item: HubSpot tells each property by itself, and a first name alone is no
 * name.
 */
function together(items: readonly unknown[]): unknown[] {
  const groups = new Map<string, Loose & { changes: unknown[] }>();
  const all: unknown[] = [];
  for (const item of items) {
    if (!isObject(item) || kindOf(item) !== 'contact.propertyChange') {
      all.push(item);
      continue;
    }
    const [portalId, objectId] = [own(item, 'portalId'), own(item, 'objectId')];
    const key = JSON.stringify([portalId, objectId]);
    const group = groups.get(key);
    if (group) group.changes.push(item);
    else {
      const made = { portalId, objectId, changes: [item] };
      groups.set(key, made);
      all.push(made);
    }
  }
  return all;
}

/** `object.creation` of type 0-1 is what `contact.creation` was. */
function kindOf(item: Loose): string {
  const kind = line(own(item, 'subscriptionType') ?? own(item, 'eventType')) ?? '';
  const type = own(item, 'objectTypeId') ?? own(item, 'objectType');
  return type === CONTACT || type === 'contact' ? kind.replace(/^object\./, 'contact.') : kind;
}

function readOther(item: Loose): readonly Heard[] | ReturnType<typeof notKept> {
  const kind = kindOf(item);
  const names = contactNames(own(item, 'portalId'), idsOf([own(item, 'objectId')]));
  const who = `contact ${line(own(item, 'objectId')) ?? '?'} of portal ${line(own(item, 'portalId')) ?? '?'}`;
  switch (kind) {
    // Who they are comes as changes of properties; that they exist says nothing.
    case 'contact.creation':
    case 'contact.restore':
    case 'contact.associationChange':
      return [];
    case 'contact.merge':
      return merged(item);
    case 'contact.privacyDeletion':
      return forAnAdmin(
        `HubSpot asks for erasure: ${who} was deleted for privacy. Erase the person here, then drop this.`,
        names,
      );
    case 'contact.deletion':
      return forAnAdmin(
        `HubSpot has deleted ${who}. What is known here stays; erase the person if that was meant.`,
        names,
      );
    default:
      return notKept(
        `“${kind}” does not say which person it is about. Subscribe to changes of contacts instead.`,
      );
  }
}

/** All their records are one person, as far as their addresses allow that. */
function merged(item: Loose): readonly Heard[] | ReturnType<typeof notKept> {
  const others = own(item, 'mergedObjectIds');
  const ids = idsOf([
    own(item, 'newObjectId'),
    own(item, 'primaryObjectId'),
    own(item, 'objectId'),
    ...(Array.isArray(others) ? others : []),
  ]);
  const names = contactNames(own(item, 'portalId'), ids);
  if (names.length < 2) return notKept('A merge of HubSpot has to name two contacts.');
  const timestamp = fromMillis(own(item, 'occurredAt'));
  return [{ message: { type: 'identify', timestamp }, names }];
}
