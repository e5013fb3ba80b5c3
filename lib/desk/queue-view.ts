/** What the marketer's queue can be showing. */
import type { Member } from '../contract/access.ts';
import type { Problem } from '../contract/problem.ts';
import type {
  PatternsAnswer,
  ReviewCase,
  ReviewFacets,
  ReviewFilter,
  ReviewLine,
  ReviewPage,
} from '../contract/review.ts';

type CaseView =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | { is: 'case'; case: ReviewCase };

/** A filter one can go to with one press. `name` is null for those that everybody has, which are called by their id. */
export interface ViewLine {
  id: string;
  name: string | null;
  filter: ReviewFilter;
  /** How many lines it shows; null while that is not known. */
  n: number | null;
}

export interface QueueView {
  is: 'queue';
  member: Member;
  filter: ReviewFilter;
  /** The lines are still those of the filter before. */
  settling: boolean;
  lines: ReviewLine[];
  counts: ReviewPage['counts'];
  facets: ReviewFacets | null;
  patterns: PatternsAnswer | null;
  marketingHours: number;
  more: boolean;
  loadingMore: boolean;
  chosen: string | null;
  opened: CaseView;
  /** How many open lines have the reason and the source of the open case, as many as go at once; null while that is not known. */
  alike: number | null;
  problem: Problem | null;
}

export type DeskView =
  | { is: 'loading' }
  | { is: 'notConnected' }
  | { is: 'notMarketer'; member: Member }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | QueueView;
