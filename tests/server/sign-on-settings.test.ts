import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { identityIn } from '../../server/sign-on/identity.ts';
import { mayLeadTo } from '../../server/sign-on/redirects.ts';

const WHOLE = {
  TRUCE_URL: 'https://truce.acme.example/',
  TRUCE_OIDC_ISSUER: 'https://login.acme.example/realms/acme',
  TRUCE_OIDC_CLIENT_ID: 'truce',
  TRUCE_OIDC_CLIENT_SECRET: 'secret',
};

describe('the settings of sign-on', () => {
  it('are off when nothing is said', () => {
    expect(readEnv({})).toMatchObject({ value: { signOn: null, redirects: [], idleMs: 7_776e6 } });
  });

  it('are read as people write them', () => {
    const build = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
    const env = readEnv({
      ...WHOLE,
      TRUCE_OIDC_NAME: 'Acme ID',
      TRUCE_OIDC_DOMAINS: '@Acme.example, acme.co.example ,',
      TRUCE_OIDC_ADMINS: 'Ada@acme.example,bo@acme.example',
      TRUCE_OIDC_ROLE: 'marketer',
      TRUCE_REDIRECT_URIS: build,
      TRUCE_IDLE_DAYS: '30',
    });
    expect(env).toMatchObject({
      value: {
        publicUrl: 'https://truce.acme.example',
        idleMs: 30 * 86_400_000,
        redirects: [build],
        signOn: {
          issuer: WHOLE.TRUCE_OIDC_ISSUER,
          name: 'Acme ID',
          domains: ['acme.example', 'acme.co.example'],
          admins: ['ada@acme.example', 'bo@acme.example'],
          role: 'marketer',
          trustsEmail: false,
        },
      },
    });
    expect(readEnv(WHOLE)).toMatchObject({
      value: { signOn: { name: 'login.acme.example', domains: [], role: 'rep' } },
    });
  });

  it.each([
    [{ ...WHOLE, TRUCE_URL: '' }, 'TRUCE_URL'],
    [{ ...WHOLE, TRUCE_OIDC_CLIENT_ID: '' }, 'TRUCE_OIDC_CLIENT_ID'],
    [{ ...WHOLE, TRUCE_OIDC_CLIENT_SECRET: '' }, 'TRUCE_OIDC_CLIENT_SECRET'],
    [{ ...WHOLE, TRUCE_OIDC_ISSUER: 'http://login.acme.example' }, 'TRUCE_OIDC_ISSUER'],
    [{ ...WHOLE, TRUCE_OIDC_ISSUER: 'login.acme.example' }, 'TRUCE_OIDC_ISSUER'],
    [
      { ...WHOLE, TRUCE_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      'TRUCE_OIDC_ISSUER',
    ],
    [{ ...WHOLE, TRUCE_OIDC_DOMAINS: 'acme.example; evil' }, 'TRUCE_OIDC_DOMAINS'],
    [{ ...WHOLE, TRUCE_OIDC_DOMAINS: '*' }, 'TRUCE_OIDC_DOMAINS'],
    [{ ...WHOLE, TRUCE_OIDC_ADMINS: 'ada' }, 'TRUCE_OIDC_ADMINS'],
    [{ ...WHOLE, TRUCE_OIDC_ROLE: 'boss' }, 'TRUCE_OIDC_ROLE'],
    [{ ...WHOLE, TRUCE_OIDC_TRUST_EMAIL: 'perhaps' }, 'TRUCE_OIDC_TRUST_EMAIL'],
    [{ TRUCE_REDIRECT_URIS: 'https://evil.example/' }, 'TRUCE_REDIRECT_URIS'],
    [{ TRUCE_IDLE_DAYS: '0' }, 'TRUCE_IDLE_DAYS'],
  ])('name the one that is wrong: %j', (variables, name) => {
    const env = readEnv(variables);
    expect(env).toMatchObject({ ok: false });
    if (!env.ok) expect(env.problem.detail).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it('let sign-on lead back to the extension as it is built', () => {
    const config = readFileSync(join(import.meta.dirname, '../../wxt.config.ts'), 'utf8');
    const [, key = ''] = /CHROMIUM_KEY =\s+'([^']+)'/.exec(config) ?? [];
    const [, gecko = ''] = /gecko: \{\s+id: '([^']+)'/.exec(config) ?? [];
    // Chromium's id of an extension: the first half of its key's digest, in the letters a to p.
    const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
    const id = [...digest.slice(0, 32)]
      .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
      .join('');
    const hash = createHash('sha1').update(gecko).digest('hex');
    for (const uri of [
      `https://${id}.chromiumapp.org/`,
      `https://${hash}.extensions.allizom.org/`,
      `http://127.0.0.1/mozoauth2/${hash}`,
    ]) {
      expect(mayLeadTo(uri, []), uri).toBe(true);
    }
  });
});

describe('an address', () => {
  const said = (claims: Record<string, unknown>, iss = 'https://login.acme.example') =>
    identityIn({ iss, sub: '1', email: 'Kim@Acme.example', ...claims });

  it('is theirs when the provider says so, and only then', () => {
    expect(said({ email_verified: true })).toMatchObject({
      email: 'kim@acme.example',
      verified: true,
    });
    expect(said({ email_verified: 'true' }).verified).toBe(true);
    for (const no of [false, 'false', 1, null]) {
      expect(said({ email_verified: no }).verified, String(no)).toBe(false);
    }
    expect(said({}).verified).toBeNull();
    expect(said({ email: 'not an address' }).email).toBeNull();
  });

  it('of a company is believed from Google only of accounts that the company runs', () => {
    const google = (claims: Record<string, unknown>) =>
      said({ email_verified: true, ...claims }, 'https://accounts.google.com').verified;
    expect(google({ hd: 'acme.example' })).toBe(true);
    expect(google({})).toBe(false);
    expect(google({ email: 'kim@gmail.com' })).toBe(true);
  });
});
