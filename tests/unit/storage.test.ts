import 'fake-indexeddb/auto';
import { set } from 'idb-keyval';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { keptMine } from '../../lib/desk/kept-mine.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { looks } from '../../lib/engagement/looked.ts';
import { createOutbox } from '../../lib/feedback/outbox.ts';
import { connectionStore } from '../../lib/platform/connection.ts';
import { readHome } from '../../lib/platform/home.ts';
import { readNotices } from '../../lib/platform/notices.ts';
import { strictStore } from '../../lib/platform/strict-store.ts';
import { addressBook } from '../../lib/sites/address-book.ts';
import { readHealth } from '../../lib/sites/health-store.ts';
import { readListsOff } from '../../lib/sites/lists.ts';
import { readRecipes } from '../../lib/sites/recipes.ts';
import { readClouds, readSites } from '../../lib/sites/sites.ts';
import then from '../fixtures/storage-0.1.0.json' with { type: 'json' };

/**
 * What 0.1.0 kept in a browser that was in use, read by today's code. Somebody's settings and unsent verdicts must outlive every
 * update: a shape that changes without reading the earlier one fails here. The fixture is of the real thing, and is never made anew.
 */
vi.mock('../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (keys: string | string[] | null) => {
          const kept: Record<string, unknown> = then.local;
          const names = keys === null ? Object.keys(kept) : [keys].flat();
          return Object.fromEntries(
            names.filter((name) => name in kept).map((name) => [name, kept[name]]),
          );
        },
      },
      managed: { get: async () => ({}) },
    },
    permissions: { contains: async () => true },
  },
}));

/** The cards were seen then; today they would be too old to be shown. */
const now = () => then.at;

beforeAll(async () => {
  for (const [name, entries] of Object.entries<Record<string, unknown>>(then.databases)) {
    const use = strictStore(name);
    for (const [key, value] of Object.entries(entries)) await set(key, value, use);
  }
});

describe('what 0.1.0 kept', () => {
  it('is all settings: sites, the taught CRM, lists, where the sidebar is', async () => {
    expect(await readSites()).toEqual(then.local.sites);
    expect(then.local.sites).toHaveLength(2);
    const taught = (await readRecipes()).filter(({ from }) => from === 'own');
    expect(taught).toMatchObject(then.local.taughtRecipes);
    expect(taught).toHaveLength(1);
    expect(await readListsOff()).toEqual(['atomic']);
    expect(await readHome()).toBe('panel');
    expect(await readNotices()).toEqual({ on: true, names: false });
    expect(await readClouds()).toEqual(['hubspot']);
    expect(Object.keys(await readHealth())).toEqual(Object.keys(then.local.health));
  });

  it('is who this browser is connected as', async () => {
    const { connection } = then.databases['truce-connection'];
    expect(await connectionStore().read()).toEqual(connection);
  });

  it('is every verdict that was not sent, in its order, and can be sent', async () => {
    const outbox = createOutbox({ use: strictStore('truce-outbox'), now: () => then.at + 60_000 });
    const waiting = await outbox.list();
    expect(waiting.map(({ item }) => item)).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'accepted' },
    ]);
    expect(await outbox.claim(waiting.map(({ item }) => item.id))).toHaveLength(2);
  });

  it('is what was seen: cards, where they were seen, and the rep’s own day', async () => {
    expect((await cardCache(undefined, now).count()).leads).toBe(2);
    const leads = Object.keys(then.databases['truce-cards'].looked);
    expect(leads).toHaveLength(2);
    for (const leadId of leads) expect(await looks().at(leadId)).toMatch(/^2026-11-27T/);
    const me = await connectionStore().read();
    expect(me && (await keptMine().read(me))?.mine).toEqual(then.databases['truce-mine'].list.mine);
    const [[key = '', address = ''] = []] = then.databases['truce-addresses'].book;
    const [crm = '', host, port, , id = ''] = key.split(':');
    const record = { crm, org: `${host}:${port}`, kind: 'contact' as const, id };
    expect((await addressBook().find(record))?.href).toBe(address);
  });
});
