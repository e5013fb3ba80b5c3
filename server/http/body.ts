/** Bodies, as far as they may go. */
import type { Context } from 'hono';
import { problemError } from './problems.ts';

/** More than any screen sends: 100 feedback items with their snapshots. */
export const API_BODY_LIMIT = 1_000_000;

/**
 * @param most bytes, counted while reading, whatever Content-Length says
 * @returns the raw body; throws `too-large` (413)
 */
export async function readBytes(context: Context, most: number): Promise<Buffer> {
  const announced = Number(context.req.header('content-length') ?? 0);
  if (announced > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of context.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @returns what the JSON says; throws `bad-request` (400) when it is not JSON */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw problemError(
      'bad-request',
      'The body is not JSON',
      'Send one JSON object, encoded in UTF-8, as the body of the request.',
    );
  }
}

/** @returns what a form says; a name that comes twice, which OAuth forbids, counts as not said */
export function parseForm(bytes: Buffer): Record<string, string> {
  const all = [...new URLSearchParams(bytes.toString('utf8'))];
  const names = all.map(([name]) => name);
  return Object.fromEntries(
    all.filter(([name]) => names.indexOf(name) === names.lastIndexOf(name)),
  );
}

function tooLarge(most: number) {
  return problemError(
    'too-large',
    'The request is too large',
    `Send at most ${Math.floor(most / 1000)} kB at once; split it into several requests.`,
  );
}
