/** The names one person goes by, as keys of the identity table. */
import { createHash } from 'node:crypto';
import { type CrmRecord, crmRecord } from '../../lib/contract/record.ts';
import { recordKey } from '../../lib/contract/record-key.ts';
import { email, LIMITS, storable } from '../../lib/contract/text.ts';

/** What broken clients send when they have no id. One lead for all of them would be nobody. */
const NOT_AN_ID = new Set(
  'null undefined none nil nan n/a na unknown anonymous guest false true 0 -1 {} [] 00000000-0000-0000-0000-000000000000'.split(
    ' ',
  ),
).add('[object object]');

/** @returns the address as a key, or null when it is none */
export function emailOf(value: unknown): string | null {
  const parsed = email.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** @returns an id that can tell people apart, or null */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const id = storable(String(value).trim());
  if (id === '' || NOT_AN_ID.has(id.toLowerCase())) return null;
  // Long ones are kept as a hash: an index entry has a largest size.
  if (id.length <= LIMITS.id) return id;
  return `sha256:${createHash('sha256').update(id).digest('hex')}`;
}

export const emailIdent = (address: string): string => `email:${address}`;
/** @returns the address in such a key; null when it is a key of another kind */
export const addressOf = (ident: string): string | null =>
  ident.startsWith('email:') ? ident.slice('email:'.length) : null;
export const userIdent = (id: string): string => `user:${id}`;
export const anonIdent = (id: string): string => `anon:${id}`;
/** What a tool calls a person: Marketo's lead id, Mautic's contact id. Only doors that prove themselves may say it. */
export const extIdent = (system: string, id: string): string => `ext:${system}:${id}`;
export const recordIdent = (record: CrmRecord): string => `record:${recordKey(record)}`;

/** @returns the record in such a key; null when it is a key of another kind. The organisation alone may hold colons. */
export function recordIn(ident: string): CrmRecord | null {
  const [, crm, org, kind, id] = /^record:([^:]+):(.+):([a-z]+):([^:]+)$/.exec(ident) ?? [];
  const parsed = crmRecord.safeParse({ crm, org, kind, id });
  return parsed.success ? parsed.data : null;
}
