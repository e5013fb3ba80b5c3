/** How the store answers a sign-on: back to the extension, or a small page where there is no way back. */
import { escaped, pageAnswer } from '../http/page.ts';

/** The extension, as an OAuth client: public, so its id is no secret. */
export const CLIENT_ID = 'truce-extension';

/** Where the extension waits, and what it knows its answer by. */
export interface Way {
  redirect_uri: string;
  client_state: string;
}

/** What went wrong, as OAuth names it. */
export type OAuthError =
  | 'invalid_request'
  | 'unsupported_response_type'
  | 'access_denied'
  | 'server_error'
  | 'temporarily_unavailable';

/** @returns the address that the browser hands to the extension */
export function wayBack(way: Way, issuer: string, said: Record<string, string>): string {
  const url = new URL(way.redirect_uri);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  url.searchParams.set('state', way.client_state);
  // Tells the extension which store answered (RFC 9207).
  url.searchParams.set('iss', issuer);
  return url.href;
}

/** @param sentence what to do, for the person; what OAuth does not allow in it is replaced */
export function refusedBack(
  way: Way,
  issuer: string,
  error: OAuthError,
  sentence: string,
): Response {
  return redirected(wayBack(way, issuer, { error, error_description: plain(sentence) }));
}

/** RFC 6749 allows printable ASCII without quotes and backslashes. */
export function plain(sentence: string): string {
  return sentence
    .replace(/[“”"]/g, "'")
    .replace(/’/g, "'")
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
}

/** @returns a redirect that leaves no trace of where it came from */
export function redirected(to: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 302,
    headers: {
      location: to,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  });
}

/** For when nobody waits for an answer, or nobody we may answer. */
export function sentencePage(title: string, sentence: string, status = 400): Response {
  return pageAnswer({ title, body: `<p>${escaped(sentence)}</p>`, status });
}

/** OAuth's own kind of refusal, of the addresses that no person looks at. */
export function oauthRefusal(error: string, sentence: string, status = 400): Response {
  return Response.json({ error, error_description: plain(sentence) }, { status });
}
