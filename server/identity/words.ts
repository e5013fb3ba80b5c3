/** Names and merges in words for people. */
import type { KnownName } from '../../lib/contract/identity.ts';
import { cutLine } from '../../lib/contract/text.ts';
import type { Because } from '../db/schema-identity.ts';

const KINDS: Record<string, KnownName['kind']> = {
  email: 'email',
  user: 'user',
  anon: 'visitor',
  record: 'record',
};
const KIND_WORDS: Record<KnownName['kind'], string> = {
  email: '',
  user: 'account ',
  visitor: 'visitor ',
  record: 'record ',
  other: '',
};
/** Enough to tell visitors apart; nobody reads a UUID to its end. */
const SHOWN = 12;

/** @param ident a key of the identity table */
export function knownName(ident: string): KnownName {
  const colon = ident.indexOf(':');
  const kind = KINDS[ident.slice(0, colon)] ?? 'other';
  return { kind, value: ident.slice(colon + 1) };
}

/** @returns why two leads became one, as a sentence */
export function becauseOf({ source, from, to }: Because, by: string | null): string {
  if (by !== null) return `${by} joined them by hand.`;
  const who = source === null ? 'A source' : `“${source}”`;
  if (from === null || to === null) return `${who} used names of both for one person.`;
  return cutLine(`${who} said that ${nameInWords(from)} is ${nameInWords(to)}.`);
}

function nameInWords(ident: string): string {
  const { kind, value } = knownName(ident);
  const isLong = (kind === 'visitor' || kind === 'user') && value.length > SHOWN + 1;
  return `${KIND_WORDS[kind]}${isLong ? `${value.slice(0, SHOWN)}…` : value}`;
}

/** @returns the beginning of a lead's id: names nobody */
export function shortId(leadId: string): string {
  return `${leadId.slice(0, 8)}…`;
}
