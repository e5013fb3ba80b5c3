/** Whether an answer is one that may be given. */
import * as z from 'zod/mini';
import { problem } from '../../../lib/contract/problem.ts';
import { alsoReached } from './cases.ts';
import type { Shot } from './shots.ts';
import type { Reply } from './wire.ts';

/** Where a person in a window, or an OAuth client, waits for the answer: RFC 6749 has refusals of its own. */
const PAGES = new Set(['GET /oauth/authorize', 'GET /auth/callback', 'GET /invite']);
const OAUTH = new Set(['POST /oauth/token', 'POST /oauth/revoke']);
const oauthError = z.object({
  error: z.string().check(z.regex(/^[a-z_]+$/)),
  error_description: z.string().check(z.regex(/\w{4}.*\.$/)),
});

/** What must not be told to anybody: where our code lies, what the database says. */
const INSIDE =
  /node_modules|\/server\/|\.ts:\d+|at \w+ \(|syntax error at|violates|invalid input syntax|pg_catalog/;

export interface Verdict {
  /** What is wrong with the answer; null when it is as it should be. */
  wrong: string | null;
  /** Whether the route's own code has said yes, or as much of a yes as can be had. */
  isReached: boolean;
}

export function judged(shot: Shot, reply: Reply): Verdict {
  const { status } = reply;
  const isReached =
    shot.how !== 'raw' &&
    ((status >= 200 && status < 300) || alsoReached(shot.key).includes(status));
  return { wrong: wrongWith(shot, reply), isReached };
}

function wrongWith(shot: Shot, { status, headers, body, none }: Reply): string | null {
  if (status === 0) {
    // Bytes that are no whole request need no answer, and a stream none that ends.
    if (none === 'cut' || shot.raw || (none === 'broken' && isFarTooMuch(shot))) return null;
    return `no answer (${none})`;
  }
  if (status >= 500) return 'a mistake of the store';
  const text = body.toString('utf8');
  const isJson = /json/.test(headers['content-type'] ?? '');
  if (status >= 400) {
    if (INSIDE.test(text)) return 'tells of the inside';
    return refusalWrong(shot, status, headers, text);
  }
  if (status >= 200 && status < 300) {
    if (!mayHave(shot)) return `given to somebody who may not have it (${shot.who})`;
    if (isJson && !shot.raw && !headers['content-type']?.includes('ndjson'))
      return answerWrong(shot, text);
  }
  return null;
}

/** Whoever still sends when the store has said no and hung up may lose what it said. */
function isFarTooMuch({ path, body }: Shot): boolean {
  return path.length > 16_000 || (body?.length ?? 0) > 1_000_000;
}

function refusalWrong(
  shot: Shot,
  status: number,
  headers: Record<string, string>,
  text: string,
): string | null {
  if (shot.method === 'HEAD' || text === '') return shot.raw ? null : 'a refusal without a word';
  const type = headers['content-type'] ?? '';
  if (PAGES.has(shot.key) && type.startsWith('text/html'))
    return /<p>.*\w{4}.*\.<\/p>/s.test(text) ? null : 'a page without a sentence';
  if (OAUTH.has(shot.key) && type.startsWith('application/json')) {
    return oauthError.safeParse(asJson(text)).success ? null : 'no refusal as OAuth has it';
  }
  if (type !== 'application/problem+json') return `refused as ${type || 'nothing'}`;
  const read = problem.safeParse(asJson(text));
  if (!read.success) return 'no problem as the contract has it';
  const { title, detail, field } = read.data;
  if (!/\w{4}.*[.?]$/s.test(detail) || title.length < 4) return 'no sentence that says what to do';
  if (text.length > 3000) return `a refusal of ${text.length} bytes`;
  if ((status === 400 || status === 422) && !field) return 'does not name what is wrong';
  if (status === 405 && !headers.allow) return '405 without Allow';
  if (status === 429 && !headers['retry-after']) return '429 without Retry-After';
  if (status === 401 && !headers['www-authenticate']) return '401 without WWW-Authenticate';
  return null;
}

function answerWrong({ route, method }: Shot, text: string): string | null {
  if (method !== route.method) return null;
  const read = route.answer.safeParse(asJson(text));
  if (read.success) return null;
  const [issue] = read.error.issues;
  return `an answer that is not as declared: ${issue?.path.join('.')}: ${issue?.message}`;
}

/** Whoever is not fit gets nothing of a guarded route; another team's administrator gets what is theirs. */
function mayHave({ route, who, raw, body }: Shot): boolean {
  if (raw || route.role === 'nobody' || who === 'fit' || who === 'foreign') return true;
  // The proof may be in the address, which is not forged here, or in the body.
  if (route.role === 'source')
    return route.path.startsWith('/hooks/') || (body?.includes('writeKey') ?? false);
  return false;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
