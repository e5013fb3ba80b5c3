/**
 * components/review: the marketer's desk, a full tab.
 *
 * In: one `DeskState` with the queue and the open case, and callbacks. Out: marketing's answers.
 * Left what to look at, middle who waits, right the case: what the rep saw beside what is true today.
 */
import type { ReactNode } from 'react';
import type { Member } from '../../lib/contract/access.ts';
import type { DraftChange } from '../../lib/contract/agreement.ts';
import type { Problem, Result } from '../../lib/contract/problem.ts';
import type {
  LeadFound,
  PatternsAnswer,
  ReviewCase,
  ReviewFacets,
  ReviewFilter,
  ReviewLine,
  ReviewPage,
} from '../../lib/contract/review.ts';
import type { ResolutionKind } from '../../lib/contract/words.ts';
import type { OutboxView, Place, Saving } from '../ui/views.ts';

/** The case on the right. */
type CaseState =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | { is: 'case'; case: ReviewCase };

/** A filter one can go to with one press; `name` is null for those everybody has, called by their id. */
export type ViewLine = {
  id: string;
  name: string | null;
  filter: ReviewFilter;
  /** How many lines it shows; null while that is not known. */
  n: number | null;
};

/** The queue is loaded. */
export type QueueState = {
  is: 'queue';
  member: Member;
  filter: ReviewFilter;
  /** The lines are still those of the filter before. */
  settling: boolean;
  /** In the store's order. Leave out what was answered here a moment ago. */
  lines: ReviewLine[];
  counts: ReviewPage['counts'];
  /** What a press on each part of the filter would show; null until it was counted. */
  facets: ReviewFacets | null;
  /** What many have in common; null until it is known. */
  patterns: PatternsAnswer | null;
  /** Hours within which marketing promised to answer. */
  marketingHours: number;
  more: boolean;
  loadingMore: boolean;
  /** Feedback id of the open line. */
  chosen: string | null;
  opened: CaseState;
  /** How many open lines have reason and source of the open case, itself included; null while that is not known. */
  alike: number | null;
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
export type AnswerSaid = {
  feedbackId: string;
  leadId: string;
  resolution: ResolutionKind;
  reply: string;
};

export type Finds = (text: string) => Promise<Result<LeadFound[]>>;

export type ReviewCallbacks = {
  onFilter: (filter: ReviewFilter) => void;
  /** Open a line, or null to go back to the list (narrow layout). */
  onChoose: (feedbackId: string | null) => void;
  onLoadMore: () => void;
  /** Resolve when all are on disk; either all are saved or none. On success the desk chooses the next line by itself. */
  onAnswer: (said: AnswerSaid[]) => Saving;
  /** As `onAnswer`, for every open line with the reason and the source of the open case. */
  onAnswerAlike: (said: Pick<AnswerSaid, 'resolution' | 'reply'>) => Saving;
  /** Takes back what was answered last; resolves to the feedback whose answers had not left. */
  onUndo: () => Promise<string[]>;
  /** Two leads are one person. */
  onMerge: (leadId: string, other: string) => Saving;
  /** Put this into the next definition. */
  onDraft: (change: DraftChange) => Saving;
  onFind: Finds;
  /** Show this lead: its page of the CRM, or our own. */
  onOpenLead: (leadId: string) => void;
  onSaveView: (name: string, filter: ReviewFilter) => void;
  onRenameView: (id: string, name: string) => void;
  onDropView: (id: string) => void;
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
  /** Lead back to each room as it was left. */
  addresses?: Partial<Record<DeskRoom, string>>;
  views: ViewLine[];
  /** What was answered a moment ago and can be taken back until then. */
  undo: { feedbackIds: string[]; until: number } | null;
  /** While many answers are saved. */
  progress: { done: number; of: number } | null;
  /** The two numbers, at the top of everything. */
  headline?: ReactNode;
  /** The room in front, unless that is the queue. */
  children?: ReactNode;
  outbox: OutboxView;
  /** Milliseconds; tick every half minute, every second while there is something to take back. */
  now: number;
  place?: Place;
};
