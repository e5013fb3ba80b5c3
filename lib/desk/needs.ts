/** What needs the rep: one rule, for the number on the toolbar and for the popup that explains it. */
import type { Mine, MyLead } from '../contract/mine.ts';
import { foreign, type OutboxEntry, type Sender } from '../feedback/entry.ts';
import { replyKey } from './kept-mine.ts';

export interface Needs {
  /** Handed over and not answered, those that are late among them. */
  waiting: number;
  late: number;
  /** Recycled, back, and not waiting as well: one lead counts once. */
  woken: number;
  /** Answers from marketing that were not on screen yet. */
  replies: number;
  /** What the store refused, or what was said as somebody else. */
  refused: number;
  all: number;
}

/** What was said here and may not be in the store yet. */
export interface SaidHere {
  entries: readonly OutboxEntry[];
  sender: Sender | null;
}

/** @returns the rule, applied. @param seen keys of answers that were on screen */
export function needsOf(
  mine: Mine | null,
  seen: readonly string[],
  said: SaidHere,
  now: number,
): Needs {
  const refused = said.entries.filter((entry) => isStuck(entry, said.sender)).length;
  if (!mine) return { waiting: 0, late: 0, woken: 0, replies: 0, refused, all: refused };
  const left = withoutAnswered(mine, said);
  const waiting = left.counts.waiting;
  const ids = new Set(left.waiting.map(({ leadId }) => leadId));
  const both = left.woken.filter(({ leadId }) => ids.has(leadId)).length;
  const woken = left.counts.woken - both;
  const late = Math.max(left.counts.late, left.waiting.filter((lead) => isLate(lead, now)).length);
  const replies = unread(mine, seen).length;
  return { waiting, late, woken, replies, refused, all: waiting + woken + replies + refused };
}

/** @returns the keys of the answers that were not on screen yet */
export function unread({ replies }: Mine, seen: readonly string[]): string[] {
  return replies.map(replyKey).filter((key) => !seen.includes(key));
}

/** @returns whether sales should have answered by now */
export function isLate({ handoff }: MyLead, now: number): boolean {
  return handoff !== null && Date.parse(handoff.dueAt) <= now;
}

/** @returns the lists without leads that were answered here a moment ago and of which the store has not heard yet */
export function withoutAnswered(mine: Mine, { entries, sender }: SaidHere): Mine {
  const answered = new Set(
    entries
      .filter((entry) => entry.item.kind === 'verdict' && !isStuck(entry, sender))
      .map(({ item }) => item.leadId),
  );
  if (answered.size === 0) return mine;
  const open = (leads: MyLead[]) => leads.filter(({ leadId }) => !answered.has(leadId));
  const asOf = Date.parse(mine.asOf);
  const gone = (leads: MyLead[]) => leads.length - open(leads).length;
  return {
    ...mine,
    hot: open(mine.hot),
    waiting: open(mine.waiting),
    woken: open(mine.woken),
    counts: {
      waiting: Math.max(0, mine.counts.waiting - gone(mine.waiting)),
      late: Math.max(0, mine.counts.late - gone(mine.waiting.filter((lead) => isLate(lead, asOf)))),
      woken: Math.max(0, mine.counts.woken - gone(mine.woken)),
    },
  };
}

function isStuck(entry: OutboxEntry, sender: Sender | null): boolean {
  return entry.state === 'parked' || foreign(entry, sender) !== null;
}
