/** What sales said, as marketing reads it. */
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { FAULTS, FLAGS, VERDICTS } from '../ui/words.ts';

/** @returns the kind of it: `Rejected`, `Score too high`. */
export function what(entry: FeedbackEntry): string {
  if (entry.verdict) return VERDICTS[entry.verdict].said;
  return entry.flag ? FLAGS[entry.flag] : 'Feedback';
}

/** @returns why, in as few words as there are: the reason, the fault, else the start of the note. */
export function why(entry: FeedbackEntry): string | null {
  if (entry.reason) return entry.reason;
  if (entry.fault) return FAULTS[entry.fault];
  return entry.note ? `“${entry.note}”` : null;
}
