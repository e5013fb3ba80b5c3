/**
 * Coming in through the company's own sign-on. The store is our OAuth server (Authorization Code with PKCE); where the
 * person signs in is the store's business, and happens in a window of the browser's own.
 */
import * as oauth from 'oauth4webapi';
import { type Member, type PairAnswer, pairAnswer, storeOrigin } from '../contract/access.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { cutLine } from '../contract/text.ts';
import { browser } from '../platform/browser.ts';
import type { ConnectionStore } from '../platform/connection.ts';
import { connectAs, deviceLabel, noSuchAddress } from './pair.ts';

const CLIENT = { client_id: 'truce-extension' };
const TIMEOUT_MS = 20_000;

/** How the browser goes to the provider: in a window that somebody sees, or unseen and only as far as that goes by itself. */
type Window = {
  interactive: boolean;
  abortOnLoadForNonInteractive?: boolean;
  timeoutMsForNonInteractive?: number;
};
const UNSEEN_MS = 8000;
const IN_A_WINDOW: Window = { interactive: true };
/**
 * Chromium gives up at the first page otherwise, and providers pass people on by pages with a script. Firefox follows
 * redirects only, and refuses to be told more.
 */
const unseen = (): Window =>
  browser.runtime.getURL('').startsWith('moz-extension:')
    ? { interactive: false }
    : {
        interactive: false,
        abortOnLoadForNonInteractive: false,
        timeoutMsForNonInteractive: UNSEEN_MS,
      };

/** As `signOn`, for whom the provider knows already, without anything to be seen. */
export const signOnUnseen = (
  connections: ConnectionStore,
  cards: { forgetAll(): Promise<void> },
  store: string,
): Promise<Result<Member>> => signOn(connections, cards, store, unseen());

/** @returns who we are now; or that it was cancelled, or why the store or the provider refused */
export async function signOn(
  connections: ConnectionStore,
  cards: { forgetAll(): Promise<void> },
  typed: string,
  how: Window = IN_A_WINDOW,
): Promise<Result<Member>> {
  const store = storeOrigin(typed);
  if (!store) return noSuchAddress();
  const answer = await signedOn(new URL(store), how);
  return answer.ok ? connectAs(connections, cards, store, answer.value) : answer;
}

async function signedOn(store: URL, how: Window): Promise<Result<PairAnswer>> {
  try {
    const server = await serverAt(store);
    if (!server.ok) return server;
    const redirect = browser.identity.getRedirectURL();
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const begin = await beginning(server.value, redirect, state, verifier);
    const back = await inWindow(begin, how);
    if (!back.ok) return back;
    const parameters = oauth.validateAuthResponse(server.value, CLIENT, back.value, state);
    const answered = await oauth.authorizationCodeGrantRequest(
      server.value,
      CLIENT,
      oauth.None(),
      parameters,
      redirect,
      verifier,
      { ...options(store), additionalParameters: { label: deviceLabel() } },
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server.value, CLIENT, answered);
    const parsed = pairAnswer.safeParse(tokens);
    return parsed.success ? done(parsed.data) : notBelieved();
  } catch (error) {
    return problemIn(error);
  }
}

/** Plain http is for this very machine only (`storeOrigin`). */
const options = (store: URL) => ({
  [oauth.allowInsecureRequests]: store.protocol === 'http:',
  signal: () => AbortSignal.timeout(TIMEOUT_MS),
});

async function serverAt(store: URL): Promise<Result<oauth.AuthorizationServer>> {
  const answer = await oauth.discoveryRequest(store, { ...options(store), algorithm: 'oauth2' });
  if (answer.status === 404) {
    return failed(
      'not-found',
      'This store has no sign-on',
      'Ask an admin of your team for a code or an invitation link.',
    );
  }
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const own = typeof said === 'object' && said !== null && 'issuer' in said ? said.issuer : null;
  if (typeof own === 'string' && own !== store.origin) {
    return failed(
      'bad-answer',
      'The store has another address',
      `Enter ${cutLine(own, 200)} instead; that is how it calls itself.`,
    );
  }
  return done(await oauth.processDiscoveryResponse(store, answer));
}

async function beginning(
  server: oauth.AuthorizationServer,
  redirect: string,
  state: string,
  verifier: string,
): Promise<URL> {
  if (!server.authorization_endpoint) throw new Error('The store says no address to sign on at.');
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    ...CLIENT,
    response_type: 'code',
    redirect_uri: redirect,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  return url;
}

/** @returns the address that the store sent the person back to, which the browser keeps for us */
async function inWindow(url: URL, how: Window): Promise<Result<URL>> {
  try {
    const back = await browser.identity.launchWebAuthFlow({ url: url.href, ...how });
    return done(new URL(back));
  } catch (error) {
    // Both browsers say the same whether the window was closed or its page did not load, but for the words.
    const unloaded = error instanceof Error && /could not be loaded/i.test(error.message);
    if (unloaded) return storeSilent();
    return how.interactive ? cancelled() : needsPress();
  }
}

function problemIn(error: unknown): Result<never> {
  if (error instanceof oauth.AuthorizationResponseError) {
    const why = cutLine(error.error_description ?? 'Start again.', 300);
    return error.error === 'temporarily_unavailable'
      ? failed('offline', 'Sign-on does not work just now', why)
      : failed('not-allowed', 'You were not signed on', why);
  }
  if (error instanceof oauth.ResponseBodyError) {
    const why = cutLine(error.error_description ?? 'Start again.', 300);
    return failed('not-allowed', 'You were not signed on', why);
  }
  if (error instanceof oauth.OperationProcessingError) return notBelieved();
  return storeSilent();
}

function cancelled(): Result<never> {
  return failed(
    'not-signed-in',
    'The sign-on was cancelled',
    'Its window was closed before the end. Nothing was changed; start again when you like.',
  );
}

function needsPress(): Result<never> {
  return failed(
    'not-signed-in',
    'Nobody is signed in at your company in this browser yet',
    'It is tried again by itself. Signing in by hand works at once.',
  );
}

function notBelieved(): Result<never> {
  return failed(
    'bad-answer',
    'Something else answered for the store',
    'A network sign-in page or another version of the store may be in between. Nobody was signed on; try again.',
  );
}

function storeSilent(): Result<never> {
  return failed(
    'offline',
    'The store does not answer',
    'Check the address and the network, or ask whoever runs the store.',
  );
}

/** Ends a token that is no longer needed. Whether it comes through or not: what is never used ends by itself. */
export async function endToken({ store, token }: { store: string; token: string }): Promise<void> {
  const server = { issuer: store, revocation_endpoint: `${store}/oauth/revoke` };
  await oauth
    .revocationRequest(server, CLIENT, oauth.None(), token, options(new URL(store)))
    .catch(() => null);
}
