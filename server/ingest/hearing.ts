/**
 * What messages say about people, heard by the part of a lead whose name they came by. A lead that was never joined has no
 * parts, and nothing is asked for it.
 */
import type { Db } from '../db/database.ts';
import { bodyOf, combined, leadOfPart } from '../identity/combine.ts';
import { type Part, partsOf, saveParts } from '../identity/parts.ts';
import type { Lead } from '../leads/follow.ts';
import type { Message } from './message.ts';
import { hear } from './traits.ts';
import type { LeadNews } from './write.ts';

export interface Hearing {
  /** @returns the lead as it is after these messages; the same object when they change nothing */
  hear: (lead: Lead, messages: readonly Message[]) => Lead;
  /** Writes the parts that heard something new. */
  save: () => Promise<void>;
}

/**
 * @param locked the leads of this news, held
 * @returns null when a name means another lead by now, because a merge was taken back
 */
export async function openHearing(
  tx: Db,
  wsId: string,
  news: readonly LeadNews[],
  locked: ReadonlyMap<string, Lead>,
): Promise<Hearing | null> {
  const all = await partsOf(tx, wsId, [...locked.values()]);
  for (const { leadId, messages } of news) {
    const own = new Set(all.get(leadId)?.map(({ origin }) => origin));
    const isIts = ({ cell = leadId }: Message) => cell === leadId || own.has(cell);
    if (!messages.every(isIts)) return null;
  }
  const heard = new Map<string, Set<Part>>();
  return {
    hear: (lead, messages) => {
      const parts = all.get(lead.lead_id);
      if (!parts) return messages.reduce(hear, lead);
      const changed = new Set(
        messages.flatMap((message) => {
          const part = parts.find(({ origin }) => origin === (message.cell ?? lead.lead_id));
          return part && hearInPart(lead, part, message) ? [part] : [];
        }),
      );
      if (changed.size === 0) return lead;
      heard.set(lead.lead_id, changed);
      const after = combined(lead, parts);
      return isSame(lead, after) ? lead : after;
    },
    save: async () => {
      for (const [leadId, parts] of heard) await saveParts(tx, wsId, leadId, [...parts]);
    },
  };
}

/** @returns whether the part knows something else now */
function hearInPart(lead: Lead, part: Part, message: Message): boolean {
  const before = leadOfPart(lead, part.body);
  const after = hear(before, message);
  const said = saidNow(part, after, message);
  if (after === before && said === null) return false;
  const { said: _, stage, handoff_at, handed_by, ...known } = bodyOf(after);
  part.body = { ...part.body, ...known, said: { ...part.body.said, ...said } };
  return true;
}

/** @returns what this message said last of all, with its time; null when that is nothing */
function saidNow(
  { body }: Part,
  after: Lead,
  { said, at }: Message,
): Record<string, number> | null {
  if (said === null) return null;
  const now = { ...after.traits, name: after.name, title: after.title, company: after.company };
  const news = TOLD.filter(
    (told) => said[told] !== null && said[told] === now[told] && at > (body.said[told] ?? 0),
  );
  return news.length === 0 ? null : Object.fromEntries(news.map((told) => [told, at]));
}

const TOLD = ['name', 'title', 'company', 'phone', 'industry', 'country', 'employees'] as const;

function isSame(one: Lead, other: Lead): boolean {
  return (
    one.email === other.email &&
    one.name === other.name &&
    one.title === other.title &&
    one.company === other.company &&
    one.opted_out === other.opted_out &&
    JSON.stringify(one.traits) === JSON.stringify(other.traits)
  );
}
