/** Rounds over lanes: each lane has a store and a browser of its own, and its rounds one after another. */
import { planRound, playRound, type RoundPlan, type RoundResult } from './round.ts';
import { type Lane, openScene, type Scene } from './scene.ts';

export interface RunOptions {
  lanes: readonly Lane[];
  rounds: number;
  seed: number;
  /** Only these, by their numbers. */
  only: readonly number[] | null;
  /** Played before, and not again. */
  played?: ReadonlySet<number>;
  /** Ends it now; the round that is being played then counts for nothing. */
  end?: AbortSignal;
  /** Nothing is left to the alarm, which takes half a minute. */
  hurry?: boolean;
  /** After so long no more rounds begin. */
  minutes?: number;
  /** @returns the folder of the unpacked extension for this browser */
  built(lane: Lane): string;
  onRound(round: Played): void;
}

export interface Played {
  lane: Lane;
  plan: RoundPlan;
  /** Null when the round could not be played to its end. */
  result: RoundResult | null;
  /** Then why not; and of one that was not good, what the disk knows of it. */
  why: string | null;
}

const LONGEST_MS = 4 * 60_000;

/** @returns every round that was played; one that came to no end is not a good one */
export async function runRounds(options: RunOptions): Promise<Played[]> {
  const played = await Promise.all(
    options.lanes.map((lane, place) => runLane(options, lane, place)),
  );
  return played.flat();
}

async function runLane(options: RunOptions, lane: Lane, place: number): Promise<Played[]> {
  const { lanes, rounds, seed, only, played, hurry, built, onRound, minutes = 600 } = options;
  const last = performance.now() + minutes * 60_000;
  const all: Played[] = [];
  let scene: Scene | null = null;
  for (let number = place; number < rounds; number += lanes.length) {
    if (performance.now() > last || options.end?.aborted) break;
    if (played?.has(number) || (only && !only.includes(number))) continue;
    const planned = planRound(number, seed, lane, lanes.length);
    const plan = hurry ? { ...planned, impatient: true } : planned;
    const one: Played = { lane, plan, result: null, why: null };
    try {
      scene ??= await openScene(lane, built(lane));
      one.result = await inTime(playRound(scene, plan), options.end);
    } catch (error) {
      if (options.end?.aborted) break;
      one.why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (scene) one.why += `\n${await scene.hands.sees()}`;
    }
    if (!isGood(one)) {
      if (scene && one.result) one.why = await scene.hands.traces();
      // What is left of it is not to spoil the next.
      await scene?.close().catch(() => undefined);
      scene = null;
    }
    all.push(one);
    onRound(one);
  }
  await scene?.close();
  return all;
}

/** A round that hangs is not to hold up the others. */
async function inTime<T>(work: Promise<T>, end?: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  end?.addEventListener('abort', () => late.reject(new Error('Stopped.')), { once: true });
  const timer = setTimeout(
    () => late.reject(new Error(`Not over after ${LONGEST_MS / 60_000} minutes.`)),
    LONGEST_MS,
  );
  // Whatever it still comes to after that is nobody's any more.
  work.catch(() => undefined);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

/** @returns whether what was promised held in this round */
export const isGood = ({ result }: Played): boolean =>
  result !== null && [...result.lost, ...result.doubled, ...result.misordered].length === 0;
