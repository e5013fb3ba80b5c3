/** One schedule, played: browsers and people on one store, every line of it, and then peace until nothing moves any more. */

import { type FeedbackItem, feedbackAnswer } from '../../../lib/contract/feedback.ts';
import { type Random, randomFrom } from '../real/random.ts';
import { Browser, type MakeOutbox } from './browser.ts';
import type { Note, Stage } from './notes.ts';
import { calmDown } from './peace.ts';
import { idOf, itemOf } from './sayings.ts';
import type { Schedule, Step } from './steps.ts';
import type { Answered, FaultStore } from './store.ts';
import { trouble } from './trouble.ts';
import { World } from './world.ts';

const ORIGINS = ['https://store.example', 'https://other.example'] as const;

/** @returns what there was to see when everything was over */
export async function play(
  schedule: Schedule,
  store: FaultStore,
  makeOutbox?: MakeOutbox,
): Promise<Stage> {
  const stage = await setUp(schedule, store, makeOutbox);
  const player = playerOf(stage, schedule);
  for (const [at, step] of schedule.steps.entries()) {
    await player(step, at);
    await stage.world.turns.give(step.turns);
  }
  await calmDown(stage);
  return stage;
}

/** @returns people, browsers and leads, before anything is said */
export async function setUp(
  { seed, browsers: count }: Schedule,
  store: FaultStore,
  makeOutbox?: MakeOutbox,
): Promise<Stage> {
  const world = new World(seed);
  const random = randomFrom(seed ^ 0x2c1b3c6d);
  store.pool.calm();
  store.pool.onFault = (fault) => world.count(`store: ${fault}`);
  store.clock.now = () => world.time;
  const leads = [idOf(random, 4), idOf(random, 4)];
  const [here, there] = ORIGINS;
  const reps = [
    ...(await store.workspace(here, ['Ben', 'Mia'], leads)),
    ...(await store.workspace(there, ['Lou'], leads)),
  ];
  const stage: Stage = {
    world,
    store,
    reps,
    leads,
    notes: [],
    arrived: [],
    clocksMoved: false,
    storeSkew: 0,
    browsers: [],
  };
  store.clock.now = () => world.time + stage.storeSkew;
  const ask = (url: string, init: RequestInit) => asked(stage, url, init);
  for (let place = 0; place < count; place++) {
    const browser = new Browser({
      world,
      ask,
      seed: seed + place,
      onAdded: ({ item, order, store, memberId }) => {
        const note = stage.notes.find((one) => one.item.id === item.id);
        if (note) Object.assign(note, { as: { store, memberId }, place: order });
      },
      ...(makeOutbox ? { makeOutbox } : {}),
    });
    stage.browsers.push(browser);
    // The first two are one person's, with two devices.
    const rep = reps[place === 2 ? 1 : 0];
    if (rep) void browser.signIn(rep, await store.token(rep));
    await world.turns.give();
  }
  return stage;
}

/** The store's answer; and a note of what it took, which whoever waits for the answer may never hear. */
async function asked(stage: Stage, url: string, init: RequestInit): Promise<Answered> {
  const { pathname } = new URL(url);
  const answer = await stage.store.request(pathname, init);
  const parsed = feedbackAnswer.safeParse(jsonOf(answer.text));
  for (const { id, outcome } of parsed.success ? parsed.data.results : []) {
    const isIn = outcome === 'stored' || outcome === 'duplicate';
    if (id !== null && isIn && !stage.arrived.includes(id)) stage.arrived.push(id);
  }
  if (stage.store.pool.diedMeanwhile()) throw new TypeError('Connection reset.');
  return answer;
}

type Player = (step: Step, at: number) => Promise<unknown>;

function playerOf(stage: Stage, { seed }: Schedule): Player {
  const { world, browsers, notes } = stage;
  /** The lead that was registered last, by browser: what is said there from then on is said of it. */
  const registered = new Map<Browser, string>();

  const say = (browser: Browser, note: Note, isHeld: boolean, instead?: Note) => {
    notes.push(note);
    void browser.say(note.item, isHeld ? 'Said' : null, instead?.item.id).then(({ ok }) => {
      note.told = ok ? 'saved' : 'failed';
      if (ok && note.item.kind === 'registration') registered.set(browser, note.item.leadId);
    });
  };
  const sayAgain = (browser: Browser, place: number, back: number, random: Random) => {
    const own = notes.filter(
      (one) => one.browser === place && one.told === 'saved' && one.item.kind === 'verdict',
    );
    const before = own.at(-1 - back);
    if (!before) return;
    before.replaced = true;
    const { leadId } = before.item;
    const item = itemOf('accepted', leadId, world.time + browser.skew, random);
    const note = noteOf(item, place, world.time, before.refusable);
    say(browser, note, true, before);
  };

  return async (step, at) => {
    // No two things are said in one millisecond, nor in the next, into which a late word of one browser may be moved.
    world.time += 20;
    const place = step.browser % browsers.length;
    const browser = browsers[place];
    if (!browser) return;
    const random = randomFrom(seed ^ Math.imul(at + 1, 0x9e3779b1));
    switch (step.do) {
      case 'say': {
        const lead = registered.get(browser) ?? stage.leads[step.lead] ?? '';
        const item = itemOf(step.what, lead, world.time + browser.skew, random);
        const note = noteOf(item, place, world.time, step.what === 'unknown lead');
        return say(browser, note, step.hold && step.what !== 'registration');
      }
      case 'say again':
        return sayAgain(browser, place, step.back, random);
      case 'undo':
        return undo(browser, notes);
      default:
        return trouble(stage, browser, step);
    }
  };
}

function undo(browser: Browser, notes: readonly Note[]): void {
  const { life, said } = browser.page;
  const id = said.undoable.get()?.id;
  const note = notes.find((one) => one.item.id === id && one.told === 'saved');
  if (!note) return;
  note.told = 'undoing';
  const ended = (undone: boolean) => {
    note.told = undone ? 'undone' : 'saved';
  };
  // What throws was not done, as a transaction that is aborted.
  void life.run(() => said.undo()).then(ended, () => undefined);
}

function noteOf(item: FeedbackItem, browser: number, at: number, refusable: boolean): Note {
  const untold = { as: null, place: null, revived: false, overtook: false, replaced: false };
  return { item, browser, told: 'open', at, refusable, ...untold };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
