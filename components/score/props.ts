/**
 * components/score: the review desk's room "Score": is it honest, what do verdicts say, what should change.
 *
 * In: one `ScoreRoomState` with what the store learned, and callbacks. Out: changes for the draft, which is edited, signed and
 * put in force in the room of the definition; nothing here moves by itself.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { LearningAnswer, Suggestion } from '../../lib/contract/learning.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Place, Saving } from '../ui/views.ts';

/** The store has answered, now or before. */
export type LearnedState = {
  is: 'learned';
  member: Member;
  learned: LearningAnswer;
  /** Of the suggestions, those not set aside on this device. */
  suggestions: Suggestion[];
  /** How many are set aside. */
  aside: number;
  /** Being asked for again; what is shown stays. */
  refreshing: boolean;
  /** Set when what is shown is old because the store did not answer. */
  problem: Problem | null;
};

export type ScoreRoomState =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | LearnedState;

/** One change for the draft: a rule's points (of one step, where it has steps), or the line. */
export type WantedChange =
  | { of: 'points'; ruleId: string; step: number | null; to: number }
  | { of: 'line'; points: number };

export type ScoreRoomCallbacks = {
  onRefresh: () => void;
  /** Resolves when the store has the draft. */
  onPutInDraft: (wanted: WantedChange) => Saving;
  /** Hide a suggestion on this device until its numbers change. */
  onNotNow: (suggestion: Suggestion) => void;
  onBringBack: () => void;
};

export type ScoreRoomProps = ScoreRoomCallbacks & {
  state: ScoreRoomState;
  now: number;
  place?: Place;
};
