/** What the meeting is about, and how long each point takes: made of what the page says, so that nobody has to write it. */
import type { CheckIn, Decision } from '../../lib/contract/check-in.ts';

export type AgendaPoint = {
  about: 'earlier' | 'numbers' | 'promises' | 'changes' | 'open' | 'next';
  /** How many of them there are to talk about. */
  n: number;
  minutes: number;
};

/** Minutes each of them takes. */
const EACH = { earlier: 2, promise: 2, change: 3, open: 5 };
/** Longer than this nobody listens; what is left is for the next time. */
const AT_MOST = 25;

const atMost = (minutes: number) => Math.min(AT_MOST, minutes);

/** @returns decisions made before the period that are still to be done */
export const fromBefore = ({ decisions, from }: CheckIn): Decision[] =>
  decisions.filter(({ at }) => at.slice(0, 10) < from);

/** @returns decisions made in the period */
export const ofPeriod = ({ decisions, from }: CheckIn): Decision[] =>
  decisions.filter(({ at }) => at.slice(0, 10) >= from);

/** @returns versions that somebody put in force; the one the store began with is nobody's change */
export const madeBySomebody = ({ changes }: CheckIn): CheckIn['changes'] =>
  changes.filter(({ by }) => by !== null);

/** @returns whether nothing at all is to be told of this period */
export const isBlank = (checkIn: CheckIn): boolean => {
  const { headline, promises, open, decisions } = checkIn;
  return (
    headline.volume.handed === 0 &&
    headline.quality.accepted.of === 0 &&
    promises.every(({ held }) => held === null) &&
    madeBySomebody(checkIn).length === 0 &&
    open.length === 0 &&
    decisions.length === 0
  );
};

/** @returns the points in the order of the meeting, without those that have nothing in them */
export function agendaOf(checkIn: CheckIn): AgendaPoint[] {
  const earlier = fromBefore(checkIn).filter(({ doneAt }) => !doneAt).length;
  const missed = checkIn.promises.filter(({ held }) => held === false).length;
  const changes = madeBySomebody(checkIn);
  const { open } = checkIn;
  const points: AgendaPoint[] = [
    { about: 'earlier', n: earlier, minutes: atMost(earlier * EACH.earlier) },
    { about: 'numbers', n: 1, minutes: 5 },
    { about: 'promises', n: missed, minutes: 3 + missed * EACH.promise },
    { about: 'changes', n: changes.length, minutes: atMost(changes.length * EACH.change) },
    { about: 'open', n: open.length, minutes: atMost(open.length * EACH.open) },
    { about: 'next', n: 1, minutes: 5 },
  ];
  return points.filter(({ minutes }) => minutes > 0);
}
