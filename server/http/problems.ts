/** Problems as answers: RFC 9457, with what to do in `detail`. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { failed, type Problem, type ProblemCode } from '../../lib/contract/problem.ts';

const STATUS: Partial<Record<ProblemCode, ContentfulStatusCode>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
  'store-error': 500,
};

/** Thrown where a value cannot be handed up (middleware, deep in a handler); answered like a returned one. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** @returns an error to throw, made as `failed` makes a result */
export function problemError(...of: Parameters<typeof failed>): ProblemError {
  const made = failed(...of);
  if (made.ok) throw new Error('failed() cannot succeed');
  return new ProblemError(made.problem);
}

/** @returns the problem as `application/problem+json`, with its status and Retry-After */
export function problemAnswer(context: Context, problem: Problem): Response {
  const status = (problem.status ?? STATUS[problem.code] ?? 500) as ContentfulStatusCode;
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter);
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  return context.body(JSON.stringify({ ...problem, status }), status, headers);
}

/** What the database says when it is away or overwhelmed; the same request may work in a moment. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57P03', '53300']);

/**
 * @returns the problem inside an error that was thrown, or a `store-error` that tells nothing about the inside
 */
export function problemOf(error: unknown): { problem: Problem; unexpected: boolean } {
  if (error instanceof ProblemError) return { problem: error.problem, unexpected: false };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isFull = error instanceof Error && error.message.startsWith('timeout exceeded when trying');
  const made =
    isFull || AWAY.has(code)
      ? failed(
          'store-error',
          'The store cannot reach its database',
          'Try again in a few seconds; if it stays, whoever runs the store should look at the database.',
          { status: 503, retryAfter: 5 },
        )
      : failed(
          'store-error',
          'The store made a mistake',
          'Try again in a minute; if it stays, whoever runs the store finds the cause in its log.',
          { status: 500 },
        );
  if (made.ok) throw new Error('failed() cannot succeed');
  return { problem: made.problem, unexpected: true };
}
