/** What the doctor finds from outside: each mistake of the way to the store, and of the provider, made once. */
import { randomUUID } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealWith } from '../../server/access/seal.ts';
import type { Ask } from '../../server/doctor/asking.ts';
import type { Finding } from '../../server/doctor/finding.ts';
import { examineOutside } from '../../server/doctor/outside.ts';
import { storeIdOf } from '../../server/doctor/proof.ts';
import { examineSignOn } from '../../server/doctor/sign-on.ts';
import { readEnv } from '../../server/env.ts';
import type { Store } from '../../server/http/context.ts';
import { hardenedServer } from '../../server/http/harden.ts';
import { of, says } from './support/doctor.ts';
import { useEngine } from './support/engines.ts';
import { freePort } from './support/postgres.ts';
import { CLIENT, startProvider, type TestProvider } from './support/provider.ts';
import { listening, type ProxySettings, proxyTo } from './support/proxy.ts';
import { makeScene } from './support/scene.ts';

const storeId = storeIdOf(randomUUID());
const seal = sealWith('k'.repeat(32));

describe('from outside', () => {
  const db = useEngine('pglite');

  /** What is found of a store behind a proxy, both as a test says. */
  async function found(store: Partial<Store>, proxy: ProxySettings = {}, key = seal) {
    const { app } = await makeScene(db(), { storeId, seal, proxies: 1, ...store });
    const url = await listening(hardenedServer(app.fetch, '127.0.0.1'));
    const publicUrl = await proxyTo(url, proxy);
    return examineOutside({ publicUrl }, { storeId, seal: key }, fetch);
  }
  const foundAt = (publicUrl: string, ask: Ask = fetch) =>
    examineOutside({ publicUrl }, { storeId, seal }, ask);

  it('a store that is as it should be', async () => {
    const all = await found({});
    expect(all.map(({ what }) => what)).toEqual([
      'from outside',
      'proxy',
      'live stream',
      'metrics from outside',
    ]);
    expect(all.filter(({ state }) => state !== 'fine')).toEqual([]);
  });

  it('TRUCE_TRUST_PROXY is too low', async () => {
    const all = await found({ proxies: 0 });
    expect(of(all, 'proxy')).toMatchObject(says('look', /A proxy stands .+ Set it to 1\./));
  });

  it('TRUCE_TRUST_PROXY is too high', async () => {
    const none = await found({}, { passesOn: false });
    expect(of(none, 'proxy')).toMatchObject(says('broken', /anybody can write/));
    const all = await found({ proxies: 2 });
    expect(of(all, 'proxy')).toMatchObject(says('broken', /only 1 passed .+ Set it to 1,/));
  });

  it('the proxy does not pass X-Forwarded-Proto', async () => {
    const all = await found({}, { proto: null });
    expect(of(all, 'proxy')).toMatchObject(says('look', /X-Forwarded-Proto/));
  });

  it('the proxy holds answers back', async () => {
    const all = await found({}, { waits: true });
    expect(of(all, 'live stream')).toMatchObject(says('broken', /turn buffering off/));
  });

  it('/metrics is open to the world', async () => {
    const open = { proxies: 0, addressOf: () => '127.0.0.1' };
    const all = await found(open, { passesOn: false, hides: '/nothing' });
    expect(of(all, 'metrics from outside')).toMatchObject(says('broken', /Anybody can read/));
    const told = await found({ addressOf: () => '127.0.0.1' }, { hides: '/nothing' });
    expect(of(told, 'metrics from outside')).toMatchObject({ state: 'fine' });
  });

  it('TRUCE_URL leads to another store', async () => {
    const another = await found({ storeId: storeIdOf(randomUUID()) });
    expect(another).toEqual([expect.objectContaining(says('broken', /^Another store answers/))]);
  });

  it('processes have different TRUCE_KEYs', async () => {
    const all = await found({}, {}, sealWith('o'.repeat(32)));
    expect(all).toEqual([expect.objectContaining(says('broken', /has another TRUCE_KEY/))]);
  });

  it('no store behind the proxy, another program, or a detour', async () => {
    const down = await foundAt(await proxyTo('http://127.0.0.1:1'));
    expect(down).toEqual([expect.objectContaining(says('look', /no store behind it/))]);
    const other = createHttp((_, answer) => answer.end('Welcome to nginx!'));
    expect(await foundAt(await listening(other))).toEqual([
      expect.objectContaining(says('broken', /not a store of this release/)),
    ]);
    const detour = createHttp((_, answer) =>
      answer.writeHead(301, { location: 'https://www.acme.example/healthz' }).end(),
    );
    expect(await foundAt(await listening(detour))).toEqual([
      expect.objectContaining(says('broken', /leads on to https:\/\/www\.acme\.example:/)),
    ]);
  });

  it('the address does not answer', async () => {
    expect(await foundAt(`http://127.0.0.1:${await freePort()}`)).toEqual([
      expect.objectContaining(says('look', /^Nothing listens at 127\.0\.0\.1:/)),
    ]);
    const unknown: Ask = async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('no'), { code: 'ENOTFOUND' }),
      });
    };
    expect(await foundAt('https://truce.invalid', unknown)).toEqual([
      expect.objectContaining(says('look', /^The name truce\.invalid is not known/)),
    ]);
    const silent: Ask = async () => {
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    };
    expect(await foundAt('https://truce.acme.example', silent)).toEqual([
      expect.objectContaining(says('look', /did not answer within 5 s/)),
    ]);
  });

  it.each([
    ['CERT_HAS_EXPIRED', /has run out/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /is for another name/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /is signed by itself/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /the whole chain/],
  ])('the certificate does not fit: %s', async (code, text) => {
    const refused: Ask = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    };
    const all = await foundAt('https://truce.acme.example', refused);
    expect(all).toEqual([expect.objectContaining(says('broken', text))]);
  });

  it('http where https should be', async () => {
    const plain = createHttp((_, answer) => answer.end());
    const url = (await listening(plain)).replace('http:', 'https:');
    expect(await foundAt(url)).toEqual([
      expect.objectContaining(says('broken', /does not speak TLS/)),
    ]);
  });

  it('tells whoever does not have the key nothing of the way', async () => {
    const { app } = await makeScene(db(), { storeId, seal });
    const asked = await app.request('/healthz', { headers: { 'x-truce-doctor': 'a.b' } });
    expect(await asked.json()).toEqual({ ok: true });
    expect(asked.headers.get('x-truce-way')).toBeNull();
    expect((await app.request('/healthz')).headers.get('x-truce-store')).toBeNull();
  });
});

describe('the sign-on provider', () => {
  const HERE = 'http://127.0.0.1:4860';
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider(`${HERE}/auth/callback`);
  });
  afterAll(() => provider.close());

  async function found(more: Record<string, string> = {}, ask: Ask = fetch): Promise<Finding[]> {
    const env = readEnv({
      TRUCE_URL: HERE,
      TRUCE_OIDC_ISSUER: provider.issuer,
      TRUCE_OIDC_CLIENT_ID: CLIENT.id,
      TRUCE_OIDC_CLIENT_SECRET: CLIENT.secret,
      ...more,
    });
    if (!env.ok) throw new Error(env.problem.detail);
    return examineSignOn(env.value, ask);
  }

  it('that knows this store', async () => {
    const all = await found();
    expect(of(all, 'sign-on')).toMatchObject(says('fine', /sends people back to/));
    expect(of(all, 'clock, by the provider')).toMatchObject({ state: 'fine' });
  });

  it('the provider does not know our address, or us', async () => {
    const moved = await found({ TRUCE_URL: 'https://truce.acme.example' });
    expect(of(moved, 'sign-on')).toMatchObject(
      says('broken', /register https:\/\/truce\.acme\.example\/auth\/callback there/),
    );
    const stranger = await found({ TRUCE_OIDC_CLIENT_ID: 'nobody' });
    expect(of(stranger, 'sign-on')).toMatchObject(says('broken', /TRUCE_OIDC_CLIENT_ID/));
  });

  it('the provider is not there', async () => {
    expect(await found({ TRUCE_OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` })).toEqual([
      expect.objectContaining(says('broken', /^Nobody can sign on\. Nothing listens/)),
    ]);
    expect(await found({ TRUCE_OIDC_ISSUER: `${provider.issuer}/other` })).toEqual([
      expect.objectContaining(says('broken', /^No provider answers at .+\(404\)/)),
    ]);
    const renamed: Ask = async (url, init) => {
      const answer = await fetch(url, init);
      const told = { ...(await answer.json()), issuer: 'https://login.acme.example' };
      return Response.json(told);
    };
    expect(await found({}, renamed)).toEqual([
      expect.objectContaining(says('broken', /to exactly that/)),
    ]);
  });

  it('the clock is off', async () => {
    const early: Ask = async (url, init) => {
      const answer = await fetch(url, init);
      const headers = new Headers(answer.headers);
      headers.set('date', new Date(Date.now() - 600_000).toUTCString());
      return new Response(answer.body, { status: answer.status, headers });
    };
    expect(of(await found({}, early), 'clock, by the provider')).toMatchObject(
      says('broken', /clock is 60\d s away .+ NTP/),
    );
  });
});
