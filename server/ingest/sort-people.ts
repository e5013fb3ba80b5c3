/**
 * Which people of a batch need no thought: new ones, and ones whose names mean one lead beyond doubt. Pure. All others
 * (names of several leads, accounts nobody knew, several groups that want to change one lead) go the long way (resolve.ts),
 * which decides the same for these, only with more questions to the database.
 */
import { isOutcome } from '../../lib/contract/words.ts';
import type { CountedLead } from '../leads/counting.ts';
import { emailIdent } from '../leads/idents.ts';
import { blankLead, colleagueKeys, withSince } from '../leads/person.ts';
import { type Group, groupPeople, usersIn } from './group-people.ts';
import type { Message } from './message.ts';

/** One lead, and what a request says about it. */
export interface PlainNews extends CountedLead {
  isNew: boolean;
  /** Was a visitor and has an address now, or is new. */
  isNamed: boolean;
  /** Names to claim before anything is written; of a lead that gets an address, after it has got it. */
  claims: string[];
  messages: Message[];
}

export interface Sorted {
  plain: PlainNews[];
  /** Messages that go the long way. */
  left: Message[];
}

/** What the store knows: by name the lead it was first a name of, and by that the one that is shown. */
export interface Found {
  ids: ReadonlyMap<string, string>;
  leads: ReadonlyMap<string, CountedLead>;
}

/** @param fresh makes an id for a new lead */
export function sortPeople(
  messages: readonly Message[],
  found: Found,
  { wsId, now, fresh }: { wsId: string; now: number; fresh: () => string },
): Sorted {
  const groups = groupPeople(messages.map(({ who }) => who));
  const times = new Map<string, number>();
  for (const ident of groups.flatMap(({ idents }) => idents)) {
    times.set(ident, (times.get(ident) ?? 0) + 1);
  }
  const news = new Map<string, PlainNews>();
  const byIdent = new Map<string, PlainNews>();
  const contested = new Set<string>();
  for (const group of groups) {
    const isShared = group.idents.some((ident) => times.get(ident) !== 1);
    const own = isShared ? null : (newcomer(group, found, wsId, now, fresh) ?? known(group, found));
    if (!own) continue;
    const leadId = own.lead.lead_id;
    const other = news.get(leadId);
    // Two browsers of one person are one lead; as long as neither is news, it does not matter which is which.
    if (other && (isChange(other) || isChange(own))) contested.add(leadId);
    const kept = other ?? own;
    news.set(leadId, kept);
    for (const ident of group.idents) byIdent.set(ident, kept);
  }
  const left: Message[] = [];
  for (const message of messages) {
    const own = byIdent.get(message.who.idents[0] ?? '');
    if (!own || contested.has(own.lead.lead_id)) left.push(message);
    else own.messages.push({ ...message, cell: found.ids.get(message.who.idents[0] ?? '') });
  }
  const [plain, others] = [
    [...news.values()].filter(isPlain),
    [...news.values()].filter((one) => !isPlain(one)),
  ];
  left.push(...others.flatMap((one) => one.messages));
  return { plain, left };
}

/** What an outcome does to a stage depends on all that was ever said of it; of a joined lead, each part hears its own. */
function isPlain({ lead, messages }: PlainNews): boolean {
  const says = ({ said, event }: Message) => said !== null || event?.kind === 'unsubscribed';
  const decides = ({ event }: Message) => event !== null && isOutcome(event.kind);
  if (messages.length === 0 || messages.some(decides)) return false;
  return !lead.joined || !messages.some(says);
}

function isChange({ isNew, isNamed, claims }: PlainNews): boolean {
  return isNew || isNamed || claims.length > 0;
}

function newcomer(
  { idents, email }: Group,
  { ids }: Found,
  wsId: string,
  now: number,
  fresh: () => string,
): PlainNews | null {
  if (idents.some((ident) => ids.has(ident))) return null;
  const keys = colleagueKeys({ email, company: null });
  const lead = { ...blankLead(fresh(), wsId, now), email, ...keys };
  return { lead, counters: null, isNew: true, isNamed: false, claims: idents, messages: [] };
}

function known({ idents, email, saidAt }: Group, { ids, leads }: Found): PlainNews | null {
  const cells = idents.flatMap((ident) => ids.get(ident) ?? []);
  const [counted, ...others] = cells.map((cell) => leads.get(cell));
  if (!counted || others.some((other) => other?.lead.lead_id !== counted.lead.lead_id)) return null;
  const { lead } = counted;
  const claims = idents.filter((ident) => !ids.has(ident));
  if (usersIn(claims).size > 0) return null;
  if (lead.joined && (claims.length > 0 || (email !== null && lead.email === null))) return null;
  const isUnknown = email !== null && !ids.has(emailIdent(email));
  // Another address: somebody else at the same browser, or the same person; that takes more than a look.
  if (isUnknown && lead.email !== null && lead.email !== email) return null;
  const own = { ...counted, isNew: false, claims, messages: [] };
  if (email === null || lead.email !== null) return { ...own, isNamed: false };
  const traits = withSince(lead.traits, ['email'], saidAt);
  const keys = colleagueKeys({ email, company: lead.company });
  return { ...own, lead: { ...lead, email, traits, ...keys }, isNamed: true };
}
