/** Parsing at a boundary: a value, or one sentence that names the field. */
import type * as z from 'zod/mini';
import { done, failed, type Result } from './problem.ts';

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
  const where =
    issue && issue.path.length > 0 ? `“${issue.path.map(String).join('.')}”` : 'the whole';
  return failed(
    'bad-request',
    `This ${what} is not as expected`,
    `Look at ${where}: ${issue?.message ?? 'not valid'}.`,
    { status: 400 },
  );
}
