import './model/globals.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparedFolder } from '../server/support/engines.ts';
import { newestFirst, newIdWhenTriedAgain, removesBeforeSending } from './model/broken-outboxes.ts';
import type { MakeOutbox } from './model/browser.ts';
import { setUp } from './model/play.ts';
import { itemOf } from './model/sayings.ts';
import { nthOf, seedOfDay } from './model/seeds.ts';
import { told } from './model/shrink.ts';
import { type Action, ALL_TURNS, type Schedule } from './model/steps.ts';
import { type FaultStore, openStore } from './model/store.ts';
import { type Outcome, tried } from './model/try.ts';

/** The promise of docs/faults.md, on schedules of the day; `npm run test:faults` plays ten thousand. */
const SEED = seedOfDay(new Date());

let store: FaultStore;
beforeAll(async () => {
  store = await openStore(await preparedFolder());
});
afterAll(() => store.close());

describe('whatever dies on the way', () => {
  it('nothing is lost, doubled, misordered or sent as somebody else', async () => {
    for (let number = 0; number < 60; number++) {
      const outcome = await tried(nthOf(SEED, number), store);
      const again = `npm run test:faults -- --seed ${SEED} --only ${number}\n${told(outcome)}`;
      expect(outcome.broken, again).toEqual([]);
    }
  });

  it('a schedule comes out the same when it is played again', async () => {
    const played = async () => {
      const { notes, injected } = await tried(nthOf(1, 17), store);
      return {
        said: notes.map(({ item, told: word }) => [item.id, word]),
        injected: [...injected],
      };
    };
    expect(await played()).toEqual(await played());
  });
});

describe('the suite finds an outbox that', () => {
  it.each<[string, MakeOutbox, string]>([
    ['removes before it sends', removesBeforeSending, 'lost'],
    ['gives a new id when it tries again', newIdWhenTriedAgain, 'doubled'],
    ['sends the newest first', newestFirst, 'misordered'],
  ])('%s', async (_, makeOutbox, what) => {
    expect(await firstWith(what, makeOutbox)).not.toBeNull();
  });
});

async function firstWith(what: string, makeOutbox: MakeOutbox): Promise<Outcome | null> {
  for (let number = 0; number < 150; number++) {
    const outcome = await tried(nthOf(1, number), store, makeOutbox);
    if (outcome.broken.some((one) => one.what === what)) return outcome;
  }
  return null;
}

/** What the suite has found, as short as it could be made. */
describe('found and mended', () => {
  const step = (action: Action, browser = 0, turns = ALL_TURNS) => ({ ...action, browser, turns });
  const say = (what: 'accepted' | 'rejected' | 'registration', hold = true) =>
    ({ do: 'say', lead: 0, what, hold }) as const;

  it.each<[string, Schedule['steps']]>([
    [
      'two devices of one person count for themselves: what was said on the other one later is later',
      [step(say('accepted')), step(say('rejected')), step(say('accepted', false), 1)],
    ],
    [
      'what was kept back while the clock was put back does not come out as the last word',
      [
        step({ do: 'network', faults: ['403 by a proxy'] }),
        step(say('accepted', false)),
        step({ do: 'clock', ms: -365 * 86_400_000 }),
        step(say('rejected', false)),
        step({ do: 'wait', ms: 61_000 }),
      ],
    ],
    [
      'a verdict does not overtake the registration of its lead that the database would not take yet',
      [
        step({ do: 'network', faults: ['offline'] }),
        step(say('registration', false)),
        step(say('accepted')),
        step({ do: 'store', fault: 'disk full', at: 4 }),
        step({ do: 'wait', ms: 61_000 }),
      ],
    ],
  ])('%s', async (_, steps) => {
    for (const seed of [1, 2, 3]) {
      const outcome = await tried({ seed, browsers: 2, steps }, store);
      expect(outcome.broken, told(outcome)).toEqual([]);
    }
  });

  it('whoever sends has an alarm before the first request, should it be the last thing they do', async () => {
    const { browsers, world } = await setUp({ seed: 1, browsers: 1, steps: [] }, store);
    const [browser] = browsers;
    browser?.troubles.push('never answers');
    void browser?.say(itemOf('registration', '', world.time, world.random), null);
    await world.turns.give();
    expect(browser?.requests).toBe(1);
    expect(browser?.alarm).toBe(true);
    browser?.end();
  });

  it('a database that the browser shut is opened again, whether it said so or not', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const steps = [step(say('accepted')), step({ do: 'disk closed' }), step(say('rejected'))];
      const { notes } = await tried({ seed, browsers: 1, steps }, store);
      expect(notes.map(({ told: word }) => word)).toEqual(['saved', 'saved']);
    }
  });
});
