/** The chance that sales accepts, in words: what was promised, on how many verdicts, and when nothing is promised. */
import type { Chance, ScoreView } from '../../lib/contract/score.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';

/** Below this many verdicts the store claims no chance (lib/score/chance.ts; a test keeps the two together). */
export const FEWEST_FOR_CHANCE = 25;
/** Below this many leads alike, no rate is said of them. */
export const FEWEST_FOR_RATE = 20;

/** @returns what the chance rests on: leads with about as many points, else all verdicts */
export function restsOn({ like, verdicts }: Chance): string {
  const t = readingWords();
  return like.n < FEWEST_FOR_RATE ? t.fromAll(verdicts) : t.fromLike(like.accepted, like.n);
}

/** @returns why there is no chance */
export function whyNoChance(verdicts: number): string {
  const t = readingWords();
  return verdicts >= FEWEST_FOR_CHANCE
    ? t.workingOut(verdicts)
    : t.tooFew(verdicts, FEWEST_FOR_CHANCE);
}

/** @returns `4 points over the line of 20 until 12 Jan`: where it stands, and how long */
export function standing(
  { points, mqlAt, belowLineOn }: ScoreView,
  now: number,
  place: Place,
): string {
  const t = readingWords();
  const apart = points - mqlAt;
  const said =
    apart === 0
      ? t.onLine(mqlAt)
      : apart > 0
        ? t.overLine(apart, mqlAt)
        : t.belowLine(-apart, mqlAt);
  return belowLineOn && apart >= 0 ? t.until(said, plainDay(belowLineOn, now, place)) : said;
}
