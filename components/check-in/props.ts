/**
 * components/check-in: the regular meeting of both sides, on one page that can be printed.
 *
 * In: one `CheckInState` with what the store says of the period, and callbacks. Out: another period, decisions.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { CheckIn } from '../../lib/contract/check-in.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Place, Saving } from '../ui/views.ts';

/** So many weeks up to today, or the UTC days somebody chose, both included. */
export type Period = { weeks: 2 | 4 } | { from: string; to: string };

/** The store has answered, now or before. */
export type MeetingState = {
  is: 'meeting';
  member: Member;
  period: Period;
  checkIn: CheckIn;
  /** Being asked for again; what is shown stays. */
  refreshing: boolean;
  /** Set when what is shown is old because the store did not answer. */
  problem: Problem | null;
};

export type CheckInState =
  | { is: 'loading'; period: Period }
  | { is: 'problem'; period: Period; problem: Problem; retrying: boolean }
  | MeetingState;

/** What somebody wrote down. */
export type Decided = { text: string; owner: string | null; dueOn: string | null };

export type CheckInCallbacks = {
  onShow: (period: Period) => void;
  onRefresh: () => void;
  onPrint: () => void;
  /** Each resolves when the store has it. */
  onDecide: (decided: Decided) => Saving;
  onDone: (decisionId: string, done: boolean) => Saving;
  onTakeBack: (decisionId: string) => Saving;
};

export type CheckInProps = CheckInCallbacks & {
  state: CheckInState;
  now: number;
  place?: Place;
};

/** What every part of the page is given. */
export type PartProps = { checkIn: CheckIn; now: number; place: Place };
