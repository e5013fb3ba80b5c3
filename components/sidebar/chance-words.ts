/** The chance that sales accepts, in words: what was promised, on how many verdicts, and when nothing is promised. */
import type { Chance, ScoreView } from '../../lib/contract/score.ts';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { count } from '../ui/words.ts';

/** Below this many verdicts the store claims no chance (lib/score/chance.ts; a test keeps the two together). */
export const FEWEST_FOR_CHANCE = 25;
/** Below this many leads alike, no rate is said of them. */
export const FEWEST_FOR_RATE = 20;

/** @returns `7 of 10`, or `3 of 100` where tens would say never or always */
export function outOf(percent: number): string {
  const tenths = Math.round(percent / 10);
  return percent < 10 || percent > 94 ? `${percent} of 100` : `${tenths} of 10`;
}

/** @returns what the chance rests on: leads with about as many points, else all verdicts */
export function restsOn({ like, verdicts }: Chance): string {
  if (like.n < FEWEST_FOR_RATE) {
    return `from all ${verdicts.toLocaleString('en')} verdicts; few were like this`;
  }
  const [accepted, n] = [like.accepted, like.n].map((each) => each.toLocaleString('en'));
  return `${accepted} of ${n} with about as many points`;
}

/** @returns why there is no chance */
export function whyNoChance(verdicts: number): string {
  if (verdicts >= FEWEST_FOR_CHANCE) {
    return `The chance is being worked out from ${count(verdicts, 'verdict')}.`;
  }
  const sofar = verdicts === 0 ? 'No verdicts' : count(verdicts, 'verdict');
  return `${sofar} so far: no chance is claimed below ${FEWEST_FOR_CHANCE}.`;
}

/** @returns `4 points over the line of 20 until 12 Jan`: where it stands, and how long */
export function standing(
  { points, mqlAt, belowLineOn }: ScoreView,
  now: number,
  place: Place,
): string {
  const apart = points - mqlAt;
  const until = belowLineOn && apart >= 0 ? ` until ${plainDay(belowLineOn, now, place)}` : '';
  if (apart === 0) return `On the line of ${mqlAt}${until}`;
  return `${count(Math.abs(apart), 'point')} ${apart > 0 ? 'over' : 'below'} the line of ${mqlAt}${until}`;
}
