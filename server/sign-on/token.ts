/** `POST /oauth/token` and `POST /oauth/revoke`, form-encoded as OAuth has it: a code for a token, and an end to it. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { cutLine, filled, LIMITS } from '../../lib/contract/text.ts';
import { countAttempt } from '../access/attempts.ts';
import { writeDown } from '../access/audit.ts';
import { hashed } from '../access/codes.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { CLIENT_ID, oauthRefusal } from './answers.ts';
import { exchanged } from './codes.ts';

/** Anything; what is wrong is answered in OAuth's words, not in ours. */
const form = z.record(z.string(), z.string());

/** Wrong codes of one address in ten minutes. */
const MOST = 30;

const exchange = z.object({
  code: z.string().check(z.regex(/^[\w-]{43}$/)),
  redirect_uri: z.string().check(z.maxLength(500)),
  code_verifier: z.string().check(z.regex(/^[\w.~-]{43,128}$/)),
});

export const tokenRoute = route({
  method: 'POST',
  path: '/oauth/token',
  role: 'nobody',
  body: 'form',
  input: form,
  answer: z.unknown(),
  handle: async ({ store, input, context }) => {
    if (input.grant_type !== 'authorization_code') {
      return oauthRefusal('unsupported_grant_type', 'Send grant_type=authorization_code.');
    }
    if (input.client_id !== CLIENT_ID) {
      return oauthRefusal('invalid_client', `Send client_id=${CLIENT_ID}.`, 401);
    }
    const asked = exchange.safeParse(input);
    if (!asked.success) {
      const sentence = 'Send code, redirect_uri and code_verifier, each once and as it was.';
      return oauthRefusal('invalid_request', sentence);
    }
    return change(store, context, { ...asked.data, label: labelIn(input) });
  },
});

async function change(
  store: Store,
  context: Context,
  asked: z.infer<typeof exchange> & { label: string },
): Promise<Response> {
  const attempt = await countAttempt(store, `token ${store.addressOf(context)}`, MOST);
  if (!attempt.ok) {
    const { detail, retryAfter } = attempt.problem;
    const refusal = oauthRefusal('temporarily_unavailable', detail, 429);
    refusal.headers.set('retry-after', String(retryAfter));
    return refusal;
  }
  const answer = await exchanged(store, asked);
  if (!answer) {
    return oauthRefusal(
      'invalid_grant',
      'This sign-on was used already, or took longer than a minute to finish. Sign on again.',
    );
  }
  await attempt.value();
  const { token, member } = answer;
  return Response.json(
    { access_token: token, token_type: 'Bearer', token, member },
    { headers: { 'cache-control': 'no-store' } },
  );
}

/** How the browser is called in lists; the extension sends it along. */
function labelIn({ label = '' }: Record<string, string>): string {
  const parsed = filled(LIMITS.name).safeParse(label);
  return parsed.success ? cutLine(parsed.data, LIMITS.name) : 'Browser';
}

export const revokeRoute = route({
  method: 'POST',
  path: '/oauth/revoke',
  role: 'nobody',
  body: 'form',
  input: form,
  answer: z.unknown(),
  handle: async ({ store, input: { token = '' } }) => {
    await ended(store, token);
    // Whether there was such a token is nobody's business (RFC 7009).
    return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } });
  },
});

/** Whoever has the token may end it: a browser that is disconnected says so itself. */
async function ended(store: Store, token: string): Promise<void> {
  await inTransaction(store.db, async (tx) => {
    const device = await tx
      .updateTable('device')
      .set({ revoked_at: new Date(store.now()) })
      .where('token_hash', '=', hashed(token))
      .where('revoked_at', 'is', null)
      .returning(['ws_id', 'member_id', 'label'])
      .executeTakeFirst();
    if (!device) return;
    await writeDown(tx, store, {
      wsId: device.ws_id,
      memberId: device.member_id,
      action: 'device.revoked',
      what: `${device.label}, by disconnecting it`,
    });
  });
}
