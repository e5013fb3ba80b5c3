import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../server/log.ts';
import { AREAS } from './matrix/all.ts';
import type { Theirs } from './matrix/area.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { makeScene } from './support/scene.ts';

/** Whatever looks like one of these, wherever it came from. */
const PERSONAL: [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+\.\w+/, 'an address'],
  [/Bearer|Basic /, 'a header'],
  [/Duarte|Zephyrine/, 'a name'],
  [/203\.0\.113\.\d+/, 'an address of a machine'],
];

describe.each(enginesFor(import.meta.url))('the log of a busy session, on %s', (engine) => {
  const db = useEngine(engine);

  it('holds no address, name, token, key or secret, whatever was asked and however it ended', async () => {
    const lines: string[] = [];
    const log = createLog('trace', { write: (line) => lines.push(line) });
    const scene = await makeScene(db(), { log, addressOf: () => '203.0.113.7' });
    const secrets = [scene.writeKey, ...Object.values(scene.tokens), '7K3MQX2P'];
    const theirs: Theirs = {};
    for (const { prepare } of AREAS) Object.assign(theirs, await prepare(scene));
    // Every guarded route, by everybody: what is allowed, what is not, what does not exist.
    for (const { cases } of AREAS) {
      for (const { request } of Object.values(cases)) {
        for (const token of [undefined, scene.tokens.rep, scene.tokens.admin, randomUUID()]) {
          await scene.ask({ ...request(theirs), token }).catch(() => {});
        }
      }
    }
    const person = { email: 'ana.duarte@acme.example', name: 'Zephyrine Duarte' };
    await scene.send(
      { type: 'identify', userId: person.email, traits: person },
      { type: 'nonsense' },
    );
    const tries = [
      '/api/leads/ana.duarte@acme.example',
      `/api/leads/${randomUUID()}?token=${scene.tokens.rep}`,
      `/v1/projects/${scene.writeKey}/settings`,
      '/ana.duarte@acme.example',
      `/hooks/${randomUUID()}/secret-of-zephyrine`,
    ];
    for (const path of tries) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'PATCH']) {
        const headers = {
          'x-request-id': 'ana@acme.example',
          authorization: `Bearer ${randomUUID()}`,
        };
        await scene.app.request(path, { method, headers });
      }
    }
    await scene.app.request('/api/pair', {
      method: 'POST',
      body: '{"code":"7K3MQX2P","label":"x"}',
    });
    // Something that breaks inside, with a message of the database that quotes a value.
    await db()
      .updateTable('definition')
      .set({ body: JSON.stringify(person) })
      .where('ws_id', '=', scene.wsId)
      .execute();
    await scene.send({ type: 'track', event: 'x', userId: 'eve@acme.example' }).catch(() => {});
    await scene.work().catch(() => {});

    expect(lines.length).toBeGreaterThan(100);
    const all = lines.join('');
    for (const secret of secrets) expect(all).not.toContain(secret);
    for (const [pattern, what] of PERSONAL) {
      expect(
        lines.filter((line) => pattern.test(line)),
        what,
      ).toEqual([]);
    }
    const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    for (const { method, route, status, ms, req } of requests) {
      expect(method).toMatch(/^(?:GET|POST|PUT|DELETE|OPTIONS|other)$/);
      expect(route).toMatch(/^[/*]/);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(req).toMatch(/^[0-9a-f-]{8,64}$/);
    }
    expect(requests.map(({ route }) => route)).toContain('/api/leads/:leadId');
  });

  it('has the id by which a proxy knows a request', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const { app } = await makeScene(db(), { log });
    const id = randomUUID();
    const answer = await app.request('/api/me', { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ req: id, status: 401, route: '/api/me' });
  });
});
