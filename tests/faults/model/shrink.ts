/** A broken schedule with everything left out that it does not need to break. */
import type { MakeOutbox } from './browser.ts';
import type { Schedule } from './steps.ts';
import type { FaultStore } from './store.ts';
import { type Outcome, tried } from './try.ts';

/** @returns the smallest one found; a schedule that keeps every promise comes back as it is */
export async function shrunk(
  whole: Outcome,
  store: FaultStore,
  makeOutbox?: MakeOutbox,
): Promise<Outcome> {
  let least = whole;
  const kinds = new Set(whole.broken.map(({ what }) => what));
  for (let at = whole.schedule.steps.length - 1; at >= 0; at--) {
    const steps = least.schedule.steps.toSpliced(at, 1);
    const schedule: Schedule = { ...least.schedule, steps };
    const outcome = await tried(schedule, store, makeOutbox);
    if (outcome.broken.some(({ what }) => kinds.has(what))) least = outcome;
  }
  return least;
}

/** @returns what happens in it and what is wrong then, in lines */
export function told({ schedule, broken, notes }: Outcome): string {
  return [
    ...schedule.steps.map(({ browser, turns, ...action }) => {
      const { do: what, ...rest } = action;
      const details = Object.values(rest).map(String).join(', ');
      return `  browser ${browser % schedule.browsers}: ${what} ${details} (${turns > 100 ? 'until all is quiet' : `${turns} turns`})`;
    }),
    ...notes.map(
      ({ item, told: word, browser }) => `  said in ${browser}: ${item.kind} ${item.id}, ${word}`,
    ),
    ...broken.map(({ what, why }) => `  ${what}: ${why}`),
  ].join('\n');
}
