/** What signatures have in common: keyed hashes, comparing without telling how far one got, and windows of time. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Arrived } from './door.ts';

/** @returns HMAC-SHA256 of these parts, one after the other */
export function hmac(secret: string, ...parts: (string | Buffer)[]): Buffer {
  const hash = createHmac('sha256', secret);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** @returns whether the text says these bytes; takes the same time however many of them are right */
export function says(
  given: string | undefined,
  encoding: 'base64' | 'hex',
  expected: Buffer,
): boolean {
  const bytes = Buffer.from(given ?? '', encoding);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

/** @returns whether two texts are one, in the same way */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const AHEAD_MS = 5 * 60_000;

/**
 * @param at milliseconds since 1970, as the sender claims; NaN is never in time
 * @param oldestMs how old a request may be; what is ahead of the store's clock by more than five minutes is not in time either
 */
export function isInTime(request: Pick<Arrived, 'now'>, at: number, oldestMs: number): boolean {
  return at >= request.now - oldestMs && at <= request.now + AHEAD_MS;
}
