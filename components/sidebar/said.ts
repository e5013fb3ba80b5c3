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
