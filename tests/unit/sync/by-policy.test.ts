import { beforeEach, describe, expect, it, vi } from 'vitest';

const { local, session, area } = vi.hoisted(() => {
  const local = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  const area = (kept: Map<string, unknown>) => ({
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    remove: async (key: string) => void kept.delete(key),
  });
  return { local, session, area };
});
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: { storage: { local: area(local), session: area(session) } },
}));

import type { Member } from '../../../lib/contract/access.ts';
import type { Managed } from '../../../lib/contract/managed.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { barred, followPolicy, forgetTries, whyNotConnected } from '../../../lib/sync/by-policy.ts';

const STORE = 'https://truce.acme.example';
const INVITATION = `${STORE}/invite#${'a'.repeat(43)}`;
const member: Member = {
  memberId: '00000000-0000-4000-8000-000000000001',
  name: 'Kim',
  email: null,
  role: 'rep',
  workspace: { id: '00000000-0000-4000-8000-000000000002', name: 'Acme' },
};
const silent: Managed = { store: STORE, signOn: 'silent', consent: 'given' };
const nobody = failed('not-signed-in', 'Nobody is signed in', 'Later.');

const world = { now: 0, connection: null as Connection | null, did: [] as string[] };
let signedOn: Result<Member>;
let paired: Result<Member>;
const ways = {
  read: async () => world.connection,
  disconnect: async () => void world.did.push('disconnect'),
  signOn: async (store: string) => {
    world.did.push(`sign-on ${store}`);
    return signedOn;
  },
  pair: async (store: string) => {
    world.did.push(`pair ${store}`);
    return paired;
  },
  now: () => world.now,
};
const connectedTo = (store: string, refused = false) => {
  world.connection = { store, token: 't', member, refused };
};

beforeEach(() => {
  local.clear();
  session.clear();
  Object.assign(world, { now: 0, connection: null, did: [] });
  signedOn = done(member);
  paired = done(member);
  const request = (_: string, act: () => unknown) => act();
  vi.stubGlobal('navigator', { locks: { request } });
});

describe('a browser under a policy', () => {
  it('comes in unseen, only where people were told of it', async () => {
    expect(await followPolicy({ ...silent, consent: 'ask' }, ways)).toBeNull();
    expect(await followPolicy({ store: STORE, signOn: 'silent' }, ways)).toBeNull();
    expect(await followPolicy({ store: STORE, consent: 'given' }, ways)).toBeNull();
    expect(world.did).toEqual([]);
    expect(await followPolicy(silent, ways)).toEqual(done(member));
    expect(world.did).toEqual([`sign-on ${STORE}`]);
  });

  it('tries ever more rarely, and says why; another policy is tried at once', async () => {
    signedOn = nobody;
    const tried: number[] = [];
    for (world.now = 0; world.now < 3_600_000; world.now += 5000) {
      if (await followPolicy(silent, ways)) tried.push(world.now / 1000);
    }
    expect(tried.slice(0, 6)).toEqual([0, 20, 80, 380, 1280, 2180]);
    expect(await whyNotConnected()).toEqual(nobody.ok ? null : nobody.problem);
    await forgetTries();
    expect(await followPolicy(silent, ways)).toEqual(nobody);
  });

  it('leaves a store that is not the organisation’s, and stays with the one that is', async () => {
    connectedTo('https://elsewhere.example');
    await followPolicy(silent, ways);
    expect(world.did).toEqual(['disconnect', `sign-on ${STORE}`]);
    world.did = [];
    connectedTo(STORE);
    expect(await followPolicy(silent, ways)).toBeNull();
    // Whom the store let go of is not back by itself.
    connectedTo(STORE, true);
    expect(await followPolicy(silent, ways)).toBeNull();
    expect(world.did).toEqual([]);
    expect(barred(silent, 'https://elsewhere.example')?.ok).toBe(false);
    expect(barred(silent, STORE)).toBeNull();
    expect(barred({}, STORE)).toBeNull();
  });

  it('uses an invitation once, and keeps nothing by which it could be used again', async () => {
    const set: Managed = { invitation: INVITATION, consent: 'given' };
    expect(await followPolicy(set, ways)).toEqual(done(member));
    expect(await followPolicy(set, ways)).toBeNull();
    world.now += 10_000_000;
    expect(await followPolicy(set, ways)).toBeNull();
    expect(world.did).toEqual([`pair ${STORE}`]);
    expect(JSON.stringify([...local])).not.toContain('aaaa');
  });

  it('tries an invitation again when the store was away, and goes on to the sign-on when it is spent', async () => {
    const set: Managed = { ...silent, invitation: INVITATION };
    paired = failed('offline', 'Away', 'Wait.');
    await followPolicy(set, ways);
    world.now += 60_000;
    paired = failed('not-found', 'Not good', 'Ask.');
    expect(await followPolicy(set, ways)).toEqual(done(member));
    expect(world.did).toEqual([`pair ${STORE}`, `pair ${STORE}`, `sign-on ${STORE}`]);
  });
});
