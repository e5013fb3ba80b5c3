/** The company's provider, as its client: openid-client behind the three questions that the store has. */
import * as oidc from 'openid-client';
import { type Identity, identityIn } from './identity.ts';
import type { SignOnSettings } from './settings.ts';

const TIMEOUT_S = 10;
/** Keys and addresses of a provider change seldom; a day old ones would keep people out for a day. */
const FRESH_MS = 3_600_000;

/** What makes one sign-on itself: never in an address but as a digest, and the nonce. */
export interface Secrets {
  nonce: string;
  verifier: string;
}

/** `down`: later; `cancelled`: the person did not want; `refused`: the provider did not; `not-valid`: what came cannot be believed. */
export type Trouble = 'down' | 'cancelled' | 'refused' | 'not-valid';

export interface Provider {
  name: string;
  settings: SignOnSettings;
  /** @returns where to send the person */
  begin: (callback: string, state: string, secrets: Secrets) => Promise<URL | Trouble>;
  /** @param answered the address they came back to, with what the provider added */
  finish: (answered: URL, state: string, secrets: Secrets) => Promise<Identity | Trouble>;
}

/** @param now milliseconds since 1970 */
export function createProvider(settings: SignOnSettings, now: () => number = Date.now): Provider {
  const configuration = remembered(() => discovered(settings), now);
  return {
    name: settings.name,
    settings,
    async begin(callback, state, { nonce, verifier }) {
      return troubled(async () =>
        oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: callback,
          scope: 'openid email profile',
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        }),
      );
    },
    async finish(answered, state, { nonce, verifier }) {
      return troubled(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, answered, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return 'not-valid';
        const { userinfo_endpoint } = config.serverMetadata();
        // Many put no address into the token itself.
        const more =
          claims.email === undefined && userinfo_endpoint !== undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {};
        return identityIn({ ...more, ...claims });
      });
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: SignOnSettings) {
  const insecure = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const found = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT_S,
    execute: insecure,
  });
  const metadata = found.serverMetadata();
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  // Basic is what a client is registered with when nobody says otherwise.
  const authentication = methods.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret);
  const config = new oidc.Configuration(metadata, clientId, clientSecret, authentication);
  config.timeout = TIMEOUT_S;
  for (const allow of insecure) allow(config);
  // The token came straight from the provider, but a proxy in between may not be who it says it is.
  oidc.enableNonRepudiationChecks(config);
  return config;
}

/** Asks once for all who want it; what failed is asked again. */
function remembered<T>(ask: () => Promise<T>, now: () => number): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | null = null;
  return () => {
    if (last && now() - last.at < FRESH_MS) return last.answer;
    const asked = { at: now(), answer: ask() };
    last = asked;
    asked.answer.catch(() => {
      if (last === asked) last = null;
    });
    return asked.answer;
  };
}

async function troubled<T>(work: () => Promise<T>): Promise<T | Trouble> {
  try {
    return await work();
  } catch (error) {
    return troubleOf(error);
  }
}

/** Answers that are no answers: the provider, or something in front of it, is not well. */
const NO_ANSWER = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_ABORT']);

function troubleOf(error: unknown): Trouble {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    const later = ['temporarily_unavailable', 'server_error'].includes(error.error);
    return later ? 'down' : 'refused';
  }
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? 'down' : 'not-valid';
  if (error instanceof oidc.ClientError) {
    return NO_ANSWER.has(error.code ?? '') ? 'down' : 'not-valid';
  }
  // What fetch throws when nobody is there.
  return 'down';
}
