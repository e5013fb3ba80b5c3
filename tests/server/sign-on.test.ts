import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairAnswer } from '../../lib/contract/access.ts';
import { auditPage, team } from '../../lib/contract/people.ts';
import type { Store } from '../../server/http/context.ts';
import { createProvider } from '../../server/sign-on/provider.ts';
import type { SignOnSettings } from '../../server/sign-on/settings.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { CLIENT, startProvider, type TestProvider } from './support/provider.ts';
import { MINUTE, makeScene } from './support/scene.ts';
import { type Shown, SignOnBrowser } from './support/sign-on-browser.ts';

const STORE = 'http://127.0.0.1:4860';
const BACK = 'https://pjmoebhlmlcgciihlhgknohonbpagelf.chromiumapp.org/';
const newSecret = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(`${STORE}/auth/callback`);
});
afterAll(() => provider.close());

/** An account that nobody has had before. @returns the login */
function anAccount(of: { email?: string; email_verified?: boolean; name?: string } = {}): string {
  const login = randomUUID();
  const email = `${login}@acme.example`;
  provider.accounts.set(login, { email, email_verified: true, name: 'Kim Ito', ...of });
  return login;
}

const addressOf = (login: string) => provider.accounts.get(login)?.email ?? '';

describe.each(enginesFor(import.meta.url))('sign-on, on %s', (engine) => {
  const db = useEngine(engine);

  async function setting(over: Partial<SignOnSettings> = {}, options: Partial<Store> = {}) {
    const settings: SignOnSettings = {
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: 'Acme ID',
      domains: ['acme.example'],
      role: 'rep',
      admins: [],
      trustsEmail: false,
      ...over,
    };
    const here = randomUUID();
    const scene = await makeScene(db(), {
      provider: createProvider(settings),
      publicUrl: STORE,
      addressOf: () => here,
      ...options,
    });
    // Whoever comes by themselves comes to the workspace that the store was set up with.
    await db()
      .insertInto('install')
      .values({ name: 'workspace', value: scene.wsId })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: scene.wsId }))
      .execute();
    const browser = () => new SignOnBrowser(scene.app, STORE, ({ href }) => href.startsWith(BACK));
    return { ...scene, browser };
  }

  /** What the extension begins with. */
  function beginning(over: Record<string, string | null> = {}) {
    const verifier = newSecret();
    const all: Record<string, string | null> = {
      response_type: 'code',
      client_id: 'truce-extension',
      redirect_uri: BACK,
      state: newSecret(),
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
      ...over,
    };
    const url = new URL('/oauth/authorize', STORE);
    for (const [name, value] of Object.entries(all)) {
      if (value !== null) url.searchParams.set(name, value);
    }
    return { url, verifier };
  }

  const codeIn = ({ url }: Shown) => url.searchParams.get('code') ?? '';
  const refusalIn = ({ url }: Shown) => [
    url.searchParams.get('error'),
    url.searchParams.get('error_description') ?? '',
  ];

  async function token(app: Hono, form: Record<string, string>) {
    const answer = await app.request('/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'truce-extension',
        redirect_uri: BACK,
        label: 'Chrome on Linux',
        ...form,
      }).toString(),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** The whole way. @returns the member and a token */
  async function signedOn(scene: Awaited<ReturnType<typeof setting>>, login: string) {
    const { url, verifier } = beginning();
    const shown = await scene.browser().signIn(url, login);
    const { status, body } = await token(scene.app, {
      code: codeIn(shown),
      code_verifier: verifier,
    });
    expect([status, refusalIn(shown)]).toEqual([200, [null, '']]);
    return pairAnswer.parse(body);
  }

  it('lets somebody of the company in, as the extension asks for it', async () => {
    const { app, browser, ask, tokens, wsId } = await setting();
    const login = anAccount();
    const send = ((url: string | URL | Request, init?: RequestInit) =>
      app.request(url, init)) as typeof fetch;
    const options = { [oauth.customFetch]: send, [oauth.allowInsecureRequests]: true };
    const issuer = new URL(STORE);
    const found = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' });
    const server = await oauth.processDiscoveryResponse(issuer, found);
    const client = { client_id: 'truce-extension' };
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = new URL(String(server.authorization_endpoint));
    url.search = new URLSearchParams({
      ...client,
      response_type: 'code',
      redirect_uri: BACK,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();

    const shown = await browser().signIn(url, login);
    const back = oauth.validateAuthResponse(server, client, shown.url, state);
    const answered = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      back,
      BACK,
      verifier,
      { ...options, additionalParameters: { label: 'Chrome on Linux' } },
    );
    const result = await oauth.processAuthorizationCodeResponse(server, client, answered);
    const paired = pairAnswer.parse(result);
    expect(paired.token).toBe(result.access_token);
    expect(paired.member).toMatchObject({
      name: 'Kim Ito',
      email: addressOf(login),
      role: 'rep',
      workspace: { id: wsId },
    });
    expect((await ask({ path: '/api/me', token: paired.token })).body).toEqual(paired.member);
    const { members } = team.parse((await ask({ path: '/api/team', token: tokens.admin })).body);
    expect(members.find(({ memberId }) => memberId === paired.member.memberId)).toMatchObject({
      via: 'sign-on',
      devices: [{ label: 'Chrome on Linux' }],
    });

    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, oauth.None(), paired.token, options),
    );
    expect((await ask({ path: '/api/me', token: paired.token })).status).toBe(401);
  });

  it('says whether there is a sign-on', async () => {
    const { ask } = await setting();
    expect((await ask({ path: '/api/sign-on' })).body).toEqual({ provider: { name: 'Acme ID' } });
    const without = await setting({}, { provider: null });
    expect((await without.ask({ path: '/api/sign-on' })).body).toEqual({ provider: null });
    const shown = await without.browser().go(beginning().url);
    expect([shown.status, shown.text]).toEqual([404, expect.stringContaining('invitation link')]);
  });

  it('lets the extension read what it asks on the way, and no other page', async () => {
    const { app } = await setting();
    const allowed = async (path: string, origin: string, method: string) =>
      (await app.request(path, { method, headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    const asked = [
      ['/.well-known/oauth-authorization-server', 'GET'],
      ['/oauth/token', 'POST'],
      ['/oauth/revoke', 'POST'],
    ] as const;
    const extension = `chrome-extension://${'a'.repeat(32)}`;
    for (const [path, method] of asked) {
      expect(await allowed(path, extension, method), path).toBe(extension);
      expect(await allowed(path, 'https://evil.example', method), path).toBeNull();
    }
  });

  it('knows somebody again by who they are there, and once by their address', async () => {
    const scene = await setting({ domains: [] });
    const login = anAccount();
    const invite = { name: 'Kim', email: addressOf(login), role: 'marketer' };
    const invited = await scene.ask({
      path: '/api/invites',
      token: scene.tokens.admin,
      body: invite,
    });
    const { code } = invited.body as { code: string };
    const body = { code, label: 'Firefox' };
    const paired = pairAnswer.parse((await scene.ask({ path: '/api/pair', body })).body);

    const first = await signedOn(scene, login);
    expect(first.member).toEqual(paired.member);
    // Whoever has the address now is somebody else there.
    const other = anAccount({ email: addressOf(login) });
    const { url } = beginning();
    const [error, why] = refusalIn(await scene.browser().signIn(url, other));
    expect([error, why]).toEqual(['access_denied', expect.stringContaining('Another account')]);
    // With a new address they are who they were.
    provider.accounts.set(login, { email: 'new@elsewhere.example', email_verified: true });
    expect((await signedOn(scene, login)).member).toEqual(paired.member);
  });

  it('takes an invitation to their address for theirs, once, and in its workspace', async () => {
    const home = await setting({ domains: [] });
    const other = await makeScene(db());
    const login = anAccount({ email: `${randomUUID()}@partner.example` });
    const invite = (scene: Pick<typeof other, 'ask' | 'tokens'>, body: object) =>
      scene.ask({ path: '/api/invites', token: scene.tokens.admin, body });
    const kim = { name: 'Kim of Partner', email: addressOf(login), role: 'marketer', kind: 'link' };
    const made = (await invite(other, kim)).body as { inviteId: string; code: string };
    // Taken back, it lets nobody in.
    const path = `/api/invites/${made.inviteId}`;
    await other.ask({ path, method: 'DELETE', token: other.tokens.admin });
    const refused = await home.browser().signIn(beginning().url, login);
    expect(refusalIn(refused)[1]).toContain('not in this team');

    const { code } = (await invite(other, kim)).body as { code: string };
    const { member } = await signedOn(home, login);
    expect(member).toMatchObject({
      name: 'Kim of Partner',
      role: 'marketer',
      workspace: { id: other.wsId },
    });
    const late = await home.ask({ path: '/api/pair', body: { code, label: 'x' } });
    expect(late.status).toBe(404);
    expect((await signedOn(home, login)).member).toEqual(member);
    // Who was removed and is invited again needs no code either.
    const gone = `/api/members/${member.memberId}`;
    await other.ask({ path: gone, method: 'DELETE', token: other.tokens.admin });
    await invite(other, { ...kim, role: 'rep' });
    expect((await signedOn(home, login)).member).toEqual({ ...member, role: 'rep' });
  });

  it('is one member also when somebody signs on in two browsers at once', async () => {
    const scene = await setting();
    const login = anAccount();
    const both = await Promise.all([signedOn(scene, login), signedOn(scene, login)]);
    expect(both[0].member).toEqual(both[1].member);
    expect(both[0].token).not.toBe(both[1].token);
  });

  it('lets nobody in whom the company does not vouch for', async () => {
    const scene = await setting();
    const refused = async (account: Parameters<typeof anAccount>[0]) => {
      const shown = await scene.browser().signIn(beginning().url, anAccount(account));
      return refusalIn(shown);
    };
    const denied = (part: string) => ['access_denied', expect.stringContaining(part)];
    expect(await refused({ email: 'eve@evil.example' })).toEqual(denied('not in this team'));
    expect(await refused({ email: 'eve@notacme.example' })).toEqual(denied('not in this team'));
    expect(await refused({ email: 'eve@acme.example.evil.example' })).toEqual(
      denied('not in this'),
    );
    expect(await refused({ email: 'x@acme.example', email_verified: false })).toEqual(
      denied('not verified'),
    );
    const noEmail = randomUUID();
    provider.accounts.set(noEmail, { name: 'Nobody' });
    const shown = await scene.browser().signIn(beginning().url, noEmail);
    expect(refusalIn(shown)).toEqual(denied('no email address'));
    // An unverified address is nobody's, not even when it is that of an admin.
    const admin = await setting({ admins: ['boss@acme.example'] });
    const eve = anAccount({ email: 'boss@acme.example', email_verified: false });
    expect(refusalIn(await admin.browser().signIn(beginning().url, eve))).toEqual(
      denied('not verified'),
    );
  });

  it('makes those administrators who are named, each time, and takes an address at its word only when told to', async () => {
    const login = anAccount();
    const scene = await setting({ admins: [addressOf(login)], domains: [] });
    const { member } = await signedOn(scene, login);
    expect(member.role).toBe('admin');
    const path = `/api/members/${member.memberId}`;
    const body = { role: 'rep' };
    await scene.ask({ path, method: 'PUT', token: scene.tokens.admin, body });
    expect((await signedOn(scene, login)).member.role).toBe('admin');

    const silent = randomUUID();
    provider.accounts.set(silent, { email: `${silent}@acme.example` });
    const strict = await setting();
    const shown = await strict.browser().signIn(beginning().url, silent);
    expect(refusalIn(shown)[0]).toBe('access_denied');
    const trusting = await setting({ trustsEmail: true });
    expect((await signedOn(trusting, silent)).member.role).toBe('rep');
  });

  it('keeps out who was removed, until somebody invites them again', async () => {
    const scene = await setting();
    const login = anAccount();
    const { token: old, member } = await signedOn(scene, login);
    const { admin } = scene.tokens;
    await scene.ask({ path: `/api/members/${member.memberId}`, method: 'DELETE', token: admin });
    expect((await scene.ask({ path: '/api/me', token: old })).status).toBe(401);
    const shown = await scene.browser().signIn(beginning().url, login);
    expect(refusalIn(shown)).toEqual(['access_denied', expect.stringContaining('removed')]);

    const body = { name: 'Kim', email: addressOf(login), role: 'rep' };
    const invited = await scene.ask({ path: '/api/invites', token: admin, body });
    const { code } = invited.body as { code: string };
    const again = await scene.ask({ path: '/api/pair', body: { code, label: 'x' } });
    expect(pairAnswer.parse(again.body).member.memberId).toBe(member.memberId);
    expect((await signedOn(scene, login)).member.memberId).toBe(member.memberId);
  });

  it('gives no token for a code of somebody who was removed in between', async () => {
    const scene = await setting();
    const login = anAccount();
    const { member } = await signedOn(scene, login);
    const { url, verifier } = beginning();
    const shown = await scene.browser().signIn(url, login);
    const path = `/api/members/${member.memberId}`;
    await scene.ask({ path, method: 'DELETE', token: scene.tokens.admin });
    const answer = await token(scene.app, { code: codeIn(shown), code_verifier: verifier });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('asks somebody of two teams which one it is for', async () => {
    const login = anAccount();
    const one = await setting({ domains: [] });
    const two = await setting({ domains: [] });
    for (const { ask, tokens } of [one, two]) {
      const body = { name: 'Kim', email: addressOf(login), role: 'rep' };
      const invited = await ask({ path: '/api/invites', token: tokens.admin, body });
      const { code } = invited.body as { code: string };
      await ask({ path: '/api/pair', body: { code, label: 'x' } });
    }
    const { url, verifier } = beginning();
    const shown = await two.browser().signIn(url, login);
    expect(shown.text).toContain('Which workspace');
    const ways = [...shown.text.matchAll(/href="([^"]+)"/g)].map(
      ([, way = '']) => new URL(way.replaceAll('&#38;', '&')),
    );
    const codes = ways.map((way) => way.searchParams.get('code') ?? '');
    const answers = await Promise.all(
      codes.map((code) => token(two.app, { code, code_verifier: verifier })),
    );
    const places = answers.map(({ body }) => pairAnswer.parse(body).member.workspace.id);
    expect(places.sort()).toEqual([one.wsId, two.wsId].sort());
  });

  it('says so when the provider is down, and when somebody cancels', async () => {
    const scene = await setting();
    provider.isDown = true;
    const down = await scene.browser().go(beginning().url);
    provider.isDown = false;
    expect(refusalIn(down)).toEqual([
      'temporarily_unavailable',
      expect.stringContaining('Acme ID does not answer'),
    ]);
    expect(down.url.searchParams.get('iss')).toBe(STORE);
    // What failed is not remembered; but a provider that goes away in between is noticed as well.
    const login = anAccount();
    const browser = scene.browser();
    const cancelled = await browser.cancel(beginning().url);
    expect(refusalIn(cancelled)).toEqual(['access_denied', expect.stringContaining('cancelled')]);
    const shown = await atProvider(browser, login);
    provider.isDown = true;
    const late = await browser.go(shown);
    provider.isDown = false;
    expect(refusalIn(late)[0]).toBe('temporarily_unavailable');
  });

  /** Signs in, but stops before the provider's answer reaches the store. @returns that answer */
  async function atProvider(browser: SignOnBrowser, login: string, change = (url: URL) => url) {
    const begun = await browser.go(beginning().url);
    const first =
      browser.visited.findLast((url) => url.startsWith(`${provider.issuer}/auth?`)) ?? '';
    expect(begun.text).toContain('<form');
    const aside = new SignOnBrowser(
      { request: () => new Response('stopped') } as unknown as Hono,
      STORE,
      () => false,
    );
    const { url } = await aside.signIn(change(new URL(first)), login);
    expect(url.pathname).toBe('/auth/callback');
    return url;
  }

  it('finishes only in the browser that began it, and only once', async () => {
    const scene = await setting();
    const login = anAccount();
    const mine = scene.browser();
    const answer = await atProvider(mine, login);
    const theirs = await scene.browser().go(answer);
    expect([theirs.status, theirs.text]).toEqual([400, expect.stringContaining('begun elsewhere')]);
    // And then it is over for the one who began it, too: the state has been seen.
    expect((await mine.go(answer)).text).toContain('is over');

    const again = await atProvider(mine, login);
    expect(codeIn(await mine.go(again))).toMatch(/^[\w-]{43}$/);
    expect((await mine.go(again)).text).toContain('is over');
    // Another browser that has a sign-on of its own under way is still another browser.
    const other = scene.browser();
    await other.go(beginning().url);
    const third = await atProvider(mine, login);
    expect((await other.go(third)).text).toContain('begun elsewhere');
  });

  it('is over after ten minutes', async () => {
    const scene = await setting();
    const browser = scene.browser();
    const answer = await atProvider(browser, anAccount());
    scene.clock.now += 10 * MINUTE;
    expect((await browser.go(answer)).text).toContain('is over');
  });

  it('believes no answer that was meant for another sign-on, another client or came from elsewhere', async () => {
    const scene = await setting();
    const login = anAccount();
    const browser = scene.browser();
    const denied = ['access_denied', expect.stringContaining('cannot be believed')];
    const set = (name: string, value: string) => (url: URL) => {
      url.searchParams.set(name, value);
      return url;
    };
    // The id token has a nonce that is not ours.
    const nonce = await atProvider(browser, login, set('nonce', newSecret()));
    expect(refusalIn(await browser.go(nonce))).toEqual(denied);
    // The code belongs to somebody else's verifier: injected, or stolen from another sign-on.
    const pkce = await atProvider(browser, login, set('code_challenge', challengeOf(newSecret())));
    expect(refusalIn(await browser.go(pkce))).toEqual(denied);
    const swapped = await atProvider(browser, login);
    const stolen = await atProvider(browser, login);
    swapped.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(refusalIn(await browser.go(swapped))).toEqual(denied);
    const client = await atProvider(browser, login, set('client_id', 'other'));
    expect(refusalIn(await browser.go(client))).toEqual(denied);
    // Mixed up: another provider says it answered.
    const mixed = await atProvider(browser, login);
    mixed.searchParams.set('iss', 'https://evil.example');
    expect(refusalIn(await browser.go(mixed))).toEqual(denied);
    const unsaid = await atProvider(browser, login);
    unsaid.searchParams.delete('iss');
    expect(refusalIn(await browser.go(unsaid))).toEqual(denied);
    const { members } = team.parse(
      (await scene.ask({ path: '/api/team', token: scene.tokens.admin })).body,
    );
    expect(members.filter(({ via }) => via === 'sign-on')).toEqual([]);
  });

  it('leads back to known extensions only, letter by letter', async () => {
    const mine = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/x';
    const { browser } = await setting({}, { redirects: [mine] });
    for (const wrong of [
      'https://evil.example/',
      `${BACK}x`,
      BACK.slice(0, -1),
      `${BACK}?x=1`,
      BACK.replace('https', 'http'),
      BACK.replace('pjmo', 'pjma'),
      BACK.replace('.org/', '.org.evil.example/'),
      'https://evil.example@pjmoebhlmlcgciihlhgknohonbpagelf.chromiumapp.org/',
      '',
    ]) {
      const shown = await browser().go(beginning({ redirect_uri: wrong }).url);
      expect([shown.status, shown.text], wrong).toEqual([400, expect.stringContaining('not know')]);
    }
    const client = await browser().go(beginning({ client_id: 'somebody' }).url);
    expect(client.status).toBe(400);
    const hash = createHash('sha1').update('truce@truce.example').digest('hex');
    for (const right of [
      mine,
      `https://${hash}.extensions.allizom.org/`,
      `http://127.0.0.1/mozoauth2/${hash}`,
    ]) {
      const shown = await browser().go(beginning({ redirect_uri: right }).url);
      expect(shown.text).toContain('<form');
    }
  });

  it('takes PKCE by S256 and nothing less', async () => {
    const { browser } = await setting();
    const wrong: Record<string, string | null>[] = [
      { code_challenge: null },
      { code_challenge_method: null },
      { code_challenge_method: 'plain' },
      { code_challenge: 'short' },
      { state: null },
      { state: 'short' },
    ];
    for (const over of wrong) {
      const shown = await browser().go(beginning(over).url);
      expect(refusalIn(shown)[0], JSON.stringify(over)).toBe('invalid_request');
    }
    const implicit = await browser().go(beginning({ response_type: 'token' }).url);
    expect(refusalIn(implicit)[0]).toBe('unsupported_response_type');
  });

  it('gives a code up once, to who began, within a minute', async () => {
    const scene = await setting();
    const login = anAccount();
    const signIn = async () => {
      const { url, verifier } = beginning();
      const code = codeIn(await scene.browser().signIn(url, login));
      return { code, code_verifier: verifier };
    };
    const grant = { status: 400, body: { error: 'invalid_grant' } };

    const other = await signIn();
    expect(await token(scene.app, { ...other, code_verifier: newSecret() })).toMatchObject(grant);
    expect(await token(scene.app, other), 'used up by the wrong verifier').toMatchObject(grant);
    const elsewhere = await signIn();
    const redirect_uri = 'http://127.0.0.1/mozoauth2/0000000000000000000000000000000000000000';
    expect(await token(scene.app, { ...elsewhere, redirect_uri })).toMatchObject(grant);
    const late = await signIn();
    scene.clock.now += MINUTE;
    expect(await token(scene.app, late)).toMatchObject(grant);
    for (const [over, error] of [
      [{ grant_type: 'password' }, 'unsupported_grant_type'],
      [{ client_id: 'x' }, 'invalid_client'],
      [{ code: '' }, 'invalid_request'],
    ] as const) {
      expect(await token(scene.app, { ...late, ...over })).toMatchObject({ body: { error } });
    }

    const good = await signIn();
    const answers = await Promise.all([token(scene.app, good), token(scene.app, good)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    // Somebody else has seen this code, so nobody keeps what it was changed for.
    const taken = pairAnswer.parse(answers.find(({ status }) => status === 200)?.body);
    await token(scene.app, good);
    expect((await scene.ask({ path: '/api/me', token: taken.token })).status).toBe(401);
  });

  it('lets codes be guessed thirty times, and no more', async () => {
    const scene = await setting();
    const guess = () => token(scene.app, { code: newSecret(), code_verifier: newSecret() });
    const answers = await Promise.all(Array.from({ length: 33 }, guess));
    const tried = answers.filter(({ status }) => status === 400).length;
    expect(tried).toBeLessThanOrEqual(30);
    for (let n = tried; n < 30; n++) expect(await guess()).toMatchObject({ status: 400 });
    expect(await guess()).toMatchObject({ status: 429 });
  });

  it('keeps hashes and sealed things only, and writes down who came in', async () => {
    const scene = await setting();
    const login = anAccount();
    const browser = scene.browser();
    const { url, verifier } = beginning();
    const begun = await browser.go(url);
    expect(begun.text).toContain('<form');
    const { searchParams } = new URL(browser.visited[1] ?? '');
    const rows = JSON.stringify(await db().selectFrom('sign_on').selectAll().execute());
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(rows).not.toContain(searchParams.get(name));
    }
    const shown = await browser.signIn(url, login);
    const codes = JSON.stringify(await db().selectFrom('sign_on_code').selectAll().execute());
    expect(codes).not.toContain(codeIn(shown));
    await token(scene.app, { code: codeIn(shown), code_verifier: verifier });
    const audit = await scene.ask({ path: '/api/audit', token: scene.tokens.admin });
    expect(auditPage.parse(audit.body).entries).toMatchObject([
      { action: 'member.joined', by: { name: 'Kim Ito' }, what: 'Kim Ito (rep)' },
    ]);
  });
});
