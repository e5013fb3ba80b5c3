/** A verdict as something to learn from. */
import type { FrozenLead } from '../../contract/counters.ts';
import type { LeadDefinition } from '../../contract/definition.ts';
import type { Teaching } from '../../contract/definition-brief.ts';
import type { VerdictKind } from '../../contract/words.ts';
import { leaks } from './leaks.ts';

/** One verdict with the lead as it was when it was given. */
export interface VerdictCase {
  leadId: string;
  /** Milliseconds since 1970. */
  at: number;
  memberId: string;
  verdict: VerdictKind;
  /** Id of the reason in the definition of that time; null when none was given. */
  reason: string | null;
  lead: FrozenLead;
}

/** What one verdict says: accepted or not, and about what. */
export interface Lesson {
  accepted: boolean;
  /** False for a good lead at a bad time: that says nothing about who they are. */
  aboutFit: boolean;
}

/** Why a verdict teaches nothing. */
export type Unfit = 'data' | 'sales-sourced' | 'corrected' | 'leaked';

/**
 * Accepted and what follows from it (qualified, disqualified: sales took the lead and talked to it) is yes; rejected is no;
 * recycled is no for what they did and nothing for who they are; a wrong record is neither. No verdict is no case at all.
 *
 * @param definition whose reasons say what they teach; a reason it does not know is about targeting
 */
export function lessonOf(one: VerdictCase, definition: LeadDefinition): Lesson | Unfit {
  if (one.lead.salesSourced) return 'sales-sourced';
  if (knowsTheVerdict(one)) return 'leaked';
  if (one.verdict === 'rejected') {
    const teaches = teachingOf(one.reason, definition);
    return teaches === 'data' ? 'data' : { accepted: false, aboutFit: teaches === 'targeting' };
  }
  return { accepted: one.verdict !== 'recycled', aboutFit: one.verdict !== 'recycled' };
}

/** A signal stamped after the verdict (a meeting booked once sales had accepted) would teach the score its own echo. */
function knowsTheVerdict({ at, lead }: VerdictCase): boolean {
  const { rules } = lead.counters;
  // Of a hundred thousand verdicts, so nothing is made but the answer.
  for (const name in rules) {
    const changedAt = rules[name]?.lastAt ?? null;
    if (changedAt !== null && leaks({ name, changedAt, verdictAt: at })) return true;
  }
  return false;
}

/** Reasons that teams started with before a reason could say what it teaches. */
const EARLY: Record<string, Teaching> = { 'bad-data': 'data', duplicate: 'data' };

/** @returns what rejecting for this reason (its id) teaches under this definition */
export function teachingOf(reason: string | null, { reasons }: LeadDefinition): Teaching {
  const said = reasons.rejected.find(({ id }) => id === reason)?.teaches;
  const early = reason !== null && Object.hasOwn(EARLY, reason) ? EARLY[reason] : undefined;
  return said ?? early ?? 'targeting';
}

/**
 * One case for each time a lead was judged. A verdict on a lead that was judged already, and not recycled since, corrects that
 * judgement or follows from it: what was known then counts, and of yes and no the later word. After "recycled" the lead comes
 * anew.
 *
 * @param verdicts of any leads, in any order
 * @returns the judgements, oldest first, and how many verdicts were taken up by others
 */
export function judgementsOf(verdicts: readonly VerdictCase[]): {
  cases: VerdictCase[];
  merged: number;
} {
  const open = new Map<string, number>();
  const cases: VerdictCase[] = [];
  for (const one of inOrder(verdicts)) {
    const place = open.get(one.leadId);
    const before = place === undefined ? undefined : cases[place];
    if (place === undefined || !before) {
      open.set(one.leadId, cases.push(one) - 1);
    } else if (one.verdict === 'rejected' || before.verdict === 'rejected') {
      cases[place] = { ...before, verdict: one.verdict, reason: one.reason };
    }
    if (one.verdict === 'recycled') open.delete(one.leadId);
  }
  return { cases, merged: verdicts.length - cases.length };
}

/** The store hands them over in order, and a hundred thousand take a while to sort. */
function inOrder(verdicts: readonly VerdictCase[]): readonly VerdictCase[] {
  const isSorted = verdicts.every(({ at }, place) => at >= (verdicts[place - 1]?.at ?? at));
  return isSorted ? verdicts : verdicts.toSorted((a, b) => a.at - b.at);
}
