import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackItem } from '../../../lib/contract/feedback.ts';
import { done, failed } from '../../../lib/contract/problem.ts';
import { foreign } from '../../../lib/feedback/entry.ts';
import { createOutbox, type Outbox } from '../../../lib/feedback/outbox.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { drain } from '../../../lib/sync/drain.ts';
import { aVerdict } from '../../fixtures/feedback.ts';

/** One entry at a time; whole histories of them are tests/faults/model.test.ts. */
const sender = { store: 'https://store.example', memberId: 'me' };
const LEADS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

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

  it('that was refused is not brought back by whoever comes late without an answer', async () => {
    await outbox.add(item, sender, 0);
    await outbox.claim([item.id]);
    await outbox.settle([{ id: item.id, outcome: 'refused', message: 'No such lead.' }]);
    await outbox.postpone([item.id], 'The store does not answer', 20_000);
    await outbox.settle([{ id: item.id, outcome: 'retry', message: 'Not now.' }]);
    await outbox.turnAway(item.id, 'Blocked.');
    expect(await outbox.list()).toMatchObject([{ state: 'parked', message: 'No such lead.' }]);
  });

  it('with no word from the store stays', async () => {
    await outbox.add(item, sender, 0);
    await drain({ outbox, sender, post: async () => done({ results: [] }), now: () => now });
    expect(await outbox.list()).toHaveLength(1);
  });
});
