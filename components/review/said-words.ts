/** What sales said, as marketing reads it. */

import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { faults, flags, verdicts } from '../ui/words.ts';

/** @returns the kind of it: `Rejected`, `Score too high`. */
export function what(entry: FeedbackEntry): string {
  if (entry.verdict) return verdicts()[entry.verdict].said;
  return entry.flag ? flags()[entry.flag] : reviewWords().feedback;
}

/** @returns why, in as few words as there are: the reason, the fault, else the start of the note. */
export function why(entry: FeedbackEntry): string | null {
  if (entry.reason) return entry.reason;
  if (entry.fault) return faults()[entry.fault];
  return entry.note ? reviewWords().quoted(entry.note) : null;
}
