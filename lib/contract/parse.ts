/** Parsing at a boundary: a value, or one sentence that names the field. */
import type * as z from 'zod/mini';
import { done, failed, type Result } from './problem.ts';

const LONGEST = 200;
/** What the whole is called on the wire. */
const WHOLE: Record<string, string> = { request: 'body' };

/**
 * @param schema what is expected
 * @param input anything
 * @param what names the thing in the message: `feedback item`
 * @returns the parsed value, or a `bad-request` problem that names the first offending field
 */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown, what: string): Result<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return done(parsed.data);
  const issue = parsed.error.issues[0];
  // Names of fields are the sender's own where anything may be a key, and no answer has to be as long as a request.
  const path = issue?.path.map(String).join('.').slice(0, LONGEST) ?? '';
  const message = issue?.message.slice(0, LONGEST) ?? 'not valid';
  return failed(
    'bad-request',
    `This ${what} is not as expected`,
    `Look at ${path === '' ? 'the whole' : `“${path}”`}: ${message}.`,
    { status: 400, field: path || WHOLE[what] || what },
  );
}
