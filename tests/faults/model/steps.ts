/** What happens in one schedule, as a list that its seed makes: each line can be left out without changing the others. */
import { type Random, randomFrom } from '../real/random.ts';
import { NETWORK_FAULTS } from './network.ts';
import { STORE_FAULTS, type StoreFault } from './pool.ts';

/** Until everybody waits for something outside. */
export const ALL_TURNS = 10_000;
const YEAR_MS = 365 * 86_400_000;

export type Action =
  | { do: 'say'; lead: number; what: Saying; hold: boolean }
  | { do: 'say again'; back: number }
  | { do: 'undo' }
  | { do: 'wait' | 'sleep' | 'clock' | 'store clock'; ms: number }
  | {
      do:
        | 'wake'
        | 'reload'
        | 'restart'
        | 'update'
        | 'sign out'
        | 'revoke'
        | 'no locks'
        | 'disk closed';
    }
  | { do: 'sign in'; rep: number }
  | { do: 'network'; faults: string[] }
  | { do: 'kill worker' | 'kill page'; after: number }
  | { do: 'disk'; fault: 'quota' | 'blocked' | 'unreadable' | null }
  | { do: 'store'; fault: StoreFault; at: number };

export type Saying =
  | 'accepted'
  | 'rejected'
  | 'disqualified'
  | 'recycled'
  | 'flag'
  | 'registration'
  | 'unknown lead';

/** Afterwards so many turns are given before the next line; the others come later, between what follows. */
export type Step = Action & { browser: number; turns: number };

export interface Schedule {
  seed: number;
  browsers: number;
  steps: Step[];
}

const SAYINGS: readonly [Saying, ...Saying[]] = [
  'accepted',
  'accepted',
  'rejected',
  'rejected',
  'disqualified',
  'recycled',
  'flag',
  'registration',
  'unknown lead',
];

/** @returns the schedule of this seed */
export function scheduleOf(seed: number): Schedule {
  const random = randomFrom(seed);
  const browsers = 1 + random.below(3);
  const length = 5 + random.below(10);
  // A schedule has a few troubles of its own; one with all of them would get nothing done.
  const troubles = Array.from({ length: 1 + random.below(4) }, () => random.oneOf(TROUBLES));
  const steps = Array.from({ length }, (_, at): Step => {
    const action = at === 0 ? sayingOf(random) : actionOf(random, troubles);
    const turns = random.oneOf([0, 1, 2, 4, 8, ALL_TURNS, ALL_TURNS]);
    return { ...action, browser: random.below(browsers), turns };
  });
  return { seed, browsers, steps };
}

type Maker = (random: Random) => Action;

function actionOf(random: Random, troubles: readonly Maker[]): Action {
  const dice = random.below(100);
  if (dice < 34) return sayingOf(random);
  if (dice < 44) return timeOf(random);
  if (dice < 52) return { do: 'wake' };
  if (dice < 57) return { do: 'undo' };
  if (dice < 61) return { do: 'say again', back: random.below(2) };
  const trouble = troubles[random.below(troubles.length)] ?? networkTrouble;
  return trouble(random);
}

function sayingOf(random: Random): Action {
  const what = random.oneOf(SAYINGS);
  return { do: 'say', lead: random.below(2), what, hold: random.below(3) > 0 };
}

function timeOf(random: Random): Action {
  const ms = random.oneOf([1000, 10_000, 10_000, 25_000, 31_000, 61_000]);
  return random.below(8) === 0
    ? { do: 'sleep', ms: random.oneOf([3_600_000, 12 * 3_600_000]) }
    : { do: 'wait', ms };
}

const TROUBLES: readonly [Maker, ...Maker[]] = [
  networkTrouble,
  networkTrouble,
  networkTrouble,
  networkTrouble,
  networkTrouble,
  networkTrouble,
  (random) => ({ do: 'store', fault: random.oneOf(STORE_FAULTS), at: random.below(40) }),
  (random) => ({ do: 'store', fault: random.oneOf(STORE_FAULTS), at: random.below(40) }),
  (random) => ({ do: 'store', fault: random.oneOf(STORE_FAULTS), at: random.below(40) }),
  (random) => ({ do: 'kill worker', after: random.below(30) }),
  (random) => ({ do: 'kill worker', after: random.below(30) }),
  (random) => ({ do: 'kill page', after: random.below(12) }),
  () => ({ do: 'restart' }),
  () => ({ do: 'update' }),
  () => ({ do: 'no locks' }),
  (random) => ({
    do: 'clock',
    ms: random.oneOf([YEAR_MS, -YEAR_MS, 60_000, -60_000, 86_400_000, -86_400_000]),
  }),
  (random) => ({ do: 'store clock', ms: random.oneOf([3_600_000, -3_600_000]) }),
  (random) => ({
    do: 'disk',
    fault: random.oneOf(['quota', 'blocked', 'unreadable', null] as const),
  }),
  () => ({ do: 'disk closed' }),
  () => ({ do: 'sign out' }),
  (random) => ({ do: 'sign in', rep: random.below(3) }),
  () => ({ do: 'revoke' }),
];

function networkTrouble(random: Random): Action {
  const [first = 'offline', ...rest] = NETWORK_FAULTS;
  const fault = random.oneOf([first, ...rest]);
  return { do: 'network', faults: Array.from({ length: 1 + random.below(3) }, () => fault) };
}
