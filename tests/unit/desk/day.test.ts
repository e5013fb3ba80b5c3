import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mine } from '../../../lib/contract/mine.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import { createDay } from '../../../lib/desk/day.ts';
import { keptMine } from '../../../lib/desk/kept-mine.ts';
import { createOutbox } from '../../../lib/feedback/outbox.ts';
import { type Connection, connectionStore } from '../../../lib/platform/connection.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { aVerdict } from '../../fixtures/feedback.ts';
import { MINE, NOTHING } from '../../gallery/day.ts';
import { REP } from '../../gallery/members.ts';
import { id, NOW } from '../../gallery/moment.ts';

/** As much of a browser as a toolbar button, an alarm and a notification take. */
const world = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  badge: '',
  icon: '',
  title: '',
  told: [] as string[],
  alarms: new Set<string>(),
}));
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    action: {
      setBadgeText: async ({ text: badge }: { text: string }) => {
        Object.assign(world, { badge });
      },
      setTitle: async ({ title }: { title: string }) => {
        Object.assign(world, { title });
      },
      setIcon: async ({ path }: { path: Record<string, string> }) => {
        Object.assign(world, { icon: path[16] });
      },
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    alarms: {
      get: async (name: string) => (world.alarms.has(name) ? { name } : undefined),
      create: async (name: string) => void world.alarms.add(name),
      clear: async (name: string) => world.alarms.delete(name),
    },
    notifications: {
      create: async (_: string, { message }: { message: string }) => void world.told.push(message),
    },
    permissions: { contains: async () => true },
    runtime: { getURL: (path: string) => path },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: world.local[key] }),
        set: async (values: object) => void Object.assign(world.local, values),
      },
    },
  },
}));

const as = (token: string): Connection => ({
  store: 'https://store.example',
  token,
  refused: false,
  member: { ...REP, memberId: token === 'kim' ? id(80) : id(81) },
});

let asked = 0;
let now = NOW;
let answer: () => Promise<Result<Mine>>;
let connections: ReturnType<typeof connectionStore>;
let day: ReturnType<typeof createDay>;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  Object.assign(world, { local: {}, badge: '?', title: '', told: [] });
  world.alarms.clear();
  asked = 0;
  now = NOW;
  answer = async () => done(MINE);
  connections = connectionStore(strictStore('connection'));
  await connections.write(as('kim'));
  day = createDay({
    kept: keptMine(strictStore('mine'), () => now),
    connections,
    outbox: createOutbox({ use: strictStore('outbox') }),
    ask: () => {
      asked += 1;
      return answer();
    },
    language: 'en-GB',
    now: () => now,
  });
});

describe('the toolbar button', () => {
  it('has the number of what needs the rep, less what they have read by now', async () => {
    await day.refresh();
    expect([world.badge, world.title]).toEqual(['4', 'Truce: 4 things need you']);
    const [reply] = MINE.replies;
    await day.see([`${reply?.feedback.id}:${reply?.feedback.resolution?.madeAt}`]);
    expect(world.badge).toBe('3');
    answer = async () => done(NOTHING);
    await day.refresh();
    expect([world.badge, world.title]).toEqual(['', 'Truce']);
  });

  it('keeps the last number while the store is silent, and says the pause instead', async () => {
    await day.refresh();
    answer = async () => failed('offline', 'The store does not answer', 'Later.');
    expect((await day.refresh()).ok).toBe(false);
    expect(world.badge).toBe('4');
    world.local.paused = true;
    await day.draw();
    expect(world.badge).toBe('off');
    expect(world.title).toMatch(/paused/);
    expect(world.icon).toBe('/icon/off-16.png');
    world.local.paused = false;
    await day.draw();
    expect([world.badge, world.icon]).toEqual(['4', '/icon/16.png']);
  });

  it('is an outline while nobody is connected, and asks who it is when the store no longer knows', async () => {
    await connections.write({ ...as('kim'), refused: true });
    await day.draw();
    expect([world.badge, world.icon]).toEqual(['?', '/icon/open-16.png']);
    expect(world.title).toMatch(/connect again/);
    await connections.forget();
    await day.draw();
    expect([world.badge, world.icon]).toEqual(['', '/icon/open-16.png']);
    expect(world.title).toMatch(/not connected/);
  });

  it('shows nothing of somebody who has left, and neither keeps nor tells an answer that came for them', async () => {
    world.local.notices = { on: true, names: true };
    answer = async () => done(NOTHING);
    await day.refresh();
    answer = async () => {
      await connections.write(as('lee'));
      return done(MINE);
    };
    await day.refresh();
    expect(await day.read()).toBe(null);
    expect(world.told).toEqual([]);
    expect(world.badge).toBe('');
    await connections.forget();
    await day.watch();
    expect(world.alarms.size).toBe(0);
  });

  it('asks again when something wakes the worker anyway, but not each time', async () => {
    await day.stir();
    await day.stir();
    expect(asked).toBe(1);
    now += 3 * 60_000;
    await day.stir();
    expect(asked).toBe(2);
    await day.watch();
    expect([...world.alarms]).toEqual(['day']);
  });
});

describe('the hot list of a key', () => {
  it('goes on to the next as soon as something is said of the first', async () => {
    expect(await day.hot()).toEqual([]);
    await day.refresh();
    const [first, ...others] = MINE.hot;
    expect(await day.hot()).toEqual(MINE.hot);
    const me = { store: 'https://store.example', memberId: id(80) };
    const said = createOutbox({ use: strictStore('outbox') });
    await said.add(aVerdict({ leadId: first?.leadId ?? '', n: 1 }), me);
    expect(await day.hot()).toEqual(others);
  });
});

describe('notifications', () => {
  it('are off; switched on they tell what is new since, once, in one, without a name', async () => {
    await day.refresh();
    world.local.notices = { on: true, names: false };
    answer = async () => done({ ...MINE, woken: [], replies: [] });
    await day.refresh();
    expect(world.told).toEqual([]);
    answer = async () => done(MINE);
    await day.refresh();
    await day.refresh();
    expect(world.told).toEqual(['1 recycled lead is back · 1 answer from marketing']);
  });

  it('name leads where somebody wants that', async () => {
    world.local.notices = { on: true, names: true };
    answer = async () => done(NOTHING);
    await day.refresh();
    answer = async () => done(MINE);
    await day.refresh();
    expect(world.told).toEqual([
      '1 recycled lead is back · 1 answer from marketing\nAbout Ava Reyes, Neville Blohm',
    ]);
  });

  it('rest with Truce, and tell together when it goes on', async () => {
    world.local.notices = { on: true, names: false };
    answer = async () => done(NOTHING);
    await day.refresh();
    world.local.paused = true;
    answer = async () => done(MINE);
    await day.refresh();
    expect(world.told).toEqual([]);
    world.local.paused = false;
    await day.refresh();
    expect(world.told).toEqual(['1 recycled lead is back · 1 answer from marketing']);
  });
});
