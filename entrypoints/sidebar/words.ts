/** What the undo bar calls a verdict. */
import type { VerdictKind } from '../../lib/contract/words.ts';

const WORDS: Record<VerdictKind, string> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  qualified: 'Qualified',
  disqualified: 'Disqualified',
  recycled: 'Recycled',
};

/** @returns `Rejected: Student` */
export function verdictLabel(verdict: VerdictKind, reason: string | null): string {
  return reason ? `${WORDS[verdict]}: ${reason}` : WORDS[verdict];
}
