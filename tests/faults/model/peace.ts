/** The end of a schedule: nothing goes wrong any more, and whoever has something to do does it once. */
import type { OutboxEntry } from '../../../lib/feedback/entry.ts';
import type { Browser } from './browser.ts';
import { type Note, type Stage, willBeRefused } from './notes.ts';
import type { Rep } from './store.ts';

/** Longer than any wait of the outbox. */
const LONG_MS = 16 * 60_000;
/** After these, whoever wanted to set an alarm may have been ended before. */
const FORCE = [
  'worker killed',
  'page killed',
  'updated mid-send',
  'browser killed',
  'IndexedDB quota',
  'IndexedDB blocked',
  'IndexedDB unreadable',
];
const LAST_LATE_MS = 3 * 3_600_000;

export async function calmDown(stage: Stage): Promise<void> {
  const { world, store, browsers } = stage;
  store.pool.calm();
  for (const browser of browsers) browser.heal();
  await world.turns.give();
  // Requests that were on their way all this time arrive before anything else does, or after it: both have to be right.
  if (world.random.below(2) === 0) await world.sleep(LAST_LATE_MS);
  for (const browser of browsers) await calmBrowser(stage, browser);
  await world.sleep(LAST_LATE_MS);
}

async function calmBrowser(stage: Stage, browser: Browser): Promise<void> {
  const { world, store, reps } = stage;
  browser.reload();
  // The next thing that wakes the background; where nobody was ended by force, its own alarm has to do.
  if (FORCE.some((fault) => world.injected.has(fault))) browser.wake();
  await world.turns.give();
  await rounds(stage, browser);
  // Whoever said something here comes back, one after the other, and again: what one said may be of a lead that another made known.
  for (const rep of [...reps, ...reps]) {
    const own = (await browser.entries()).filter((entry) => isOf(entry, rep));
    if (own.length === 0) continue;
    const token = await store.token(rep);
    for (let press = 0; press < 4; press++) {
      void browser.signIn(rep, token);
      await world.turns.give();
      await rounds(stage, browser);
      if (!(await pressAgain(stage, browser, rep))) break;
    }
  }
}

/** Nothing but the alarm helps here. */
async function rounds({ world }: Stage, browser: Browser): Promise<void> {
  for (let round = 0; round < 6; round++) {
    const waiting = (await browser.entries()).some(({ state }) => state !== 'parked');
    if (!waiting) return;
    await world.sleep(LONG_MS);
    await world.pass(31_000);
  }
}

/** The person reads why something was refused and presses “Try again”. @returns whether there was anything to press */
async function pressAgain(stage: Stage, browser: Browser, rep: Rep): Promise<boolean> {
  const parked = (await browser.entries()).filter(
    (entry) => entry.state === 'parked' && isOf(entry, rep),
  );
  let pressed = false;
  for (const { item } of parked) {
    const note = stage.notes.find((one) => one.item.id === item.id);
    if (note) {
      note.overtook ||= isAboutUnsent(note, stage);
      note.revived = true;
    }
    if (note && willBeRefused(note, stage)) continue;
    pressed = true;
    await browser.revive(item.id, rep);
  }
  return pressed;
}

/** It was sent while the store had not heard of its lead, whose registration was said here before. */
function isAboutUnsent(note: Note, { notes, arrived }: Stage): boolean {
  const made = notes.find(
    ({ item }) => item.kind === 'registration' && item.leadId === note.item.leadId,
  );
  const isSame = made?.browser === note.browser && made.as?.memberId === note.as?.memberId;
  return isSame && made !== note && !arrived.includes(made.item.id);
}

const isOf = (entry: OutboxEntry, { origin, member }: Rep) =>
  entry.store === origin && entry.memberId === member.memberId;
