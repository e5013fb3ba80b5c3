/** `GET /oauth/authorize`: the extension begins a sign-on; the person goes on at the company's provider. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { countAttempt } from '../access/attempts.ts';
import { hashed, newSecret } from '../access/codes.ts';
import { baseUrlOf } from '../http/base-url.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { CLIENT_ID, redirected, refusedBack, sentencePage, type Way } from './answers.ts';
import { browserOf } from './cookie.ts';
import { mayLeadTo } from './redirects.ts';
import { sentenceFor } from './sentences.ts';

/** As long as somebody may take to find their phone. */
const MINUTES = 10;
/** Of one address in ten minutes; a whole office may come in at once. */
const MOST = 100;

export const CALLBACK = '/auth/callback';

/** What the extension has to say besides who it is and where it waits. */
const asked = z.object({
  response_type: z.literal('code'),
  code_challenge: z.string().check(z.regex(/^[\w-]{43}$/)),
  code_challenge_method: z.literal('S256'),
});

export const authorizeRoute = route({
  method: 'GET',
  path: '/oauth/authorize',
  role: 'nobody',
  answer: z.unknown(),
  handle: async ({ store, context }) => {
    const way = wayIn(store, context.req.query());
    if (way instanceof Response) return way;
    const attempt = await countAttempt(store, `sign-on ${store.addressOf(context)}`, MOST);
    if (!attempt.ok) {
      return sentencePage('Too many sign-ons from here', attempt.problem.detail, 429);
    }
    return begun(store, context, way);
  },
});

/** Until it is known who waits where, nothing may be sent there. */
function wayIn(store: Store, query: Record<string, string>): Way | Response {
  if (!store.provider) {
    return sentencePage(
      'There is no sign-on here',
      'Ask an admin of your team for a code or an invitation link, and enter it in the options of Truce.',
      404,
    );
  }
  const { client_id, redirect_uri = '', state = '' } = query;
  if (client_id !== CLIENT_ID || !mayLeadTo(redirect_uri, store.redirects)) {
    return sentencePage(
      'This store does not know that extension',
      'Install Truce from where your team gets it. Whoever runs the store can allow another build with TRUCE_REDIRECT_URIS.',
    );
  }
  return { redirect_uri, client_state: state };
}

async function begun(store: Store, context: Context, way: Way): Promise<Response> {
  const { provider } = store;
  const issuer = baseUrlOf(store, context);
  const parsed = asked.safeParse(context.req.query());
  if (!parsed.success || !/^[\x21-\x7e]{8,500}$/.test(way.client_state)) {
    const type = context.req.query('response_type') === 'code';
    return refusedBack(
      { ...way, client_state: way.client_state.slice(0, 500) },
      issuer,
      type ? 'invalid_request' : 'unsupported_response_type',
      'Begin with response_type=code, a state of 8 to 500 letters, and a code_challenge by S256.',
    );
  }
  if (!provider) throw new Error('A sign-on goes on without a provider.');
  const state = newSecret(store);
  const secrets = { nonce: newSecret(store), verifier: newSecret(store) };
  const { browser, cookie } = browserOf(store, context, issuer);
  const url = await provider.begin(issuer + CALLBACK, state, secrets);
  if (!(url instanceof URL)) {
    store.log.warn({ trouble: url }, 'the sign-on provider cannot be reached');
    return refusedBack(way, issuer, 'temporarily_unavailable', sentenceFor(url, provider.name));
  }
  await forgetOld(store);
  await store.db
    .insertInto('sign_on')
    .values({
      state_hash: hashed(state),
      browser_hash: hashed(browser),
      ...way,
      challenge: parsed.data.code_challenge,
      secrets: store.seal.close(JSON.stringify(secrets)),
      expires_at: new Date(store.now() + MINUTES * 60_000),
    })
    .execute();
  return redirected(url.href, { 'set-cookie': cookie });
}

/** Nobody else would remove those that were never finished. Used codes stay an hour, to be known again if tried twice. */
async function forgetOld({ db, now }: Store): Promise<void> {
  await db.deleteFrom('sign_on').where('expires_at', '<', new Date(now())).execute();
  await db
    .deleteFrom('sign_on_code')
    .where('expires_at', '<', new Date(now() - 3_600_000))
    .execute();
}
