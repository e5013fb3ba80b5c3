import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOutbox } from '../../../lib/feedback/outbox.ts';
import { type Connection, connectionStore } from '../../../lib/platform/connection.ts';
import type { SecondCopies } from '../../../lib/platform/second-copy.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { aVerdict } from '../../fixtures/feedback.ts';
import { REP } from '../../gallery/members.ts';
import { id } from '../../gallery/moment.ts';

/** What the Cache API is in a browser. */
function place() {
  const kept = new Map<string, unknown>();
  const copies: SecondCopies = {
    keys: async () => [...kept.keys()],
    get: async (keys) => structuredClone(keys.flatMap((key) => kept.get(key) ?? [])),
    keep: async (key, value) => void kept.set(key, structuredClone(value)),
    drop: async (keys) => keys.forEach((key) => void kept.delete(key)),
  };
  return { kept, copies };
}

/** As Chromium does at its next start, when the disk was full once. */
const loseDatabases = () => {
  globalThis.indexedDB = new IDBFactory();
};

const ME = { store: 'https://store.example', memberId: id(1) };
const said = (n: number) => aVerdict({ leadId: id(9), n });
const [EARLIER, ANOTHER] = [id(5), id(6)];
const idOf = (n: number) => said(n).id;

beforeEach(() => {
  loseDatabases();
  globalThis.IDBKeyRange = IDBKeyRange;
});

describe('a browser that has lost its databases', () => {
  const { kept, copies } = place();
  const start = () => createOutbox({ use: strictStore('outbox'), copies });
  beforeEach(() => kept.clear());

  it('has what was said and not sent, in its order, and says more after it', async () => {
    const before = start();
    for (const n of [1, 2, 3]) await before.add(said(n), ME, 0);
    loseDatabases();
    const after = start();
    await after.add(said(4), ME, 0);
    const list = await after.list();
    expect(list.map(({ item }) => item.id)).toEqual([1, 2, 3, 4].map(idOf));
    expect(list).toMatchObject([{ ...ME, state: 'waiting' }, ME, ME, ME]);
    // Counted anew, under another name: what this browser counted before is not known any more.
    expect(new Set(list.map(({ item }) => item.outbox)).size).toBe(2);
  });

  it('does not bring back what was sent, taken back or given up', async () => {
    const before = start();
    for (const n of [1, 2, 3, 4]) await before.add(said(n), ME, 0);
    await before.undo(idOf(1));
    await before.drop(idOf(2));
    await before.settle([{ id: idOf(3), outcome: 'stored', message: null }]);
    loseDatabases();
    expect((await start().list()).map(({ item }) => item.id)).toEqual([idOf(4)]);
  });

  it('keeps saving where nothing can be kept twice', async () => {
    const fail = async () => Promise.reject(new Error('Switched off.'));
    const outbox = createOutbox({
      use: strictStore('outbox'),
      copies: { keys: fail, get: fail, keep: async () => undefined, drop: async () => undefined },
    });
    await outbox.add(said(1), ME);
    expect(await outbox.list()).toHaveLength(1);
    expect(await outbox.undo(idOf(1))).toBe(true);
    expect(await outbox.list()).toEqual([]);
  });

  it('has lost nothing where the database is back at an earlier state, and counts on under another name', async () => {
    const before = start();
    for (const n of [1, 2, 3]) await before.add(said(n), ME, 0);
    await before.settle([{ id: idOf(2), outcome: 'stored', message: null }]);
    loseDatabases();
    // As it was after the first.
    await createOutbox({ use: strictStore('outbox'), id: () => EARLIER }).add(said(1), ME, 0);
    const after = start();
    const fourth = await after.add(said(4), ME, 0);
    expect((await after.list()).map(({ item }) => item.id)).toEqual([1, 3, 4].map(idOf));
    expect(fourth.order).toBe(4);
    expect(fourth.item.outbox).not.toBe(EARLIER);
  });

  it('counts on under another name also where all had been sent', async () => {
    const before = start();
    for (const n of [1, 2]) await before.add(said(n), ME, 0);
    await before.settle([1, 2].map((n) => ({ id: idOf(n), outcome: 'stored', message: null })));
    loseDatabases();
    const outbox = createOutbox({ use: strictStore('outbox'), copies, id: () => ANOTHER });
    expect(await outbox.add(said(3), ME)).toMatchObject({ order: 3, item: { outbox: ANOTHER } });
  });

  it('lets a page read at once, and tells it when there is more', async () => {
    await start().add(said(1), ME);
    loseDatabases();
    const more = Promise.withResolvers<void>();
    const page = createOutbox({ use: strictStore('outbox'), copies, onPutBack: more.resolve });
    await page.list();
    await more.promise;
    expect(await page.list()).toHaveLength(1);
  });

  it('keeps the name where nothing was lost', async () => {
    const first = await start().add(said(1), ME);
    const second = await start().add(said(2), ME);
    expect(second.item.outbox).toBe(first.item.outbox);
  });

  it('has a copy of what could not be taken back any more', async () => {
    const before = start();
    await before.add(said(1), ME, 0);
    await before.claim([idOf(1)]);
    expect(await before.undo(idOf(1))).toBe(false);
    loseDatabases();
    expect(await start().list()).toHaveLength(1);
  });
});

describe('the connection of a browser that has lost its databases', () => {
  const { kept, copies } = place();
  const start = () => connectionStore(strictStore('connection'), copies);
  const as = (token: string): Connection => ({
    ...{ store: ME.store, token, refused: false },
    member: REP,
  });
  beforeEach(() => kept.clear());

  it('is the one it had, and stays it', async () => {
    await start().write(as('first'));
    await start().write(as('second'));
    loseDatabases();
    expect(await start().read()).toEqual(as('second'));
    kept.clear();
    expect(await start().read()).toEqual(as('second'));
  });

  it('is none after it was left', async () => {
    await start().write(as('first'));
    await start().forget();
    expect(await start().read()).toBeNull();
    loseDatabases();
    expect(await start().read()).toBeNull();
  });
});
