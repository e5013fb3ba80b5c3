/** Whether the company's provider is there, and knows this store. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Env } from '../env.ts';
import { CALLBACK } from '../sign-on/authorize.ts';
import type { SignOnSettings } from '../sign-on/settings.ts';
import { type Ask, once, unanswered } from './asking.ts';
import { broken, type Finding, fine, look } from './finding.ts';

/** What it signs is good for minutes, by its clock. */
const CLOCK_TOLERANCE_MS = 60_000;

const configuration = z.object({ issuer: z.string(), authorization_endpoint: z.url() });

export async function examineSignOn(
  { signOn, publicUrl }: Pick<Env, 'signOn' | 'publicUrl'>,
  ask: Ask,
): Promise<Finding[]> {
  const what = 'sign-on';
  if (signOn === null) return [];
  const url = `${signOn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await ask(url, { ...once(), redirect: 'follow' });
    const read = configuration.safeParse(await answer.json().catch(() => null));
    if (!answer.ok || !read.success) {
      return [
        broken(
          what,
          `No provider answers at ${url} (${answer.status}): TRUCE_OIDC_ISSUER is another address.`,
        ),
      ];
    }
    if (read.data.issuer.replace(/\/$/, '') !== signOn.issuer.replace(/\/$/, '')) {
      return [
        broken(
          what,
          `The provider calls itself ${read.data.issuer}: set TRUCE_OIDC_ISSUER to exactly that.`,
        ),
      ];
    }
    const endpoint = read.data.authorization_endpoint;
    return [clock(answer.headers.get('date')), await knowsUs(endpoint, signOn, publicUrl, ask)];
  } catch (error) {
    const { says } = unanswered(what, url, error);
    return [broken(what, `Nobody can sign on. ${says}`)];
  }
}

function clock(date: string | null): Finding {
  const what = 'clock, by the provider';
  const apart = Date.now() - Date.parse(date ?? '');
  if (Number.isNaN(apart)) return fine(what, 'It does not say what time it is.');
  const seconds = Math.round(Math.abs(apart) / 1000);
  return Math.abs(apart) <= CLOCK_TOLERANCE_MS
    ? fine(what, `Within ${seconds} s of the provider’s.`)
    : broken(
        what,
        `This machine’s clock is ${seconds} s away from the provider’s, so what it signs is refused: set it by NTP.`,
      );
}

/**
 * Asks to sign on without a person: a provider that knows the address sends back there at once, with the news that somebody
 * has to be asked. One that does not know it shows its page of errors, since it may not send anybody there.
 */
async function knowsUs(
  endpoint: string,
  { clientId, name }: SignOnSettings,
  publicUrl: string | null,
  ask: Ask,
): Promise<Finding> {
  const what = 'sign-on';
  const callback = `${publicUrl}${CALLBACK}`;
  const url = new URL(endpoint);
  const wanted = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid email profile',
    prompt: 'none',
    state: 'doctor',
    nonce: 'doctor',
    code_challenge: createHash('sha256').update('doctor').digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [key, value] of Object.entries(wanted)) url.searchParams.set(key, value);
  const answer = await ask(url.href, once());
  await answer.body?.cancel();
  if ((answer.headers.get('location') ?? '').startsWith(callback)) {
    return fine(what, `${name} answers, and sends people back to ${callback}.`);
  }
  if (answer.status >= 400) {
    return broken(
      what,
      `${name} refuses this store (${answer.status}): register ${callback} there as the address to send people back to, and look at TRUCE_OIDC_CLIENT_ID.`,
    );
  }
  return look(
    what,
    `${name} answers, but did not say whether it sends people back to ${callback}; sign on once to see.`,
  );
}
