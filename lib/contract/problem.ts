/** What went wrong, what is safe, what to do: RFC 9457 on the wire, and the error half of every result. */
import * as z from 'zod/mini';

export const problemCode = z.enum([
  'bad-request',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'too-large',
  'too-many-requests',
  'conflict',
  'store-error',
  'offline',
  'not-connected',
  'bad-answer',
  'extension-restarted',
]);
export type ProblemCode = z.infer<typeof problemCode>;

export const problem = z.object({
  type: z._default(z.string(), 'about:blank'),
  code: problemCode,
  title: z.string(),
  /** What to do about it, in one sentence. */
  detail: z.string(),
  status: z.optional(z.int()),
  /** Of a bad request: what of it is wrong, `record.crm`; of the whole `body`, `query` or `address`. */
  field: z.optional(z.string()),
  /** Seconds to wait before trying again, when known. */
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof problem>;

/** An expected failure is a value, not an exception. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** @returns a successful result. */
export const done = <T>(value: T): Result<T> => ({ ok: true, value });

/** @returns a failed result, with what happened and what to do. */
export function failed(
  code: ProblemCode,
  title: string,
  detail: string,
  more: Partial<Problem> = {},
): Result<never> {
  return { ok: false, problem: { type: 'about:blank', code, title, detail, ...more } };
}
