/** The closed lists of the contract as people read them. One place, so that one screen never says it differently. */
import type {
  FlagKind,
  ResolutionKind,
  Role,
  SignalFault,
  Stage,
  VerdictKind,
} from '../../lib/contract/words.ts';

/** Short for the chip, long for whoever does not know the letters, side for the colour. */
export const STAGES: Record<Stage, { short: string; long: string; side: 'marketing' | 'sales' }> = {
  inquiry: { short: 'Inquiry', long: 'Inquiry', side: 'marketing' },
  mql: { short: 'MQL', long: 'Marketing qualified lead', side: 'marketing' },
  sal: { short: 'SAL', long: 'Sales accepted lead', side: 'sales' },
  sql: { short: 'SQL', long: 'Sales qualified lead', side: 'sales' },
  opportunity: { short: 'Opportunity', long: 'Opportunity', side: 'sales' },
  won: { short: 'Won', long: 'Won', side: 'sales' },
  rejected: { short: 'Rejected', long: 'Rejected before contact', side: 'sales' },
  disqualified: { short: 'Disqualified', long: 'Disqualified after contact', side: 'sales' },
  recycled: { short: 'Recycled', long: 'Recycled: good, not now', side: 'sales' },
  lost: { short: 'Lost', long: 'Lost', side: 'sales' },
};

/** What was said, what the button says, and when it may be said. */
export const VERDICTS: Record<VerdictKind, { said: string; act: string; when: string | null }> = {
  accepted: { said: 'Accepted', act: 'Accept', when: null },
  rejected: { said: 'Rejected', act: 'Reject', when: 'before contact' },
  qualified: { said: 'Qualified', act: 'Qualify', when: 'after contact' },
  disqualified: { said: 'Disqualified', act: 'Disqualify', when: 'after contact' },
  recycled: { said: 'Recycled', act: 'Recycle', when: 'good, not now' },
};

export const FLAGS: Record<FlagKind, string> = {
  score_too_high: 'Score too high',
  score_too_low: 'Score too low',
  signal_wrong: 'Signal is wrong',
};

export const FAULTS: Record<SignalFault, string> = {
  bot: 'A machine did it',
  not_this_person: 'Not this person',
  wrong_attribution: 'Wrong attribution',
  outdated: 'Outdated',
};

/** Marketing's answer: what is said, what to write beside it, and what it does. */
export const RESOLUTIONS: Record<ResolutionKind, { said: string; act: string; hint: string }> = {
  changed: {
    said: 'Changed in the definition',
    act: 'Changed in the definition',
    hint: 'a rule, a threshold or a reason',
  },
  kept: { said: 'Kept, because', act: 'Kept because …', hint: 'needs a sentence' },
  duplicate: { said: 'Duplicate', act: 'Duplicate', hint: 'already answered elsewhere' },
  corrected: { said: 'Data corrected', act: 'Data corrected', hint: 'the score is computed again' },
};

export const RESOLUTION_ORDER: readonly ResolutionKind[] = [
  'changed',
  'kept',
  'duplicate',
  'corrected',
];

export const ROLES: Record<Role, string> = {
  rep: 'sales',
  marketer: 'marketing',
  admin: 'administrator',
};

/** @returns `+8`, `−3`, `0`, with a real minus sign. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`;
}

/** @returns a number without a plus, with a real minus sign. */
export const plain = (points: number): string => String(points).replace('-', '−');

/** @returns `1 point`, `3 points`: English only needs two forms. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
