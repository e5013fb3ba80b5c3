/** Shares, rates and spans as people say them. */
import { FEWEST, type Rate } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import type { Share } from '../charts/scale.ts';
import type { Cell, ReportChoice } from './props.ts';

/** @returns `66 %`, with a space that does not break */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** @returns `22 %`, or nothing where it would be of nothing */
export const shareOf = (n: number, of: number): string => (of > 0 ? percent(n / of) : '');

/** @returns the rate and its interval; null while there are too few to say */
export const enough = ({ n, of, low, high }: Rate): Share | null =>
  of >= FEWEST && low !== null && high !== null ? { share: n / of, low, high } : null;

/** @returns `62 of 84` */
export const ofWords = ({ n, of }: { n: number; of: number }): string =>
  reportWords().of(number(n), number(of));

/** @returns `11 verdicts so far: no rate shown below 20` */
export const fewWords = ({ of }: { of: number }): string => reportWords().few(of, FEWEST);

/** @returns what a rate says of itself, n and interval included */
export function rateSays(name: string, rate: Rate): string {
  const t = reportWords();
  const share = enough(rate);
  if (!share) return t.countSays(name, fewWords(rate));
  const range = t.range(percent(share.low), percent(share.high));
  return t.rateSays(name, percent(share.share), ofWords(rate), range);
}

/** @returns cells of a rate: accepted, of how many, share, interval */
export function rateCells(rate: Rate): Cell[] {
  const t = reportWords();
  const share = enough(rate);
  return [
    rate.n,
    rate.of,
    share ? { text: percent(share.share), raw: rounded(share.share) } : null,
    share
      ? {
          text: t.range(percent(share.low), percent(share.high)),
          raw: `${rounded(share.low)}..${rounded(share.high)}`,
        }
      : null,
  ];
}

/** @returns the heads of `rateCells` */
export function rateHeads(): string[] {
  const t = reportWords();
  return [t.accepted, t.verdicts, t.acceptedShare, t.likely];
}

/** @returns a share as a file takes it */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
export const shareCell = (share: number | null): Cell =>
  share === null ? null : { text: percent(share), raw: rounded(share) };

/** @returns `65 % before`, said so that nobody takes it for today's; null without one */
export function wasWords(compare: ReportChoice['compare'], said: string | null): string | null {
  if (compare === 'none' || said === null) return null;
  return reportWords().was[compare].replace('{x}', said);
}

/** @returns the rate before, in words */
export const rateWas = (
  compare: ReportChoice['compare'],
  rate: Rate | undefined,
): string | null => {
  const share = rate ? enough(rate) : null;
  return wasWords(compare, share ? percent(share.share) : null);
};

/** @returns the columns of the days it is compared with, if there are any */
export function wasHead(compare: ReportChoice['compare'], head: string): string[] {
  return compare === 'none' ? [] : [`${head}, ${reportWords().wasHead[compare]}`];
}
export const wasCell = (compare: ReportChoice['compare'], cell: Cell): Cell[] =>
  compare === 'none' ? [] : [cell];

/** @returns a span of minutes: `15 min`, `1 h 38 min`, `3 days` */
export function duration(minutes: number): string {
  const t = reportWords();
  if (minutes < 60) return t.minutes(Math.round(minutes));
  if (minutes >= 2 * 24 * 60) return t.days(Math.round(minutes / (24 * 60)));
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes - hours * 60);
  return rest > 0 ? `${t.hours(hours)} ${t.minutes(rest)}` : t.hours(hours);
}
