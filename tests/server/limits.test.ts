import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { addressOfBehind, forwarded } from '../../server/http/address.ts';
import { baseUrlOf } from '../../server/http/base-url.ts';
import { addressKey, LIMITS_BY_DEFAULT, limitsOf } from '../../server/http/limits.ts';
import { ENGINES, useEngine } from './support/engines.ts';
import { makeScene } from './support/scene.ts';

// Nothing of this is the database's.
describe.each(ENGINES.slice(0, 1))('limits, on %s', (engine) => {
  const db = useEngine(engine);
  const limited = (own: Partial<typeof LIMITS_BY_DEFAULT>) =>
    makeScene(db(), {
      limits: limitsOf({ ...LIMITS_BY_DEFAULT, ...own }),
      addressOf: (context) => context.req.header('x-test-address') ?? 'unknown',
    });

  it('of a token say when to come again, and cost nobody else', async () => {
    const { ask, tokens } = await limited({ token: 3 });
    const me = (token: string) => ask({ path: '/api/me', token });
    for (let n = 0; n < 3; n++) expect((await me(tokens.rep)).status).toBe(200);
    const refused = await me(tokens.rep);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await me(tokens.admin)).status).toBe(200);
  });

  it('of strangers count guesses at tokens by address, however many tokens are made up', async () => {
    const { ask, tokens } = await limited({ stranger: 3 });
    const guess = (token: string | undefined, address: string) =>
      ask({ path: '/api/me', token, headers: { 'x-test-address': address } });
    for (let n = 0; n < 4; n++) await guess(`${'a'.repeat(30)}${n}`, '198.51.100.1');
    expect((await guess('b'.repeat(30), '198.51.100.1')).status).toBe(429);
    expect((await guess(undefined, '198.51.100.1')).status).toBe(429);
    expect((await guess('b'.repeat(30), '198.51.100.2')).status).toBe(401);
    expect((await guess(tokens.rep, '198.51.100.2')).status).toBe(200);
  });

  it('of addresses and sources stop who sends too much, with words that a browser may read', async () => {
    const { app, writeKey } = await limited({ address: 3, source: 10 });
    const send = (count: number, address: string, key = writeKey) =>
      app.request('/v1/batch', {
        method: 'POST',
        headers: { 'x-test-address': address, origin: 'https://acme.example' },
        body: JSON.stringify({
          writeKey: key,
          batch: Array.from({ length: count }, () => ({ type: 'track', userId: 'u', event: 'x' })),
        }),
      });
    expect((await send(8, 'a')).status).toBe(200);
    const refused = await send(8, 'b');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    for (let n = 0; n < 3; n++) expect((await send(1, 'c', 'guessed')).status).toBe(401);
    expect((await send(1, 'c', 'guessed')).status).toBe(429);
    expect((await send(1, 'd', 'guessed')).status).toBe(401);
  });

  it('leave room for ten thousand events a second from one sender, unless told otherwise', () => {
    expect(LIMITS_BY_DEFAULT.source).toBeGreaterThanOrEqual(10 * 10_000);
    // In batches of a hundred, from one address.
    expect(LIMITS_BY_DEFAULT.address).toBeGreaterThanOrEqual(10 * 100);
    const limits = (text: string) => {
      const env = readEnv({ TRUCE_LIMITS: text });
      return env.ok ? env.value.limits : env.problem.detail;
    };
    expect(limits('')).toEqual(LIMITS_BY_DEFAULT);
    expect(limits('off')).toBeNull();
    expect(limits('token=7, source=9')).toEqual({ ...LIMITS_BY_DEFAULT, token: 7, source: 9 });
    for (const wrong of ['token', 'token=0', 'tokens=7', 'token=7;source=9']) {
      expect(limits(wrong)).toContain('TRUCE_LIMITS has to be “off”');
    }
  });
});

describe('the address of a request', () => {
  it('is what our own proxies wrote, and nothing that came before', () => {
    const header = '1.1.1.1, 2.2.2.2, 3.3.3.3';
    expect(forwarded(header, 1)).toBe('3.3.3.3');
    expect(forwarded(header, 2)).toBe('2.2.2.2');
    expect(forwarded(header, 9)).toBe('1.1.1.1');
    expect(forwarded('[2001:db8::1]:443', 1)).toBe('2001:db8::1');
    expect(forwarded('4.4.4.4:5050', 1)).toBe('4.4.4.4');
    expect(forwarded('::ffff:4.4.4.4', 1)).toBe('4.4.4.4');
    for (const none of ['', 'unknown', 'x, ', '1.1.1.1, _hidden', '999.1.1.1']) {
      expect(forwarded(none, 1), none).toBeNull();
    }
  });

  it('is that of the socket where no proxy is trusted, or none wrote one', async () => {
    const told = async (proxies: number, header: string | null) => {
      const app = new Hono();
      const addressOf = addressOfBehind(proxies);
      app.get('/', (context) => context.text(addressOf(context)));
      const headers = new Headers(header === null ? {} : { 'x-forwarded-for': header });
      const incoming = { socket: { remoteAddress: '::ffff:10.0.0.9' } };
      return (await app.request('/', { headers }, { incoming })).text();
    };
    expect(await told(0, '6.6.6.6')).toBe('10.0.0.9');
    expect(await told(1, '6.6.6.6, 7.7.7.7')).toBe('7.7.7.7');
    expect(await told(1, null)).toBe('10.0.0.9');
    expect(await told(1, 'garbage')).toBe('10.0.0.9');
  });

  it('is the scheme of the request too, unless a proxy of ours says another', async () => {
    const told = async (proxies: number, header: string | null) => {
      const app = new Hono();
      app.get('/', (context) => context.text(baseUrlOf({ publicUrl: null, proxies }, context)));
      const headers = new Headers(header === null ? {} : { 'x-forwarded-proto': header });
      return (await app.request('http://store.example/', { headers })).text();
    };
    // Anybody could write that into a request, and the links of an invitation would lead there.
    expect(await told(0, 'https')).toBe('http://store.example');
    expect(await told(1, 'https')).toBe('https://store.example');
    expect(await told(2, 'https')).toBe('https://store.example');
    expect(await told(1, 'gopher, https')).toBe('https://store.example');
    for (const none of [null, '', 'javascript', 'https://evil.example/?']) {
      expect(await told(1, none)).toBe('http://store.example');
    }
  });

  it('counts for its whole network where somebody has all of it', () => {
    const net = addressKey('2001:db8:1:2:3:4:5:6');
    expect(addressKey('2001:db8:1:2::9')).toBe(net);
    expect(addressKey('2001:0db8:0001:0002::')).toBe(net);
    expect(addressKey('2001:db8:1:3::9')).not.toBe(net);
    expect(addressKey('::1')).toBe(addressKey('::2'));
    expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
  });
});
