/** What was said about a lead, by whom, and what may be said next. */
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { STAGE_AFTER, type Stage, type VerdictKind } from '../../lib/contract/words.ts';
import type { LeadState } from './props.ts';

/** @returns everything said, this device's unsent words first; what is in both lists once. */
export function everythingSaid({ card, unsent }: LeadState): FeedbackEntry[] {
  const known = new Set(card.feedback.map((entry) => entry.id));
  // In the store's order: it knows better than anybody's clock what was said last.
  return [...unsent.filter((entry) => !known.has(entry.id)), ...card.feedback];
}

/** @returns the newest verdict, if any. */
export const lastVerdict = (said: FeedbackEntry[]): FeedbackEntry | null =>
  said.find((entry) => entry.kind === 'verdict' && entry.verdict !== null) ?? null;

/** @returns my newest flag on this line, or on the whole score with null. */
export const myFlag = (said: FeedbackEntry[], ruleId: string | null): FeedbackEntry | null =>
  said.find((entry) => entry.kind === 'flag' && entry.mine && entry.ruleId === ruleId) ?? null;

/** @returns marketing's answers to me, newest first. */
export const answersToMe = (said: FeedbackEntry[]): FeedbackEntry[] =>
  said
    .filter((entry) => entry.mine && entry.resolution !== null)
    .sort((a, b) => (b.resolution?.madeAt ?? '').localeCompare(a.resolution?.madeAt ?? ''));

/** @returns the stage once everything said here has arrived. */
export function stageNow({ card, unsent }: LeadState): Stage {
  const known = new Set(card.feedback.map((entry) => entry.id));
  const mine = unsent.find((entry) => entry.verdict !== null && !known.has(entry.id));
  return mine?.verdict ? STAGE_AFTER[mine.verdict] : card.stage;
}

/** `first`: before contact. `contact`: accepted, so after contact. `done`: a final word is said. */
export type Step = 'first' | 'contact' | 'done';

/** @returns where the conversation about this lead stands. */
export function stepAt(stage: Stage): Step {
  if (stage === 'inquiry' || stage === 'mql') return 'first';
  return stage === 'sal' ? 'contact' : 'done';
}

/** @returns where it stands now: a lead that woke up is asked about anew, until somebody answers */
export function stepNow(state: LeadState): Step {
  const { card, unsent } = state;
  const known = new Set(card.feedback.map((entry) => entry.id));
  const answered = unsent.some((entry) => entry.verdict !== null && !known.has(entry.id));
  return card.woken && !answered ? 'first' : stepAt(stageNow(state));
}

/** @returns whether a word is open: at the end there is none, unless a deal came to its end before sales said anything */
export function mayBeSaid(step: Step, last: FeedbackEntry | null): boolean {
  return step !== 'done' || last === null;
}

const FIRST: readonly VerdictKind[] = ['accepted', 'recycled', 'rejected'];
const CONTACT: readonly VerdictKind[] = ['qualified', 'recycled', 'disqualified'];

/** @returns the verdicts to offer, the primary one first. When changing, those of the same step again. */
export function choices(step: Step, last: FeedbackEntry | null): readonly VerdictKind[] {
  if (step === 'first') return FIRST;
  if (step === 'contact') return CONTACT;
  return last?.verdict === 'rejected' || last?.verdict === 'recycled' ? FIRST : CONTACT;
}

/** Two people said something about one lead at about the same time. `mine` is null while it is only being written. */
export type Clash = {
  /** first: they came before mine did · after: they came after it · now: they came while I am writing */
  is: 'first' | 'after' | 'now';
  theirs: FeedbackEntry;
  mine: FeedbackEntry | null;
};

/** Further apart than a day is the course of things, which the history tells, and nobody's surprise. */
export const AT_ONCE_MS = 24 * 3_600_000;

const STEP_OF: Record<VerdictKind, Step | null> = {
  accepted: 'first',
  rejected: 'first',
  qualified: 'contact',
  disqualified: 'contact',
  recycled: null,
};

/**
 * @param said everything, newest first, this device's unsent words before all
 * @param openedOn the newest verdict when the form was opened; undefined while none is open
 */
export function clashOf(
  said: FeedbackEntry[],
  now: number,
  openedOn: string | null | undefined,
): Clash | null {
  const [newest, before] = said.filter((entry) => entry.verdict !== null);
  if (!newest) return null;
  if (openedOn !== undefined) {
    return newest.mine || newest.id === openedOn ? null : { is: 'now', theirs: newest, mine: null };
  }
  if (!before || newest.mine === before.mine || !answerTheSame(newest, before)) return null;
  const at = [newest, before].map((entry) => Date.parse(entry.madeAt));
  const apart = Math.abs((at[0] ?? 0) - (at[1] ?? 0));
  if (apart > AT_ONCE_MS || now - Math.max(...at) > AT_ONCE_MS) return null;
  return newest.mine
    ? { is: 'first', theirs: before, mine: newest }
    : { is: 'after', theirs: newest, mine: before };
}

/** Who qualifies what a colleague accepted goes on; who rejects it answers the same question. */
function answerTheSame(one: FeedbackEntry, other: FeedbackEntry): boolean {
  const [a, b] = [one, other].map(({ verdict }) => (verdict ? STEP_OF[verdict] : null));
  return a === null || b === null || a === b;
}
