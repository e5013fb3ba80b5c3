import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { createOutbox } from '../../../lib/feedback/outbox.ts';
import { outboxView } from '../../../lib/feedback/said.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';

vi.mock('../../../lib/platform/announce.ts', () => ({ onAnnounced: () => undefined }));
vi.mock('../../../lib/sync/last-problem.ts', () => ({ lastProblem: async () => null }));
const { outboxCell } = await import('../../../lib/sync/outbox-cell.ts');

it('says that an outbox cannot be read, and no longer when it can', async () => {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  const disk = strictStore('outbox');
  let isOpen = false;
  const outbox = createOutbox({
    use: async (mode, act) => {
      if (!isOpen) throw new Error('The database cannot be opened.');
      return disk(mode, act);
    },
  });
  const { now, read } = outboxCell(outbox, new AbortController().signal);
  await vi.waitFor(() => expect(outboxView(now.get(), null).isUnread).toBe(true));
  isOpen = true;
  await read();
  expect(outboxView(now.get(), null).isUnread).toBe(false);
});
