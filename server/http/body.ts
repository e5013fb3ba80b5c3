/** Bodies, as far as they may go. */
import type { Context } from 'hono';
import { problemError } from './problems.ts';

/** More than any screen sends: 100 feedback items with their snapshots. */
export const API_BODY_LIMIT = 1_000_000;
/** Forms come from anybody, and hold a code, two addresses and a few words. */
export const FORM_LIMIT = 32_000;

/** Four megabytes over the worst line anybody works on; a body that takes longer is sent to hold a connection. */
const PATIENCE_MS = 60_000;
/** More than anything of ours has: feedback with its snapshot is eight deep. */
const DEEPEST = 40;

/**
 * @param most bytes, counted while reading, whatever Content-Length says
 * @param patienceMs how long the whole of it may take
 * @returns the raw body; throws `too-large` (413), or `bad-request` (408) when it does not arrive
 */
export async function readBytes(
  context: Context,
  most: number,
  patienceMs = PATIENCE_MS,
): Promise<Buffer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooSlow()), patienceMs);
  try {
    return await Promise.race([readWhole(context, most), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readWhole(context: Context, most: number): Promise<Buffer> {
  const announced = Number(context.req.header('content-length') ?? 0);
  if (announced > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving(context)) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as it comes. Whoever goes away half-way is no mistake of the store, and none of its database. */
export async function* arriving(context: Context): AsyncGenerator<Uint8Array> {
  try {
    yield* context.req.raw.body ?? [];
  } catch {
    throw problemError(
      'bad-request',
      'The body broke off',
      'The connection ended before all of it had arrived; send it again.',
      { field: 'body' },
    );
  }
}

/** Of bodies that go on into schemas and tables as a whole: nobody means forty levels, and recursion has an end. */
export function refuseDepth(bytes: Buffer): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    if (depth <= DEEPEST) continue;
    throw problemError(
      'bad-request',
      'The request is nested too deeply',
      `Send JSON of at most ${DEEPEST} levels; nothing this store takes has more.`,
      { field: 'body' },
    );
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** @returns what the JSON says; throws `bad-request` (400) when it is not JSON */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw problemError(
      'bad-request',
      'The body is not JSON',
      'Send one JSON object, encoded in UTF-8, as the body of the request.',
      { field: 'body' },
    );
  }
}

/** @returns what a form says; a name that comes twice, which OAuth forbids, counts as not said */
export function parseForm(bytes: Buffer): Record<string, string> {
  const said = new Map<string, string | null>();
  for (const [name, value] of new URLSearchParams(bytes.toString('utf8'))) {
    said.set(name, said.has(name) ? null : value);
  }
  const once = [...said].filter((one): one is [string, string] => one[1] !== null);
  return Object.fromEntries(once);
}

function tooSlow() {
  return problemError(
    'bad-request',
    'The body did not arrive in time',
    'Send it again, in smaller requests or over a better connection.',
    { status: 408, field: 'body' },
  );
}

function tooLarge(most: number) {
  return problemError(
    'too-large',
    'The request is too large',
    `Send at most ${Math.floor(most / 1000)} kB at once; split it into several requests.`,
  );
}
