import { describe, expect, it } from 'vitest';
import { storeOrigin } from '../../../lib/contract/access.ts';
import { createClient } from '../../../lib/sync/client.ts';

/** A network that answers with what it is given. */
const client = (answer: () => Promise<Response> | Response) =>
  createClient({
    store: 'https://store.example',
    token: 'secret',
    fetch: (async () => answer()) as typeof fetch,
  });
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

describe('the client', () => {
  it('takes a captive portal’s page for no answer', async () => {
    const portal = client(() => new Response('<html>Sign in to the Wi-Fi</html>', { status: 200 }));
    expect(await portal.feedback([])).toMatchObject({ ok: false, problem: { code: 'bad-answer' } });
    const other = client(() => json({ hello: 'world' }));
    expect(await other.mine()).toMatchObject({ ok: false, problem: { code: 'bad-answer' } });
  });

  it('passes on what the store says, and how long to wait', async () => {
    const busy = client(() =>
      json({ code: 'too-many-requests', title: 'Busy', detail: 'Wait.' }, 429, {
        'retry-after': '7',
      }),
    );
    expect(await busy.mine()).toMatchObject({
      problem: { code: 'too-many-requests', retryAfter: 7 },
    });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const later = client(() => json({}, 503, { 'retry-after': date }));
    const answer = await later.mine();
    expect(answer.ok ? 0 : answer.problem.retryAfter).toBeGreaterThan(50);
    const absurd = client(() => json({}, 503, { 'retry-after': '99999999' }));
    expect(await absurd.mine()).toMatchObject({ problem: { retryAfter: 900 } });
  });

  it('takes a refusal without the words of the store for one of something in between', async () => {
    for (const status of [400, 403, 422]) {
      const answer = await client(() => new Response('<h1>Blocked</h1>', { status })).mine();
      expect(answer).toMatchObject({ problem: { code: 'bad-answer', status } });
    }
    const refusal = { code: 'not-allowed', title: 'Not yours', detail: 'Ask.' };
    expect(await client(() => json(refusal, 403)).mine()).toMatchObject({ problem: refusal });
  });

  it('names a refused token even when something in between ate the body', async () => {
    expect(await client(() => new Response('', { status: 401 })).mine()).toMatchObject({
      problem: { code: 'not-signed-in' },
    });
  });

  it('turns a dead network, a cut-off body and a time-out into "offline"', async () => {
    const dead = client(() => Promise.reject(new TypeError('failed to fetch')));
    const cut = client(
      () =>
        new Response(
          new ReadableStream({ start: (controller) => controller.error(new Error('cut')) }),
        ),
    );
    for (const broken of [dead, cut]) {
      expect(await broken.mine()).toMatchObject({ problem: { code: 'offline' } });
    }
  });
});

describe('the address of a store', () => {
  it.each([
    ['truce.acme.example', 'https://truce.acme.example'],
    [' https://truce.acme.example/some/path?x=1 ', 'https://truce.acme.example'],
    ['http://127.0.0.1:4860', 'http://127.0.0.1:4860'],
    ['http://localhost:4860/', 'http://localhost:4860'],
    ['http://truce.acme.example', null],
    ['https://user:pass@truce.acme.example', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['', null],
  ])('%s is %s', (typed, origin) => {
    expect(storeOrigin(typed)).toBe(origin);
  });
});
