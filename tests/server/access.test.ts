import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { createWorkspace, firstWorkspace, setupCode } from '../../server/access/first-start.ts';
import { createStore } from '../../server/store.ts';
import { ask } from './support/ask.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { MINUTE, makeScene, START } from './support/scene.ts';

describe.each(enginesFor(import.meta.url))('coming in, on %s', (engine) => {
  const db = useEngine(engine);

  const emptyStore = async () => {
    const clock = { now: START };
    const needs = {
      db: db(),
      now: () => clock.now,
      newId: randomUUID,
      randomBytes: (size: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(size))),
    };
    const address = randomUUID();
    const app = createStore({ ...needs, addressOf: () => address });
    const wsId = await createWorkspace(needs, 'Tidewell', gitlabPreset);
    const pair = (code: string) =>
      ask(app, { path: '/api/pair', body: { code, label: 'Chrome on Linux' } });
    return { app, clock, needs, wsId, pair };
  };

  it('lets the first person in as admin, by a code that works once', async () => {
    const { needs, wsId, pair, app } = await emptyStore();
    const code = await setupCode(needs, wsId, null);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const first = await pair(String(code).toLowerCase().replace('-', ' '));
    expect(first.body).toMatchObject({ member: { role: 'admin', workspace: { id: wsId } } });
    const { token } = first.body as { token: string };
    expect((await ask(app, { path: '/api/me', token })).body).toMatchObject({ role: 'admin' });
    expect(await pair(String(code))).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await setupCode(needs, wsId, null)).toBeNull();
  });

  it('lets one of two in that enter the same code at once', async () => {
    const { needs, wsId, pair } = await emptyStore();
    const code = String(await setupCode(needs, wsId, null));
    const answers = await Promise.all([pair(code), pair(code), pair(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('lets one of two in that enter different setup codes at once', async () => {
    const { needs, wsId, pair } = await emptyStore();
    const codes = [await setupCode(needs, wsId, null), await setupCode(needs, wsId, null)];
    const answers = await Promise.all(codes.map((code) => pair(String(code))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('takes a code for ten minutes, and one that was given until somebody came', async () => {
    const { needs, wsId, pair, clock } = await emptyStore();
    const code = String(await setupCode(needs, wsId, null));
    const given = [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n % 10).join('');
    await setupCode(needs, wsId, given);
    await setupCode(needs, wsId, given);
    clock.now += 10 * MINUTE;
    expect(await pair(code)).toMatchObject({ status: 404 });
    expect(await pair(given)).toMatchObject({ status: 200 });
  });

  it('makes the same address the same member again, and no address a new one', async () => {
    const { needs, wsId, pair, app } = await emptyStore();
    const admin = (await pair(String(await setupCode(needs, wsId, null)))).body as {
      token: string;
    };
    const join = async (body: object) => {
      const invited = await ask(app, { path: '/api/invites', token: admin.token, body });
      const { code } = invited.body as { code: string };
      return ((await pair(code)).body as { member: { memberId: string; role: string } }).member;
    };
    const kim = { name: 'Kim', email: 'Kim@Acme.example', role: 'rep' };
    const first = await join(kim);
    const again = await join({ ...kim, email: 'kim@acme.example', role: 'marketer' });
    expect(again).toMatchObject({ memberId: first.memberId, role: 'marketer' });
    const other = await join({ name: 'Kim', role: 'rep' });
    expect(other.memberId).not.toBe(first.memberId);
  });

  it('lets ten wrong codes pass in ten minutes, however fast they come', async () => {
    const { needs, wsId, pair, clock } = await emptyStore();
    const code = String(await setupCode(needs, wsId, null));
    const burst = await Promise.all(Array.from({ length: 15 }, () => pair('00000000')));
    const tried = burst.filter(({ status }) => status === 404).length;
    expect(tried).toBeLessThanOrEqual(10);
    expect(burst.filter(({ status }) => status === 429)).toHaveLength(15 - tried);
    for (let n = tried; n < 10; n++) expect(await pair('00000000')).toMatchObject({ status: 404 });

    const last = await pair(code);
    expect(last).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(last.headers.get('retry-after')).toBe('600');
    clock.now += 10 * MINUTE;
    expect(await pair('00000000')).toMatchObject({ status: 404 });
  });

  it('counts per address', async () => {
    const { needs, wsId, pair } = await emptyStore();
    for (let n = 0; n < 11; n++) await pair('00000000');
    const elsewhere = createStore({ ...needs, addressOf: () => randomUUID() });
    const code = await setupCode(needs, wsId, null);
    const body = { code, label: 'x' };
    expect(await ask(elsewhere, { path: '/api/pair', body })).toMatchObject({ status: 200 });
  });

  it('agrees on one workspace when two processes start at once', async () => {
    const { needs } = await emptyStore();
    const start = () => firstWorkspace(needs, 'Our team', gitlabPreset);
    const [one, two] = await Promise.all([start(), start()]);
    expect(one).toBe(two);
  });

  it('keeps secrets as hashes only', async () => {
    const scene = await makeScene(db());
    const kept = JSON.stringify([
      await db().selectFrom('device').selectAll().execute(),
      await db().selectFrom('invite').selectAll().execute(),
      await db().selectFrom('source').selectAll().execute(),
    ]);
    for (const secret of [...Object.values(scene.tokens), scene.writeKey]) {
      expect(kept).not.toContain(secret);
    }
  });

  it('refuses a revoked device and a token that never was', async () => {
    const { ask: request, tokens, wsId } = await makeScene(db());
    await db()
      .updateTable('device')
      .set({ revoked_at: new Date(START) })
      .where('ws_id', '=', wsId)
      .execute();
    for (const token of [tokens.rep, 'x'.repeat(43), undefined]) {
      expect(await request({ path: '/api/me', token })).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    }
  });
});
