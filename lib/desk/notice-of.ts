/** What is worth a notification: told once, all of it together. */
import type { Mine, MyLead, Reply } from '../contract/mine.ts';
import { replyKey } from './kept-mine.ts';

/** A lead is about to be late this long before it is. */
const SOON_MS = 60 * 60_000;

export interface News {
  woken: MyLead[];
  replies: Reply[];
  soon: MyLead[];
  /** What tells each of them from all that was or will be told. */
  keys: string[];
}

/** @returns what there is to tell now that was not told. @param told keys of what was */
export function newsOf(mine: Mine, told: readonly string[], now: number): News {
  const woken = mine.woken.filter((lead) => !told.includes(wokenKey(lead)));
  const replies = mine.replies.filter((reply) => !told.includes(toldReply(reply)));
  const soon = mine.waiting.filter((lead) => isSoon(lead, now) && !told.includes(soonKey(lead)));
  const keys = [...woken.map(wokenKey), ...replies.map(toldReply), ...soon.map(soonKey)];
  return { woken, replies, soon, keys };
}

const wokenKey = ({ leadId, woken }: MyLead) => `woken:${leadId}:${woken?.at ?? ''}`;
const soonKey = ({ leadId, handoff }: MyLead) => `soon:${leadId}:${handoff?.dueAt ?? ''}`;
const toldReply = (reply: Reply) => `reply:${replyKey(reply)}`;

function isSoon({ handoff }: MyLead, now: number): boolean {
  const left = handoff ? Date.parse(handoff.dueAt) - now : 0;
  return left > 0 && left <= SOON_MS;
}

/** @returns whom the news are about, each once */
export function leadsIn({ woken, replies, soon }: News): (MyLead | Reply)[] {
  const all = new Map<string, MyLead | Reply>();
  for (const each of [...soon, ...woken, ...replies]) {
    if (!all.has(each.leadId)) all.set(each.leadId, each);
  }
  return [...all.values()];
}
