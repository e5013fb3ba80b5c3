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

import { claimed, isConfirmed, offered } from '../../../lib/lead/witness.ts';

const offer = (nonce: string, seat: string, page = 'page-1') => ({ nonce, seat, page });

describe('the witness of a tab', () => {
  beforeEach(() => disk.clear());

  it('confirms the sidebar and the card of a list beside each other, whoever comes first', async () => {
    await Promise.all([offered(7, offer('a', 'sidebar')), offered(7, offer('b', 'rows'))]);
    expect(await Promise.all([claimed(7, 3, 'a'), claimed(7, 4, 'b')])).toEqual([true, true]);
    expect(await Promise.all([3, 4].map((frame) => isConfirmed(7, frame)))).toEqual([true, true]);
  });

  it('takes each nonce once, in its own tab only', async () => {
    await offered(7, offer('a', 'sidebar'));
    expect(await claimed(8, 3, 'a')).toBe(false);
    expect(await claimed(7, 3, 'never offered')).toBe(false);
    expect(await claimed(7, 3, 'a')).toBe(true);
    expect(await claimed(7, 4, 'a')).toBe(false);
    expect(await isConfirmed(7, 4)).toBe(false);
  });

  it('forgets a frame that loads again, and that one only', async () => {
    await offered(7, offer('a', 'sidebar'));
    await offered(7, offer('b', 'rows'));
    await claimed(7, 3, 'a');
    await claimed(7, 4, 'b');
    await offered(7, offer('c', 'rows'));
    expect(await isConfirmed(7, 4)).toBe(false);
    expect(await isConfirmed(7, 3)).toBe(true);
  });

  it('forgets every frame of the page before', async () => {
    await offered(7, offer('a', 'sidebar'));
    await claimed(7, 3, 'a');
    await offered(7, offer('b', 'rows', 'page-2'));
    expect(await isConfirmed(7, 3)).toBe(false);
  });
});
