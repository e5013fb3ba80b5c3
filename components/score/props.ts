/**
 * components/score: the review desk's room "Score": is it honest, what do verdicts say, what should change.
 *
 * In: one `ScoreRoomState` with what the store learned, and callbacks. Out: a draft, put together, thrown away or put in
 * force by people; nothing here moves by itself.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { LearningAnswer, Preview, Suggestion } from '../../lib/contract/learning.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Place, Saving } from '../ui/views.ts';

/** What the draft would have done. */
export type PreviewState =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | { is: 'preview'; preview: Preview };

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
  preview: PreviewState;
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
  onDiscard: () => Saving;
  /** Who agreed, for each side. */
  onPublish: (signedBy: { marketing: string; sales: string }) => Saving;
  /** Hide a suggestion on this device until its numbers change. */
  onNotNow: (suggestion: Suggestion) => void;
  onBringBack: () => void;
  /** Ask for the preview again. */
  onRetryPreview: () => void;
};

export type ScoreRoomProps = ScoreRoomCallbacks & {
  state: ScoreRoomState;
  now: number;
  place?: Place;
};
