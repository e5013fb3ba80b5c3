/** What all policies of the bank stream share, and what is done without a stream. */
import type { Design } from '../../../../lib/score/learn/design.ts';
import { LeakError } from '../../../../lib/score/learn/leaks.ts';
import { logitOf } from '../../../../lib/score/learn/logit.ts';
import type { Prior } from '../../../../lib/score/learn/map-fit.ts';
import { type Streamed, streamed } from '../../../../lib/score/learn/stream.ts';
import type { Figure } from '../table.ts';
import { type Contact, coded, INPUTS, LEAKS } from './contacts.ts';

/** Contacts that are only learned from. */
export const WARM_UP = 4000;
/** Contacts until an outcome is known. */
export const LAG = 500;

/** Acceptance that such campaigns are taken to have before anything is seen. */
const EXPECTED = 0.1;
/** One level makes a difference of some 3 points, as a rule (the middle one of the widths that `learn` tries). Where widths
 * are learned, they start here. */
const WIDTH = 0.3;
const BASE_WIDTH = 3;

/** @returns no points for anything, as nothing was agreed */
export function priorFor({ width }: Design): Prior {
  const mean = new Float64Array(width + 1);
  const sd = new Float64Array(width + 1).fill(WIDTH);
  mean[width] = logitOf(EXPECTED);
  sd[width] = BASE_WIDTH;
  return { mean, sd };
}

/** @returns what one fit to the contacts before `from` says of those after it, in whole points */
export function batchOf(contacts: readonly Contact[], from: number): Streamed {
  const { design } = coded(contacts);
  const never = Number.POSITIVE_INFINITY;
  return streamed(
    { design, outcomes: contacts.map(({ accepted }) => accepted) },
    {
      prior: priorFor(design),
      warmUp: from,
      lag: 1,
      every: never,
      halfLife: never,
      baseHalfLife: null,
    },
  );
}

/** @returns whether a model that asks for a leaking column is refused, for each of them */
export function leaksRefused(contacts: readonly Contact[]): Figure[] {
  return Object.keys(LEAKS).map((name) => ({
    name: `"${name}" is refused`,
    value: Number(refused(contacts, name)),
    goal: { atLeast: 1 },
  }));
}

function refused(contacts: readonly Contact[], name: string): boolean {
  try {
    coded(contacts.slice(0, 1), [...INPUTS, name]);
    return false;
  } catch (error) {
    if (error instanceof LeakError) return true;
    throw error;
  }
}
