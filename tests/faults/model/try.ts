/** Schedules, one after the other, and what was found. */
import type { MakeOutbox } from './browser.ts';
import { type Broken, checked } from './check.ts';
import type { Note } from './notes.ts';
import { play } from './play.ts';
import type { Schedule } from './steps.ts';
import type { FaultStore } from './store.ts';

export interface Outcome {
  schedule: Schedule;
  broken: Broken[];
  injected: ReadonlyMap<string, number>;
  notes: readonly Note[];
}

/** @returns what became of this schedule; the same for the same schedule */
export async function tried(
  schedule: Schedule,
  store: FaultStore,
  makeOutbox?: MakeOutbox,
): Promise<Outcome> {
  const stage = await play(schedule, store, makeOutbox);
  const broken = await checked(stage);
  for (const browser of stage.browsers) browser.end();
  return { schedule, broken, injected: stage.world.injected, notes: stage.notes };
}
