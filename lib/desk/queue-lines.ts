/** The lines of the queue as pages come in and answers go out. */
import type { ReviewFacets, ReviewLine, ReviewPage, SaidKind } from '../contract/review.ts';

/**
 * What is kept of the lines on screen when a page comes. A quiet look at the first page must not fold up the pages
 * somebody has scrolled through, but what has gone from the stretch that page covers has been answered elsewhere.
 *
 * @param wasShown whether a line of the page is off the screen only because it was answered here
 */
export function stillThere(
  shown: ReviewLine[],
  page: Pick<ReviewPage, 'lines' | 'next'>,
  from: string | null,
  wasShown: (feedbackId: string) => boolean,
): ReviewLine[] {
  if (from !== null) return shown;
  if (page.next === null) return [];
  const fresh = new Set(page.lines.map((line) => line.entry.id));
  const last = shown.findLastIndex((line) => fresh.has(line.entry.id));
  // No line in common: where the page ends among what was shown cannot be told.
  if (last < 0 && !page.lines.some((line) => wasShown(line.entry.id))) return [];
  return shown.filter((line, place) => place > last || fresh.has(line.entry.id));
}

/** @returns the lines on screen with a page: the first one stands above all others, a later one below */
export function withPage(
  shown: ReviewLine[],
  page: ReviewLine[],
  from: string | null,
): ReviewLine[] {
  if (from !== null) return merged(shown, page);
  const fresh = new Set(page.map((line) => line.entry.id));
  return [...page, ...shown.filter((line) => !fresh.has(line.entry.id))];
}

/** @returns both lists in order, each line once, as it was read last */
export function merged(known: ReviewLine[], fresh: ReviewLine[]): ReviewLine[] {
  const lines = new Map([...known, ...fresh].map((line) => [line.entry.id, line]));
  return [...lines.values()];
}

/** @returns the lines with those that come back, longest waiting first */
export function withBack(lines: ReviewLine[], back: ReviewLine[]): ReviewLine[] {
  return merged(lines, back).toSorted((a, b) => (a.entry.madeAt < b.entry.madeAt ? -1 : 1));
}

/** @returns what kind of word a line is; null for one that asks for no answer */
export function saidOf({ entry }: ReviewLine): SaidKind | null {
  if (entry.flag) return entry.flag;
  return entry.verdict === 'rejected' || entry.verdict === 'disqualified' ? entry.verdict : null;
}

type Share<T> = { value: T; n: number }[];

/** @returns the counts as if these lines had gone (−1) or come back (+1), until the store counts again */
export function shifted(facets: ReviewFacets, lines: ReviewLine[], by: 1 | -1): ReviewFacets {
  const moved = <T>(shares: Share<T>, of: (line: ReviewLine) => T | null): Share<T> =>
    shares.map(({ value, n }) => ({
      value,
      n: n + by * lines.filter((line) => of(line) === value).length,
    }));
  return {
    ...facets,
    total: Math.max(0, facets.total + by * lines.length),
    said: moved(facets.said, saidOf),
    reasons: moved(facets.reasons, ({ entry }) => entry.reason),
    sources: moved(facets.sources, ({ source }) => source),
    campaigns: moved(facets.campaigns, ({ campaign }) => campaign),
    points: moved(facets.points, ({ thenPoints }) => Math.floor(thenPoints / 10) * 10),
  };
}
