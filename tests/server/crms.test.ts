import { randomUUID } from 'node:crypto';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SharedCrms, sharedCrms } from '../../lib/contract/shared-crms.ts';
import { repairsFile } from '../../server/crms/repairs.ts';
import { createLog } from '../../server/log.ts';
import { taughtRecipe } from '../fixtures/recipe.ts';
import { enginesFor, preparedFolder, useEngine } from './support/engines.ts';
import { DAY, makeScene, type Scene, START } from './support/scene.ts';
import { startStore } from './support/store-process.ts';

const put = (scene: Scene, id: string, body: unknown, token = scene.tokens.admin) =>
  scene.ask({ path: `/api/crms/${id}`, method: 'PUT', token, body });
const remove = (scene: Scene, id: string) =>
  scene.ask({ path: `/api/crms/${id}`, method: 'DELETE', token: scene.tokens.admin });
const shared = async ({ ask, tokens }: Scene, token = tokens.rep): Promise<SharedCrms> =>
  sharedCrms.parse((await ask({ path: '/api/crms', token })).body);
const idsOf = async (scene: Scene) => (await shared(scene)).crms.map(({ id }) => id);

describe.each(enginesFor(import.meta.url))('CRMs that a team shares, on %s', (engine) => {
  const db = useEngine(engine);

  it('are given to every member as they were shared, with who did it and when', async () => {
    const scene = await makeScene(db());
    const recipe = taughtRecipe();
    expect(await put(scene, recipe.id, recipe)).toMatchObject({ status: 200 });
    expect(await shared(scene)).toEqual({
      crms: [{ id: recipe.id, by: 'Ada', at: new Date(START).toISOString(), recipe }],
      repairs: null,
    });
  });

  it('are replaced when they are shared again, by whoever does so', async () => {
    const scene = await makeScene(db());
    await put(scene, 'pinewood', taughtRecipe());
    scene.clock.now += DAY;
    const cleo = await scene.join('Cleo', 'admin');
    await put(scene, 'pinewood', taughtRecipe('pinewood', { name: 'Pine' }), cleo);
    const { crms } = await shared(scene);
    expect(crms).toMatchObject([{ by: 'Cleo', at: new Date(START + DAY).toISOString() }]);
    expect(crms[0]?.recipe).toMatchObject({ name: 'Pine' });
  });

  it('are taken back, and there is nothing to take back then', async () => {
    const scene = await makeScene(db());
    await put(scene, 'pinewood', taughtRecipe());
    expect(await remove(scene, 'pinewood')).toMatchObject({ status: 200 });
    expect(await idsOf(scene)).toEqual([]);
    expect(await remove(scene, 'pinewood')).toMatchObject({ status: 404 });
  });

  it('belong to one team: another has its own under the same id, and cannot take these back', async () => {
    const [ours, theirs] = [await makeScene(db()), await makeScene(db())];
    await put(ours, 'pinewood', taughtRecipe('pinewood', { name: 'Ours' }));
    expect(await idsOf(theirs)).toEqual([]);
    expect(await remove(theirs, 'pinewood')).toMatchObject({ status: 404 });
    await put(theirs, 'pinewood', taughtRecipe('pinewood', { name: 'Theirs' }));
    expect((await shared(ours)).crms).toMatchObject([{ recipe: { name: 'Ours' } }]);
    await remove(theirs, 'pinewood');
    expect(await idsOf(ours)).toEqual(['pinewood']);
  });

  it('outlive the member who shared them', async () => {
    const scene = await makeScene(db());
    await put(scene, 'pinewood', taughtRecipe());
    await db()
      .deleteFrom('member')
      .where('ws_id', '=', scene.wsId)
      .where('name', '=', 'Ada')
      .execute();
    expect((await shared(scene)).crms).toMatchObject([{ id: 'pinewood', by: null }]);
  });

  it('are refused with what is wrong with them', async () => {
    const scene = await makeScene(db());
    const cases: [string, unknown, number, string][] = [
      ['pinewood', { ...taughtRecipe(), page: undefined }, 400, '“page”'],
      ['pinewood', taughtRecipe('pinewood', { hosts: ['pinewood.example'] }), 400, '“hosts.0”'],
      ['pinewood', taughtRecipe('oak-crm'), 400, '/api/crms/oak-crm'],
      ['Pine Wood', taughtRecipe(), 400, '“id”'],
      ['pinewood', '{', 400, 'JSON'],
      ['pinewood', taughtRecipe('pinewood', { ignore: many(400) }), 413, '64 kB'],
    ];
    for (const [id, body, status, words] of cases) {
      const answer = await put(scene, encodeURIComponent(id), body);
      expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(words) } });
    }
    expect(await idsOf(scene)).toEqual([]);
  });

  it('are at most fifty, also when two administrators share at once', async () => {
    const scene = await makeScene(db());
    for (let n = 0; n < 49; n++) await put(scene, `crm-${n}`, taughtRecipe(`crm-${n}`));
    const both = await Promise.all(['oak', 'elm'].map((id) => put(scene, id, taughtRecipe(id))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await idsOf(scene)).toHaveLength(50);
    // One that is there may still be changed.
    expect(await put(scene, 'crm-7', taughtRecipe('crm-7'))).toMatchObject({ status: 200 });
  });

  it('keep whatever words a person used', async () => {
    const scene = await makeScene(db());
    const recipe = taughtRecipe('quotes', {
      name: `O'Neil"; drop table shared_crm; --`,
      ignore: [`[title='\\u0000']`, `a[href="'"]`],
    });
    await put(scene, 'quotes', recipe);
    expect((await shared(scene)).crms[0]?.recipe).toEqual(recipe);
  });
});

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => `.feed-${n} ${'a'.repeat(200)}`);

const SIGNED = JSON.stringify({ payload: 'e30', signature: 'c2lnbmVk' });

describe('the file of repairs', () => {
  const aFile = async (text: string | null) => {
    const path = join(tmpdir(), `truce-repairs-${randomUUID()}.json`);
    onTestFinished(() => rm(path, { force: true }));
    if (text !== null) await writeFile(path, text);
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    return { path, lines, file: repairsFile(path, log) };
  };

  it('is handed out as it is, and nothing is when none was named', async () => {
    const { file, lines } = await aFile(`${SIGNED}\n`);
    expect([await file.look(), await file.text()]).toEqual([null, SIGNED]);
    expect(lines).toEqual([]);
    const none = repairsFile(null, createLog('silent'));
    expect([await none.look(), await none.text()]).toEqual([null, null]);
  });

  it.each([
    ['is missing', null, 'cannot be read'],
    ['is empty', '', 'is no signed list'],
    ['is cut', SIGNED.slice(0, 20), 'is no signed list'],
    ['is not signed', '{"truce":"repairs","madeAt":"2027-01-01T00:00:00Z"}', 'is no signed list'],
    ['is too large', ' '.repeat(256_001), 'more than 256 kB'],
  ])('that %s is told of in one sentence that names it, once', async (_, text, why) => {
    const { file, path, lines } = await aFile(text);
    const said = await file.look();
    expect(said).toContain(`TRUCE_REPAIRS: ${path}`);
    expect(said).toContain(why);
    expect([await file.text(), await file.text()]).toEqual([null, null]);
    expect(lines).toHaveLength(1);
  });

  it('is read again when it has changed', async () => {
    const { file, path } = await aFile(null);
    expect(await file.text()).toBeNull();
    await writeFile(path, SIGNED);
    expect(await file.text()).toBe(SIGNED);
    const next = SIGNED.replace('e30', 'e31');
    await writeFile(path, next);
    await utimes(path, new Date(), new Date(Date.now() + 1000));
    expect(await file.text()).toBe(next);
    await rm(path);
    expect(await file.text()).toBeNull();
  });

  it('reaches members with what the team shares', async () => {
    const { path } = await aFile(SIGNED);
    const store = await started({ TRUCE_REPAIRS: path });
    const token = await paired(store.url);
    const answer = await fetch(`${store.url}/api/crms`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toEqual({ crms: [], repairs: SIGNED });
  });

  it('that is missing is told of at start, and the store serves all else', async () => {
    const store = await started({ TRUCE_REPAIRS: '/nowhere/repairs.json' });
    const said = 'TRUCE_REPAIRS: /nowhere/repairs.json cannot be read.';
    await expect.poll(store.output).toContain(said);
    expect((await fetch(`${store.url}/readyz`)).status).toBe(200);
  });

  const started = async (env: Record<string, string>) => {
    const dir = await preparedFolder();
    const store = await startStore({ TRUCE_DATA_DIR: dir, TRUCE_SETUP_CODE: '7K3MQX2P', ...env });
    onTestFinished(async () => {
      await store.end('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    });
    return store;
  };
  const paired = async (url: string): Promise<string> => {
    const body = JSON.stringify({ code: '7K3MQX2P', label: 'Test' });
    const answer = await fetch(`${url}/api/pair`, { method: 'POST', body });
    return (await answer.json()).token;
  };
});
