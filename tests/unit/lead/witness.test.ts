import { beforeEach, describe, expect, it, vi } from 'vitest';

const disk = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        // As slow as the real one, so that two at once would read the same.
        get: async (key: string) => ({ [key]: await Promise.resolve(disk.get(key)) }),
        set: async (values: object) => {
          await Promise.resolve();
          for (const [key, value] of Object.entries(values)) disk.set(key, value);
        },
      },
    },
  },
}));

import type { FirstHeard } from '../../../lib/contract/first-heard.ts';
import { claimed, isConfirmed, offered } from '../../../lib/lead/witness.ts';
import type { SeatKind } from '../../../lib/messaging/senders.ts';

const at = (
  tabId: number,
  frameId: number,
  seat: SeatKind = 'sidebar',
  documentId = 'document',
) => ({
  tabId,
  frameId,
  seat,
  documentId,
});
const offer = (nonce: string, seat: string, page = 'page-1') => ({ nonce, seat, page, first: [] });

describe('the witness of a tab', () => {
  beforeEach(() => disk.clear());

  it('confirms the sidebar and the card of a list beside each other, whoever comes first', async () => {
    await Promise.all([offered(7, offer('a', 'sidebar')), offered(7, offer('b', 'rows'))]);
    expect(await Promise.all([claimed(at(7, 3), 'a'), claimed(at(7, 4, 'rows'), 'b')])).toEqual([
      [],
      [],
    ]);
    expect(await Promise.all([at(7, 3), at(7, 4, 'rows')].map(isConfirmed))).toEqual([true, true]);
  });

  it('tells a frame what its scout wants it to hear, once it is known as ours, and nobody else', async () => {
    const first: FirstHeard[] = [{ kind: 'panel', side: 'left', shown: false }];
    await offered(7, { ...offer('a', 'sidebar'), first });
    expect(await claimed(at(7, 3), 'guessed')).toBe(null);
    expect(await claimed(at(7, 3), 'a')).toEqual(first);
    expect(JSON.stringify([...disk.values()])).not.toContain('left');
  });

  it('takes each nonce once, in its own tab only', async () => {
    await offered(7, offer('a', 'sidebar'));
    expect(await claimed(at(8, 3), 'a')).toBe(null);
    expect(await claimed(at(7, 3), 'never offered')).toBe(null);
    expect(await claimed(at(7, 3), 'a')).toEqual([]);
    expect(await claimed(at(7, 4), 'a')).toBe(null);
    expect(await isConfirmed(at(7, 4))).toBe(false);
  });

  it('forgets a frame that loads again, and that one only', async () => {
    await offered(7, offer('a', 'sidebar'));
    await offered(7, offer('b', 'rows'));
    await claimed(at(7, 3), 'a');
    await claimed(at(7, 4, 'rows'), 'b');
    await offered(7, offer('c', 'rows'));
    expect(await isConfirmed(at(7, 4, 'rows'))).toBe(false);
    expect(await isConfirmed(at(7, 3))).toBe(true);
  });

  it('forgets every frame of the page before', async () => {
    await offered(7, offer('a', 'sidebar'));
    await claimed(at(7, 3), 'a');
    await offered(7, offer('b', 'rows', 'page-2'));
    expect(await isConfirmed(at(7, 3))).toBe(false);
  });

  it('confirms a page of ours for the seat that was offered, and no other', async () => {
    await offered(7, offer('a', 'sidebar'));
    expect(await claimed(at(7, 3, 'rows'), 'a')).toBe(null);
    expect(await claimed(at(7, 3), 'a')).toEqual([]);
    expect(await isConfirmed(at(7, 3, 'rows'))).toBe(false);
  });

  it('does not take what the frame shows next for what it confirmed', async () => {
    await offered(7, offer('a', 'sidebar'));
    await claimed(at(7, 3), 'a');
    expect(await isConfirmed(at(7, 3, 'sidebar', 'another document'))).toBe(false);
    expect(await isConfirmed(at(7, 3))).toBe(true);
  });
});
