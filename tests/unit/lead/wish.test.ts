import { beforeEach, describe, expect, it, vi } from 'vitest';

const disk = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        // As slow as the real one, so that two at once would read the same.
        get: async (key: string) => ({ [key]: await Promise.resolve(disk.get(key)) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) disk.set(key, value);
        },
        remove: async (key: string) => {
          await Promise.resolve();
          disk.delete(key);
        },
      },
    },
  },
}));

import { makeWish, takeWish } from '../../../lib/lead/wish.ts';

const record = { crm: 'atomic', org: 'x', kind: 'contact', id: '1' } as const;
const wished = { tabId: 7, record, verdict: 'accepted' } as const;
const anybody = async () => true;

describe('a verdict wished for by a key of the browser', () => {
  beforeEach(() => disk.clear());

  it('is taken once, however many sidebars show the lead', async () => {
    await makeWish(wished);
    const taken = await Promise.all([takeWish(anybody), takeWish(anybody)]);
    expect(taken.filter((wish) => wish !== null)).toMatchObject([wished]);
  });

  it('waits for the sidebar it is meant for, ten seconds at most', async () => {
    await makeWish(wished);
    expect(await takeWish(async ({ tabId }) => tabId === 8)).toBe(null);
    expect(await takeWish(async ({ tabId }) => tabId === 7)).toMatchObject(wished);
    await makeWish(wished, Date.now() - 10_001);
    expect(await takeWish(anybody)).toBe(null);
  });
});
