import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackAnswer, FeedbackItem } from '../../../lib/contract/feedback.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import { foreign } from '../../../lib/feedback/entry.ts';
import { createOutbox, type Outbox } from '../../../lib/feedback/outbox.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { drain } from '../../../lib/sync/drain.ts';
import { aVerdict } from '../../fixtures/feedback.ts';

/**
 * The promise: whatever is saved reaches the store once in effect, in order per lead, whatever dies on the way.
 * Histories are generated; the store is a model with the real store's rule (an id is applied once).
 */
const sender = { store: 'https://store.example', memberId: 'me' };
const LEADS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const YEAR = 365 * 86_400_000;

type Step =
  | { do: 'say'; lead: number }
  | { do: 'undo'; back: number }
  | { do: 'clock'; ms: number }
  /** One worker life: what the network does, and after how many operations on the outbox the worker is killed. */
  | { do: 'work'; network: Network; dieAfter: number };
type Network = 'good' | 'replyLost' | 'down' | 'error' | 'tooLarge' | 'someRetry' | 'signedOut';

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), lead: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      ms: fc.oneof(
        fc.nat(30_000),
        fc.constant(10_000),
        fc.constantFrom(-YEAR, YEAR, -60_000, 3_600_000),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      network: fc.constantFrom<Network>(
        'good',
        'replyLost',
        'down',
        'error',
        'tooLarge',
        'someRetry',
        'signedOut',
      ),
      dieAfter: fc.oneof(fc.nat(14), fc.constant(1000)),
    }),
  },
);

class Killed extends Error {}

/** The outbox as seen by a worker that is killed at its n-th operation, before or after it took effect. */
function dying(outbox: Outbox, operations: number): Outbox {
  let left = operations;
  const wrap =
    <A extends unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (left-- <= 0) throw new Killed();
      const result = await operation(...args);
      if (left-- <= 0) throw new Killed();
      return result;
    };
  return {
    add: wrap(outbox.add),
    list: wrap(outbox.list),
    undo: wrap(outbox.undo),
    claim: wrap(outbox.claim),
    settle: wrap(outbox.settle),
    postpone: wrap(outbox.postpone),
    revive: wrap(outbox.revive),
    drop: wrap(outbox.drop),
  };
}

function modelStore() {
  const applied: FeedbackItem[] = [];
  const apply = (items: FeedbackItem[], retryFirst: boolean): FeedbackAnswer => {
    const held = new Set(retryFirst ? [items[0]?.leadId] : []);
    return {
      results: items.map((item) => {
        if (held.has(item.leadId)) return { id: item.id, outcome: 'retry', message: 'Busy.' };
        const known = applied.some((earlier) => earlier.id === item.id);
        if (!known) applied.push(item);
        return { id: item.id, outcome: known ? 'duplicate' : 'stored', message: null };
      }),
    };
  };
  const post = async (items: FeedbackItem[], network: Network): Promise<Result<FeedbackAnswer>> => {
    switch (network) {
      case 'down':
        return failed('offline', 'Down', 'Wait.');
      case 'error':
        return failed('store-error', 'Error 500', 'Wait.');
      case 'signedOut':
        return failed('not-signed-in', 'Who are you', 'Sign in.');
      case 'tooLarge':
        return items.length > 1
          ? failed('too-large', 'Too large', 'Send less.')
          : done(apply(items, false));
      case 'replyLost':
        apply(items, false);
        return failed('offline', 'Cut off', 'Wait.');
      case 'someRetry':
        return done(apply(items, true));
      case 'good':
        return done(apply(items, false));
    }
  };
  return { applied, post };
}

async function live(steps: Step[]) {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  let now = Date.UTC(2026, 10, 22);
  const outbox = createOutbox({ use: strictStore('outbox'), now: () => now, random: () => 0.5 });
  const store = modelStore();
  const said: FeedbackItem[] = [];
  const undone = new Set<string>();

  const work = async (network: Network, dieAfter: number) => {
    const mortal = dying(outbox, dieAfter);
    await drain({
      outbox: mortal,
      sender,
      post: (items) => store.post(items, network),
      now: () => now,
    }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
  };

  for (const action of steps) {
    if (action.do === 'clock') now += action.ms;
    else if (action.do === 'work') await work(action.network, action.dieAfter);
    else if (action.do === 'say') {
      const item = aVerdict({ leadId: LEADS[action.lead] ?? '', n: said.length });
      await outbox.add(item, sender);
      said.push(item);
    } else {
      const item = said[said.length - 1 - action.back];
      if (item && (await outbox.undo(item.id))) undone.add(item.id);
    }
  }
  for (let round = 0; round < 6; round++) {
    now += 16 * 60_000;
    await work('good', 1000);
  }
  return { said, undone, applied: store.applied, left: await outbox.list() };
}

describe('the outbox', () => {
  it('delivers whatever was saved exactly once and in order, whatever dies on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
        async (steps) => {
          const { said, undone, applied, left } = await live(steps);
          const kept = said.filter((item) => !undone.has(item.id));
          expect(left).toEqual([]);
          expect(applied.map((item) => item.id).sort()).toEqual(kept.map((item) => item.id).sort());
          for (const lead of LEADS) {
            const order = (items: FeedbackItem[]) =>
              items.filter((item) => item.leadId === lead).map((item) => item.id);
            expect(order(applied)).toEqual(order(kept));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('an outbox entry', () => {
  let now = 0;
  let outbox: Outbox;
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    globalThis.IDBKeyRange = IDBKeyRange;
    now = 1_000_000;
    outbox = createOutbox({ use: strictStore('outbox'), now: () => now });
  });
  const item = aVerdict({ leadId: LEADS[0] ?? '', n: 1 });
  const post = async () =>
    done({ results: [{ id: item.id, outcome: 'stored' as const, message: null }] });

  it('is held for ten seconds and can be taken back until it left', async () => {
    await outbox.add(item, sender);
    await drain({ outbox, sender, post, now: () => now });
    expect(await outbox.list()).toHaveLength(1);
    expect(await outbox.undo(item.id)).toBe(true);
    expect(await outbox.list()).toEqual([]);
  });

  it('cannot be taken back once the network had it, even without an answer', async () => {
    await outbox.add(item, sender);
    now += 10_000;
    await drain({
      outbox,
      sender,
      post: async () => failed('offline', 'Down', ''),
      now: () => now,
    });
    expect(await outbox.undo(item.id)).toBe(false);
    expect(await outbox.list()).toHaveLength(1);
  });

  it('is never sent to another store or as another person than it was saved for', async () => {
    await outbox.add(item, { ...sender, memberId: 'somebody else' }, 0);
    await drain({ outbox, sender, post, now: () => now });
    const [kept] = await outbox.list();
    expect(kept).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(kept && foreign(kept, sender)).toContain('somebody else');
    // Asked for by the person, it goes as who they are now; to another store it never does.
    await outbox.revive(item.id, { ...sender, store: 'https://other.example' });
    expect(await outbox.list()).toMatchObject([{ memberId: 'somebody else' }]);
    await outbox.revive(item.id, sender);
    await drain({ outbox, sender, post, now: () => now });
    expect(await outbox.list()).toEqual([]);
  });

  it('that is refused is kept with the reason and holds up nothing', async () => {
    const other = aVerdict({ leadId: item.leadId, n: 2 });
    await outbox.add(item, sender, 0);
    await outbox.add(other, sender, 0);
    const picky = async (items: FeedbackItem[]) =>
      done({
        results: items.map(({ id }) => ({
          id,
          outcome: id === item.id ? ('refused' as const) : ('stored' as const),
          message: id === item.id ? 'No such reason.' : null,
        })),
      });
    await drain({ outbox, sender, post: picky, now: () => now });
    expect(await outbox.list()).toMatchObject([{ state: 'parked', message: 'No such reason.' }]);
    await outbox.revive(item.id, sender);
    await drain({ outbox, sender, post, now: () => now });
    expect(await outbox.list()).toEqual([]);
  });

  it('that something on the way refuses is found out, and the others go through', async () => {
    const others = [2, 3, 4].map((n) => aVerdict({ leadId: LEADS[n % 2] ?? '', n }));
    for (const said of [item, ...others]) await outbox.add(said, sender, 0);
    const arrived: string[] = [];
    const proxy = async (items: FeedbackItem[]) => {
      if (items.some(({ id }) => id === item.id)) {
        return failed('not-allowed', 'Blocked by a proxy', 'Its rules do not like this text.');
      }
      arrived.push(...items.map(({ id }) => id));
      return done({
        results: items.map(({ id }) => ({ id, outcome: 'stored' as const, message: null })),
      });
    };
    for (let round = 0; round < 3; round++) {
      await drain({ outbox, sender, post: proxy, now: () => now });
      now += 20 * 60_000;
    }
    expect(arrived.sort()).toEqual(others.map(({ id }) => id).sort());
    expect(await outbox.list()).toMatchObject([
      { state: 'parked', message: 'Its rules do not like this text.' },
    ]);
  });

  it('with no word from the store stays', async () => {
    await outbox.add(item, sender, 0);
    await drain({ outbox, sender, post: async () => done({ results: [] }), now: () => now });
    expect(await outbox.list()).toHaveLength(1);
  });
});
