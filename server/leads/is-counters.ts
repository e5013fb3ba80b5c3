/**
 * The same check as the schema of counters (lib/contract/counters.ts), by hand: it is made for every lead of every batch, and
 * the general one takes a tenth of all the time that ingest takes. A test holds the two together.
 */
import type { Counter, Counters } from '../../lib/contract/counters.ts';

/** @returns whether this is what `saveCounters` wrote; others are counted anew */
export function isCounters(value: unknown): value is Counters {
  if (!isObject(value)) return false;
  const { halfLifeDays, limits, people, rules } = value;
  if (typeof halfLifeDays !== 'number' || typeof limits !== 'string') return false;
  if (!Number.isSafeInteger(people) || !isObject(rules)) return false;
  for (const id in rules) if (!isCounter(rules[id])) return false;
  return true;
}

function isCounter(value: unknown): value is Counter {
  if (!isObject(value)) return false;
  const { value: sum, day, days, times, discounted, lastAt } = value;
  if (typeof sum !== 'number' || !isObject(days)) return false;
  if (lastAt !== null && typeof lastAt !== 'number') return false;
  if (![day, times, discounted].every(Number.isSafeInteger)) return false;
  for (const key in days) if (!Number.isSafeInteger(days[key])) return false;
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
