/** Which patterns speak about a case. */
import type { Pattern, PatternsAnswer, ReviewCase } from '../../lib/contract/review.ts';

/** @returns the pattern to show beside a case: one with its reason that this lead shares, else one with its reason */
export function patternFor(answer: PatternsAnswer | null, opened: ReviewCase): Pattern | null {
  const { entry } = opened.line;
  if (entry.reason === null) return null;
  const own = (answer?.patterns ?? []).filter(
    ({ reason, said }) => reason === entry.reason && said === entry.verdict,
  );
  return own.find((pattern) => shares(pattern, opened)) ?? own[0] ?? null;
}

function shares({ by, value }: Pattern, { line, snapshot, today }: ReviewCase): boolean {
  switch (by) {
    case 'source':
      return line.source === value;
    case 'campaign':
      return line.campaign === value;
    case 'rule':
      return snapshot.contributions.some(({ ruleId }) => ruleId === value);
    case 'title-word':
      return (today.who.title ?? '').toLowerCase().includes(value.toLowerCase());
    case 'mail-domain':
      return (today.who.email ?? '').toLowerCase().endsWith(value.toLowerCase());
  }
}
