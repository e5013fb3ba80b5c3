import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../../../lib/contract/problem.ts';
import { UNDO_MS } from '../../../lib/feedback/entry.ts';
import { createOutbox, type Outbox } from '../../../lib/feedback/outbox.ts';
import { speaker } from '../../../lib/feedback/speaker.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { aVerdict } from '../../fixtures/feedback.ts';

let outbox: Outbox;
let now: number;
const leadId = '11111111-1111-4111-8111-111111111111';
const first = aVerdict({ leadId, n: 1 });
const again = { ...aVerdict({ leadId, n: 2 }), note: 'And why.' };

function open() {
  return speaker({
    outbox,
    connection: async () => ({
      store: 'https://store.example',
      token: 'a-token',
      member: {
        memberId: 'me',
        name: 'Kim',
        email: null,
        role: 'rep',
        workspace: { id: 'ws', name: 'Team' },
      },
      refused: false,
    }),
    ask: async () => failed('offline', 'Nobody is there', 'It is a test.'),
    onChange: async () => undefined,
    later: () => undefined,
  });
}
const kept = async () => (await outbox.list()).map(({ item }) => item.id);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  now = 1_000_000;
  outbox = createOutbox({ use: strictStore('outbox'), now: () => now });
});

describe('saying it again with a note', () => {
  it('takes the place of the first within ten seconds, and can be taken back itself', async () => {
    const said = open();
    await said.say(first, 'Flagged');
    await said.say(again, 'Flagged', first.id);
    expect(await kept()).toEqual([again.id]);
    expect(said.undoable.get()?.id).toBe(again.id);
    expect(await said.undo()).toBe(true);
    expect(await kept()).toEqual([]);
  });

  it('stands beside it once that is on its way: what was sent is not unsaid', async () => {
    const said = open();
    await said.say(first, 'Flagged');
    now += UNDO_MS;
    await outbox.claim([first.id]);
    await said.say(again, 'Flagged', first.id);
    expect(await kept()).toEqual([first.id, again.id]);
  });
});

describe('taking it back', () => {
  it('is shown only once it is done, so that a page that goes at that moment has not promised too much', async () => {
    const said = open();
    await said.say(first, 'Accepted');
    const atChange: string[][] = [];
    said.undoable.subscribe(() => void kept().then((ids) => atChange.push(ids)));
    await said.undo();
    await expect.poll(() => atChange).toEqual([[]]);
  });
});
