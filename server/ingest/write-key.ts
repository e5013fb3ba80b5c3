/** Which sender this is: by Basic auth, as the server libraries do, or by `writeKey` in the body, as browsers do. */
import type { Context } from 'hono';
import { type KnownSource, sourceByKey } from '../access/known-sources.ts';
import type { Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { type Loose, line, own } from './read.ts';

/** @returns the source; throws `not-signed-in` (401) when there is no good key in either place */
export async function sourceOf(store: Store, context: Context, body: Loose): Promise<KnownSource> {
  const key = basicUser(context.req.header('authorization')) ?? line(own(body, 'writeKey'));
  const source = key === null ? null : await sourceByKey(store.db, key);
  if (source) return source;
  throw problemError(
    'not-signed-in',
    'The write key is not known',
    'An admin can make one; send it as the user name of Basic authentication, or as “writeKey” in the body.',
  );
}

/** @returns the source whose key is in the header; null when there is none, be it good or bad */
export async function sourceByHeader(store: Store, context: Context): Promise<KnownSource | null> {
  const key = basicUser(context.req.header('authorization'));
  return key === null ? null : sourceByKey(store.db, key);
}

/** `Basic base64(writeKey:)` */
function basicUser(header: string | undefined): string | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const [user] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return line(user);
}
