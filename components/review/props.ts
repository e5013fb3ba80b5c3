/**
 * components/review: the marketer's desk, a full tab.
 *
 * In: one `DeskState` with the queue and the open case, and callbacks. Out: marketing's answers.
 * Left what to look at, middle who waits, right the case: what the rep saw beside what is true today.
 */
import type { ReactNode } from 'react';
import type { Member } from '../../lib/contract/access.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { ReviewCase, ReviewLine, ReviewPage, ReviewState } from '../../lib/contract/review.ts';
import type { ResolutionKind } from '../../lib/contract/words.ts';
import type { OutboxView, Place, Saving } from '../ui/views.ts';

/** The case on the right. */
type CaseState =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | { is: 'case'; case: ReviewCase };

/** The queue is loaded. */
export type QueueState = {
  is: 'queue';
  member: Member;
  showing: ReviewState;
  /** In the store's order. Leave out (or give a `resolution` to) what was answered here a moment ago. */
  lines: ReviewLine[];
  counts: ReviewPage['counts'];
  /** Hours within which marketing promised to answer. */
  marketingHours: number;
  more: boolean;
  loadingMore: boolean;
  /** Feedback id of the open line. */
  chosen: string | null;
  opened: CaseState;
  /** Set when what is shown is old because the store did not answer. */
  problem: Problem | null;
};

/** Everything the desk can be showing; the room "Score" has faces of its own for what it loads itself. */
export type DeskState =
  | { is: 'loading' }
  | { is: 'notConnected' }
  /** Connected as a rep: the desk is marketing's. */
  | { is: 'notMarketer'; member: Member }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | QueueState;

/** Marketing's answer. `reply` is never empty with `kept`. */
type AnswerSaid = {
  feedbackId: string;
  leadId: string;
  resolution: ResolutionKind;
  reply: string;
};

export type ReviewCallbacks = {
  onShow: (showing: ReviewState) => void;
  /** Open a line, or null to go back to the list (narrow layout). */
  onChoose: (feedbackId: string | null) => void;
  onLoadMore: () => void;
  /** Resolve when it is on disk. On success the desk chooses the next line by itself. */
  onAnswer: (said: AnswerSaid) => Saving;
  /** Load the queue again. */
  onRetry: () => void;
  /** Load the open case again. */
  onRetryCase: () => void;
  onConnect: () => void;
  /** Open the outbox list of the options page. */
  onOpenOutbox: () => void;
};

/** Where on the desk somebody is; in the address after `#`. The queue is marketing's, the score too; the others are for both. */
export type DeskRoom = 'queue' | 'definition' | 'score' | 'reports' | 'check-in';

export type ReviewDeskProps = ReviewCallbacks & {
  state: DeskState;
  room: DeskRoom;
  /** The two numbers, at the top of everything. */
  headline?: ReactNode;
  /** The room in front, unless that is the queue. */
  children?: ReactNode;
  outbox: OutboxView;
  /** Milliseconds; tick every half minute. */
  now: number;
  place?: Place;
};
