/** A contact as Mautic writes it: fields in groups, each a value or an object that holds one. */
import { isObject, type Loose, object, own } from '../ingest/read.ts';

const TRAITS: Record<string, string> = {
  email: 'email',
  firstname: 'firstName',
  lastname: 'lastName',
  position: 'title',
  company: 'company',
  phone: 'phone',
  country: 'country',
  industry: 'industry',
};

/** Unsubscribed, or set by hand; the other one is a bounce. */
const WANTS_NO_MAIL: ReadonlySet<unknown> = new Set([1, 3, '1', '3']);

/** @returns what is said of the person, in the words of messages; what is blank is not said */
export function mauticTraits(contact: Loose): Loose {
  const fields = object(own(contact, 'fields'));
  const core = object(own(fields, 'core'));
  const rest = ['professional', 'personal', 'all'].map((group) => object(own(fields, group)));
  const said = Object.entries(TRAITS).flatMap(([name, trait]) => {
    const value = [core, ...rest, contact].map((group) => heldBy(own(group, name))).find(Boolean);
    return value === undefined ? [] : [[trait, value] as const];
  });
  return { ...Object.fromEntries(said), ...(wantsNoMail(contact) ? { unsubscribed: true } : {}) };
}

function heldBy(field: unknown): unknown {
  return isObject(field) ? (own(field, 'value') ?? own(field, 'normalizedValue')) : field;
}

function wantsNoMail(contact: Loose): boolean {
  const entries = own(contact, 'doNotContact');
  return (
    Array.isArray(entries) &&
    entries.some(
      (entry) =>
        isObject(entry) &&
        own(entry, 'channel') === 'email' &&
        WANTS_NO_MAIL.has(own(entry, 'reason')),
    )
  );
}
