/**
 * Times inside ids: a change's id is a UUID version 7 whose first 60 bits (less the version) count 4096ths of a millisecond
 * since 1970, by the database's clock (RFC 9562, section 6.2, method 3).
 */
import { type RawBuilder, sql } from 'kysely';

export const BUCKETS = 16;

const PER_MS = 4096n;

/** @returns SQL for a time as 15 hexadecimal digits */
export const stampOf = (time: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`lpad(to_hex(floor(extract(epoch from ${time}) * 4096000)::bigint), 15, '0')`;

export const stampNow = stampOf(sql`clock_timestamp()`);

export const stampFromMs = (ms: number): bigint => BigInt(Math.floor(ms)) * PER_MS;

/** @returns the lowest id that a change at this time can have */
export function firstIdAt(stamp: bigint): string {
  const hex = stamp.toString(16).padStart(15, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8000-000000000000`;
}

/** @returns when the change with this id was made */
export function stampIn(id: string): bigint {
  return BigInt(`0x${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(15, 18)}`);
}
