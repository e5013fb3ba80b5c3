import { beforeEach, describe, expect, it, vi } from 'vitest';

const disk = new Map<string, unknown>();
const policy = { repairs: undefined as unknown, broken: false };
const registered = { patterns: [] as string[], times: 0 };

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (keys: string | string[] | null) =>
          Object.fromEntries(
            (keys === null ? [...disk.keys()] : [keys].flat())
              .filter((key) => disk.has(key))
              .map((key) => [key, structuredClone(disk.get(key))]),
          ),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) disk.set(key, structuredClone(value));
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) disk.delete(key);
        },
      },
      managed: {
        get: async () => {
          if (policy.broken) throw new Error('Managed storage manifest not found');
          return { repairs: policy.repairs };
        },
      },
    },
    permissions: { contains: async () => true },
    scripting: {
      getRegisteredContentScripts: async () => [],
      unregisterContentScripts: async () => {},
      registerContentScripts: async ([script]: [{ matches: string[] }]) => {
        registered.patterns = script.matches;
        registered.times++;
      },
    },
  },
}));
vi.mock('../../../lib/sites/repairs-keys.ts', async () => {
  const { default: key } = await import('../../fixtures/repairs-test-key.json');
  return { REPAIRS_KEYS: [key.publicKey] };
});

import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { SharedCrms } from '../../../lib/contract/shared-crms.ts';
import type { Watched } from '../../../lib/page/extension.ts';
import type { ConnectionStore } from '../../../lib/platform/connection.ts';
import { keepRecipe, readRecipes } from '../../../lib/sites/recipes.ts';
import { readRepairsSetting, setRepairs } from '../../../lib/sites/repairs-setting.ts';
import { grantedPatterns, readSites } from '../../../lib/sites/sites.ts';
import { forgetTeam, refreshTeam, shareable } from '../../../lib/sites/team.ts';
import { signed } from '../../../scripts/repairs.ts';
import { taughtRecipe } from '../../fixtures/recipe.ts';
import testKey from '../../fixtures/repairs-test-key.json' with { type: 'json' };

const PINE = 'https://pine.example';
const token = { now: 'one' };
const connections = {
  read: async () => ({ token: token.now }),
} as unknown as ConnectionStore;

const noted = (recipe: unknown, id = 'pinewood') => ({
  id,
  by: 'Ada',
  at: '2027-01-15T08:00:00.000Z',
  recipe,
});
const answer = (...crms: SharedCrms['crms']): Result<SharedCrms> => done({ crms, repairs: null });
const repairs = (madeAt: string, name: string): Result<SharedCrms> => {
  const page = { facts: { name: [name] } };
  const list = {
    truce: 'repairs',
    madeAt,
    repairs: [{ id: 'atomic', checkedOn: '2999-01-01', page }],
  };
  return done({ crms: [], repairs: signed(list, testKey.privateKey) });
};
const refresh = (said: Result<SharedCrms>) => refreshTeam(connections, async () => said);
const known = async (id: string) => (await readRecipes()).find((recipe) => recipe.id === id);

beforeEach(() => {
  disk.clear();
  token.now = 'one';
  policy.repairs = undefined;
  policy.broken = false;
  registered.patterns = [];
  registered.times = 0;
});

describe('what the team shares', () => {
  it('is there after a refresh, with who shared it, and gone when the team no longer shares it', async () => {
    disk.set('sites', [{ origin: PINE, crm: 'pinewood' }]);
    expect(await refresh(answer(noted(taughtRecipe())))).toMatchObject({ value: [{ by: 'Ada' }] });
    expect(await known('pinewood')).toMatchObject({ name: 'Pinewood', from: 'team' });
    expect(registered.patterns).toEqual([`${PINE}/*`]);
    await refresh(answer());
    expect(await known('pinewood')).toBeUndefined();
    expect((disk.get('watched') as Watched).crms).toEqual({});
    // The site rests: listed, and no scout on it.
    expect(await readSites()).toEqual([{ origin: PINE, crm: 'pinewood' }]);
    expect(await grantedPatterns()).toEqual([]);
  });

  it('stays as it is while the store cannot be asked', async () => {
    await refresh(answer(noted(taughtRecipe())));
    expect(await refresh(failed('offline', 'Away', 'Wait.'))).toMatchObject({ ok: false });
    expect(await known('pinewood')).toBeDefined();
  });

  it('is forgotten with the team, also when an answer is still on its way', async () => {
    await refresh(answer(noted(taughtRecipe())));
    await forgetTeam();
    expect(await known('pinewood')).toBeUndefined();
    await refreshTeam(connections, async () => {
      token.now = 'another team’s';
      return answer(noted(taughtRecipe()));
    });
    expect(await known('pinewood')).toBeUndefined();
  });

  it('never stands in for a CRM that comes with Truce, nor for one’s own', async () => {
    await keepRecipe(taughtRecipe('pinewood', { name: 'Mine' }));
    const salesforce = taughtRecipe('salesforce', { name: 'Evil' });
    await refresh(answer(noted(taughtRecipe()), noted(salesforce, 'salesforce')));
    expect(await known('salesforce')).toMatchObject({ name: 'Salesforce', from: 'built-in' });
    expect(await known('pinewood')).toMatchObject({ name: 'Mine', from: 'own' });
    // Even when it came onto the disk some other way.
    disk.set('teamRecipes', [salesforce]);
    expect(await known('salesforce')).toMatchObject({ from: 'built-in' });
    expect(shareable(salesforce)).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
  });

  it('names no hosts and does not say how sure it is, whatever was shared', async () => {
    const wide = taughtRecipe('pinewood', {
      hosts: ['https://*.example/*'],
      sureness: 'verified live',
    });
    await refresh(answer(noted(wide)));
    expect(await known('pinewood')).toMatchObject({ hosts: [], sureness: 'taught' });
  });

  it('reads nothing that is not on screen', async () => {
    const page = { facts: { title: [{ at: 'input[type=hidden]', take: 'value', hidden: true }] } };
    await refresh(answer(noted(taughtRecipe('pinewood', { page }))));
    expect((await known('pinewood'))?.page.facts.title).toEqual([
      { at: 'input[type=hidden]', take: 'value' },
    ]);
  });

  it('of a newer version costs the others nothing', async () => {
    await refresh(answer(noted({ id: 'oak', brain: true }, 'oak'), noted(taughtRecipe())));
    expect(await known('pinewood')).toBeDefined();
  });

  it('makes the scouts follow only when it is another than before', async () => {
    disk.set('sites', [{ origin: PINE, crm: 'pinewood' }]);
    await refresh(answer(noted(taughtRecipe())));
    await refresh(answer(noted(taughtRecipe())));
    expect(registered.times).toBe(1);
    await refresh(answer(noted(taughtRecipe('pinewood', { ids: 'uuid' }))));
    expect(registered.times).toBe(2);
  });

  it('begins the counts of a CRM anew when its recipe changes', async () => {
    disk.set('health', [{ crm: 'pinewood', kind: 'contact', seen: [{ at: 1, found: [] }] }]);
    await refresh(answer(noted(taughtRecipe())));
    expect(disk.get('health')).toEqual([]);
  });
});

describe('repairs from the store', () => {
  const names = async () => (await known('atomic'))?.page.facts.name;
  const [OLD, NEW] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

  it('are used, and no longer when the store has none or the team is left', async () => {
    await refresh(repairs(OLD, 'h2'));
    expect(await names()).toEqual(['h2']);
    await refresh(answer());
    expect(await names()).toBeUndefined();
    await refresh(repairs(OLD, 'h3'));
    await forgetTeam();
    expect(await names()).toBeUndefined();
  });

  it('do not go back, not even through leaving the team', async () => {
    await refresh(repairs(NEW, 'h2'));
    await refresh(repairs(OLD, 'h3'));
    expect(await names()).toEqual(['h2']);
    await forgetTeam();
    await refresh(repairs(OLD, 'h3'));
    expect(await names()).toBeUndefined();
  });

  it('that nobody signed change nothing', async () => {
    await refresh(repairs(OLD, 'h2'));
    await refresh(done({ crms: [], repairs: '{"payload":"e30","signature":"e30"}' }));
    expect(await names()).toEqual(['h2']);
  });

  it('are switched off by the person, and on again', async () => {
    await refresh(repairs(OLD, 'h2'));
    await setRepairs(false);
    expect(await readRepairsSetting()).toEqual({ on: false, byPolicy: false });
    expect(await names()).toBeUndefined();
    await setRepairs(true);
    expect(await names()).toEqual(['h2']);
  });

  it('are switched off by policy whatever the person says; no policy is no policy', async () => {
    await refresh(repairs(OLD, 'h2'));
    policy.repairs = 'off';
    await setRepairs(true);
    expect(await readRepairsSetting()).toEqual({ on: false, byPolicy: true });
    expect(await names()).toBeUndefined();
    policy.broken = true;
    expect(await readRepairsSetting()).toEqual({ on: true, byPolicy: false });
  });

  it('that are damaged on the disk are as good as none', async () => {
    await refresh(repairs(OLD, 'h2'));
    disk.set('repairs', 7);
    disk.set('newestRepairs', 7);
    expect(await names()).toBeUndefined();
  });
});
