/** Names and merges in words for people. */
import type { KnownName } from '../../lib/contract/identity.ts';
import { cutLine } from '../../lib/contract/text.ts';
import type { Because } from '../db/schema-identity.ts';
import type { RepWords } from '../words/rep-words.ts';

const KINDS: Record<string, KnownName['kind']> = {
  email: 'email',
  user: 'user',
  anon: 'visitor',
  record: 'record',
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
export function becauseOf(
  { source, from, to }: Because,
  by: string | null,
  { joined }: RepWords,
): string {
  if (by !== null) return joined.byHand(by);
  if (from === null || to === null) return joined.bothNames(source);
  const { kinds } = joined;
  return cutLine(joined.said(source, nameInWords(from, kinds), nameInWords(to, kinds)));
}

function nameInWords(ident: string, words: RepWords['joined']['kinds']): string {
  const { kind, value } = knownName(ident);
  const prefix = { email: '', other: '', user: words.account, ...words }[kind];
  const isLong = (kind === 'visitor' || kind === 'user') && value.length > SHOWN + 1;
  return `${prefix}${isLong ? `${value.slice(0, SHOWN)}…` : value}`;
}

/** @returns the beginning of a lead's id: names nobody */
export function shortId(leadId: string): string {
  return `${leadId.slice(0, 8)}…`;
}
