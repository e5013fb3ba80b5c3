import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { done, failed } from '../../../lib/contract/problem.ts';
import { type PartingTools, partWith } from '../../../lib/desk/parting.ts';
import { createOutbox, type Outbox } from '../../../lib/feedback/outbox.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { aVerdict } from '../../fixtures/feedback.ts';

/** Nobody loses what they said by disconnecting, unless they say so. */
const me = { store: 'https://store.example', memberId: 'me' };
const other = { ...me, memberId: 'other' };
const id = (n: number) => `0190a5f2-0000-7000-8000-00000000000${n}`;
const lead = (n: number) => `11111111-1111-4111-8111-11111111111${n}`;

let outbox: Outbox;
beforeEach(async () => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  outbox = createOutbox({ use: strictStore('outbox') });
  // Held for ten seconds, refused once, and said by somebody who was connected here before.
  await outbox.add({ ...aVerdict({ leadId: lead(1), n: 1 }), id: id(1) }, me);
  await outbox.add({ ...aVerdict({ leadId: lead(2), n: 2 }), id: id(2) }, me);
  await outbox.settle([{ id: id(2), outcome: 'refused', message: 'Not known.' }]);
  await outbox.add({ ...aVerdict({ leadId: lead(3), n: 3 }), id: id(3) }, other);
});

/** @param sends what the background does when it is asked to send */
function browserThat(sends: () => Promise<unknown>, forgets = true) {
  const asked: string[] = [];
  const ask = (async (name: string) => {
    asked.push(name);
    if (name === 'outbox.drain') await sends();
    if (name === 'connection.forget' && !forgets) return failed('store-error', 'No', 'Again.');
    return done(null);
  }) as Ask;
  const nothing = async () => undefined;
  const tools: PartingTools = { outbox, sender: me, ask, idle: nothing, changed: nothing };
  return { asked, tools };
}

const left = async () => (await outbox.list()).map(({ item }) => item.id);
/** The store takes everything of ours that may go at once. */
const takeAll = async () => {
  for (const { item } of await outbox.claim([id(1), id(2)])) {
    await outbox.settle([{ id: item.id, outcome: 'stored', message: null }]);
  }
};

describe('disconnecting with something unsent', () => {
  it('sends it first, also what was held back or refused, and only then disconnects', async () => {
    const { asked, tools } = browserThat(takeAll);
    expect(await partWith('send', tools)).toEqual(done(null));
    expect(asked).toEqual(['outbox.drain', 'connection.forget']);
    expect(await left()).toEqual([id(3)]);
  });

  it('stays connected, and says so, while the store does not take it', async () => {
    const { asked, tools } = browserThat(async () => undefined);
    const answer = await partWith('send', tools);
    expect(answer).toMatchObject({
      ok: false,
      problem: { title: '2 things could not be sent, so this browser is still connected' },
    });
    expect(asked).toEqual(['outbox.drain']);
    expect(await left()).toEqual([id(1), id(2), id(3)]);
  });

  it('keeps it as whoever said it', async () => {
    const { asked, tools } = browserThat(takeAll);
    expect(await partWith('keep', tools)).toEqual(done(null));
    expect(asked).toEqual(['connection.forget']);
    expect((await outbox.list()).map(({ memberId }) => memberId)).toEqual(['me', 'me', 'other']);
  });

  it('throws away what is one’s own, and nothing that somebody else said', async () => {
    const { tools } = browserThat(takeAll);
    expect(await partWith('drop', tools)).toEqual(done(null));
    expect(await left()).toEqual([id(3)]);
  });

  it('throws nothing away when disconnecting fails', async () => {
    const { tools } = browserThat(takeAll, false);
    expect(await partWith('drop', tools)).toMatchObject({ ok: false });
    expect(await left()).toEqual([id(1), id(2), id(3)]);
  });
});
