/** Answers that whoever asks may keep, and asks for again by their tag (RFC 9110, 13.1.2). */
import type { Context } from 'hono';

export interface Tagged<Answer> {
  ok: true;
  /** Another one as soon as anything of the answer is. */
  tag: string;
  /** Null: whoever asks has it as it is. */
  value: Answer | null;
}

/** @returns whether whoever asks has an answer already, of whatever state */
export function hasAny(context: Context): boolean {
  return context.req.header('if-none-match') !== undefined;
}

/** @returns whether it is the one with this tag. Weak or strong, alone or in a list: a proxy may have made it weak. */
export function hasThis(context: Context, tag: string): boolean {
  const known = context.req.header('if-none-match')?.split(',') ?? [];
  return known.some((one) => one.trim().replace(/^W\//, '') === `"${tag}"`);
}

/** @returns the value as JSON, or that there is nothing new; for whoever asked alone, in their language */
export function taggedAnswer(context: Context, { tag, value }: Tagged<unknown>): Response {
  context.header('etag', `"${tag}"`);
  context.header('cache-control', 'private, no-cache');
  context.header('vary', 'accept-language', { append: true });
  return value === null ? context.body(null, 304) : context.json(value as object);
}
