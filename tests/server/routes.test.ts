import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { createLog } from '../../server/log.ts';
import { ROUTES } from '../../server/routes.ts';
import { AREAS } from './matrix/all.ts';
import type { Case, Theirs } from './matrix/area.ts';
import type { Asked } from './support/ask.ts';
import { routeFor } from './support/ask.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, makeScene, type Scene } from './support/scene.ts';

const CASES = Object.assign({}, ...AREAS.map(({ cases }) => cases)) as Record<string, Case>;

const takesBody = (method: string) => method === 'POST' || method === 'PUT';
const guarded = ROUTES.filter(({ role }) => role !== 'nobody' && role !== 'source');

/** What is served to nobody in particular, and why. */
const OPEN = [
  '/metrics',
  '/openapi.json',
  '/docs',
  // Whoever runs the process asks, and learns that it runs.
  '/healthz',
  '/readyz',
  // analytics-next asks before it sends anything; the answer is the same for every key.
  '/v1/projects/:writeKey/settings',
  // A code is what one comes in by: good once, for minutes, and attempts are counted.
  '/api/pair',
  // A page without data: the secret of an invitation is behind the # and never sent.
  '/invite',
  // What the extension asks before anybody is anybody: whether there is a sign-on, and where it is.
  '/api/sign-on',
  '/.well-known/oauth-authorization-server',
  // The sign-on itself. It leads to the company's provider and only ever back to a known extension; counted by address.
  '/oauth/authorize',
  // Takes one state once, in the browser that began it.
  '/auth/callback',
  // Takes one code once, from whoever knows what its challenge was made of; wrong ones are counted.
  '/oauth/token',
  // Whoever has a token may end it.
  '/oauth/revoke',
];

describe('the table of routes', () => {
  it('opens no door without a token but these', () => {
    const open = ROUTES.filter(({ role }) => role === 'nobody').map(({ path }) => path);
    expect(open.sort()).toEqual([...OPEN].sort());
  });

  it('has a test of role and team for every guarded route, and a schema for every body', () => {
    expect(guarded.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      Object.keys(CASES).sort(),
    );
    for (const route of ROUTES) {
      if (takesBody(route.method) && route.role !== 'source') expect(route.input).not.toBeNull();
      if (route.path.includes(':')) expect(route.params).not.toBeNull();
    }
  });
});

describe.each(enginesFor(import.meta.url))('routes, on %s', (engine) => {
  const db = useEngine(engine);

  const withTheirs = async (): Promise<{ scene: Scene; theirs: Theirs }> => {
    const scene = await makeScene(db());
    const theirs: Theirs = {};
    for (const { prepare } of AREAS) Object.assign(theirs, await prepare(scene));
    return { scene, theirs };
  };

  it('ask for a token, the right role, and the right team', async () => {
    const { scene, theirs } = await withTheirs();
    const other = await makeScene(db());
    for (const [name, { request, isNothing, status = 200 }] of Object.entries(CASES)) {
      const asked = request(theirs);
      const role = routeFor(name.split(' ')[0] ?? '', asked.path)?.role as Role;
      expect((await scene.ask(asked)).status, name).toBe(401);
      for (const who of ['rep', 'marketer', 'admin'] as const) {
        const answer = await scene.ask({ ...asked, token: scene.tokens[who] });
        expect(answer.status, `${name} as ${who}`).toBe(mayActAs(who, role) ? status : 403);
      }
      const foreign = await scene.ask({ ...asked, token: other.tokens.admin });
      expect(isNothing(foreign), `${name} by another team`).toBe(true);
    }
  });

  it('answer what they cannot do with a problem that says what to do', async () => {
    const { ask, tokens } = await makeScene(db());
    const token = tokens.admin;
    const find = { path: '/api/leads/find', token };
    const cases: [Asked, number][] = [
      [{ path: '/api/nothing', token }, 404],
      [{ path: '/', token }, 404],
      [{ path: '/api/me', method: 'DELETE', token }, 405],
      [{ path: '/v1/batch', method: 'GET' }, 405],
      [{ ...find, body: '{"record"' }, 400],
      [{ ...find, body: '' }, 400],
      [{ ...find, body: '[]' }, 400],
      [{ ...find, body: { record: { crm: 'x' }, facts: {} } }, 400],
      [{ ...find, body: `"${'x'.repeat(1_000_001)}"` }, 413],
      [{ path: '/api/leads/me', token }, 400],
      [{ path: `/api/leads/${randomUUID()}`, token }, 404],
      [{ path: `/api/leads/${randomUUID()}/changes?rev=x`, token }, 400],
      [{ path: `/api/leads/${randomUUID()}/changes?rev=0&wait=60`, token }, 400],
      [{ path: '/api/review/queue', token, body: { filter: {}, before: '1;' } }, 400],
      [{ path: '/api/review/queue', token, body: { filter: {}, limit: 0 } }, 400],
      [{ path: '/api/review/facets', token, body: { filter: { said: ['kept'] } } }, 400],
      [{ path: '/api/leads/search', token }, 400],
      [{ path: '/api/leads/hot?limit=101', token }, 400],
      [{ path: '/api/leads/hot?before=x', token }, 400],
      [{ path: '/api/definitions/2', token }, 404],
      [{ path: '/api/definitions/x', token }, 400],
      [{ path: '/api/definitions/roll-back', token, body: { to: 1, basedOn: 1 } }, 400],
      [
        { path: '/api/definitions/drafts', token, body: { basedOn: 2, definition: gitlabPreset } },
        409,
      ],
      [{ path: `/api/definitions/drafts/${randomUUID()}`, method: 'DELETE', token }, 404],
    ];
    for (const [asked, status] of cases) {
      const answer = await ask(asked);
      expect(answer.status, `${asked.method ?? ''} ${asked.path}`).toBe(status);
      expect((answer.body as { detail: string }).detail).toMatch(/\w{4}/);
    }
    const wrong = await ask({ ...find, body: { record: { ...aRecord(), crm: 'x' }, facts: {} } });
    expect((wrong.body as { detail: string }).detail).toContain('“record.crm”');
    expect((await ask({ path: '/api/me', method: 'PUT', token })).headers.get('allow')).toBe('GET');
  });

  it('let the extension read answers, and no other page', async () => {
    const { app, tokens } = await makeScene(db());
    const origins = async (origin: string, method = 'GET') => {
      const authorization = `Bearer ${tokens.rep}`;
      return (await app.request('/api/me', { method, headers: { origin, authorization } })).headers;
    };
    for (const origin of [
      `chrome-extension://${'a'.repeat(32)}`,
      `moz-extension://${randomUUID()}`,
    ]) {
      expect((await origins(origin)).get('access-control-allow-origin')).toBe(origin);
      const preflight = await origins(origin, 'OPTIONS');
      expect(preflight.get('access-control-allow-origin')).toBe(origin);
      expect(preflight.get('access-control-allow-headers')).toBe(
        'authorization, content-type, last-event-id',
      );
    }
    for (const origin of ['https://crm.example', 'null', 'https://chrome-extension.example']) {
      expect((await origins(origin)).get('access-control-allow-origin')).toBeNull();
      expect((await origins(origin, 'OPTIONS')).get('access-control-allow-origin')).toBeNull();
    }
    const v1 = await app.request('/v1/t', { method: 'OPTIONS' });
    expect(v1.headers.get('access-control-allow-origin')).toBe('*');
    expect(v1.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(v1.headers.get('access-control-allow-headers')).toContain('x-retry-count');
  });

  it('tell nothing of their inside, nor of people in the log', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const scene = await makeScene(db(), { log });
    await scene.send({
      type: 'track',
      event: 'Demo Requested',
      properties: { email: 'eve@acme.example' },
    });
    const { leadId } = await scene.card('eve@acme.example');
    // Something in the database that no schema of ours allows.
    await db()
      .updateTable('definition')
      .set({ body: '{"eve": "eve@acme.example"}' })
      .where('ws_id', '=', scene.wsId)
      .execute();
    await db()
      .updateTable('definition')
      .set({ version: 2 })
      .where('ws_id', '=', scene.wsId)
      .execute();
    const answer = await scene.ask({ path: `/api/leads/${leadId}`, token: scene.tokens.rep });
    expect(answer).toMatchObject({ status: 500, body: { code: 'store-error' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/eve@|\bdefinition|\bselect|\.ts\b/i);
    expect(lines.filter((line) => JSON.parse(line).level === 50)).toHaveLength(1);
    expect(lines.join()).not.toContain('eve@');
  });

  it('say whether the process runs and can serve', async () => {
    const stopping = new AbortController();
    const { ask } = await makeScene(db(), { stopping: stopping.signal });
    expect(await ask({ path: '/healthz' })).toMatchObject({ status: 200, body: { ok: true } });
    expect(await ask({ path: '/readyz' })).toMatchObject({ status: 200 });
    stopping.abort();
    expect(await ask({ path: '/readyz' })).toMatchObject({ status: 503 });
  });
});
