/** `GET /auth/callback`: the person is back from the provider, and goes on to the extension that waits. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { hashed } from '../access/codes.ts';
import { sameText } from '../doors/signing.ts';
import { baseUrlOf } from '../http/base-url.ts';
import type { Store } from '../http/context.ts';
import { escaped, pageAnswer } from '../http/page.ts';
import { route } from '../http/route.ts';
import { admitted, type Seat } from './admit.ts';
import { redirected, refusedBack, sentencePage, wayBack } from './answers.ts';
import { CALLBACK } from './authorize.ts';
import { codesFor } from './codes.ts';
import { knownBrowser } from './cookie.ts';
import { sentenceFor } from './sentences.ts';

const secretsShape = z.object({ nonce: z.string(), verifier: z.string() });

const AGAIN = 'Close this window, then sign on again from the options of Truce.';

export const callbackRoute = route({
  method: 'GET',
  path: CALLBACK,
  role: 'nobody',
  answer: z.unknown(),
  handle: async ({ store, context }) => {
    const state = context.req.query('state') ?? '';
    const begun = await taken(store, state);
    if (!begun)
      return sentencePage(
        'This sign-on is over',
        `It was used already, or it took too long. ${AGAIN}`,
      );
    const browser = knownBrowser(context, baseUrlOf(store, context));
    if (browser === null || !sameText(hashed(browser), begun.browser_hash)) {
      return sentencePage(
        'This sign-on was begun elsewhere',
        `It can only be finished in the browser that began it. ${AGAIN}`,
      );
    }
    return finished(store, context, state, begun);
  },
});

/** Takes the row out, so that whatever comes of it comes of it once. */
async function taken({ db, now }: Store, state: string) {
  return db
    .deleteFrom('sign_on')
    .where('state_hash', '=', hashed(state))
    .where('expires_at', '>', new Date(now()))
    .returningAll()
    .executeTakeFirst();
}

type Begun = NonNullable<Awaited<ReturnType<typeof taken>>>;

async function finished(
  store: Store,
  context: Context,
  state: string,
  begun: Begun,
): Promise<Response> {
  const { provider } = store;
  const issuer = baseUrlOf(store, context);
  if (!provider) {
    return refusedBack(begun, issuer, 'server_error', 'Sign-on was switched off meanwhile.');
  }
  // As it was registered, with what came: a proxy may have changed how the request itself looks.
  const answered = new URL(issuer + CALLBACK + new URL(context.req.url).search);
  const secrets = secretsShape.parse(JSON.parse(store.seal.open(begun.secrets)));
  const who = await provider.finish(answered, state, secrets);
  if (typeof who === 'string') {
    if (who !== 'cancelled') store.log.warn({ trouble: who }, 'a sign-on failed at the provider');
    const error = who === 'down' ? 'temporarily_unavailable' : 'access_denied';
    return refusedBack(begun, issuer, error, sentenceFor(who, provider.name));
  }
  const admission = await admitted(store, provider.settings, who);
  if (admission.is === 'barred') {
    return refusedBack(begun, issuer, 'access_denied', admission.sentence);
  }
  const codes = await codesFor(store, admission.seats, begun);
  const ways = codes.map((code) => wayBack(begun, issuer, { code }));
  const [only] = ways;
  return ways.length === 1 && only ? redirected(only) : choice(admission.seats, ways);
}

/** Somebody in several teams says which one this browser is for; each way has a code of its own. */
function choice(seats: readonly Seat[], ways: readonly string[]): Response {
  const links = seats.map(
    ({ workspace }, place) =>
      `<p><a class="button" href="${escaped(ways[place] ?? '')}">${escaped(workspace)}</a></p>`,
  );
  const body = `<p>You are in several. This browser works with one of them at a time.</p>\n${links.join('\n')}`;
  return pageAnswer({ title: 'Which workspace is this browser for?', body });
}
