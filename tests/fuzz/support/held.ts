/** What must hold after any number of requests. */
import { ROUTES } from '../../../server/routes.ts';
import type { Held, Line } from './barrage.ts';
import { keyOf } from './cases.ts';
import type { Team } from './team.ts';

/** A database in the process keeps pages it has read, so the whole process may grow by more than the heap. */
const MOST_HEAP = 1.25;
const MOST_WHOLE = 1.5;
/** Growth that is too small to be told from chance. */
const NOTHING = 12_000_000;

/** @returns which memory grew since the first look; null when it is flat */
export function grown(held: readonly Held[]): string | null {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return null;
  if (last.heap > first.heap * MOST_HEAP && last.heap - first.heap > NOTHING) return 'heap grew';
  if (last.rss > first.rss * MOST_WHOLE && last.rss - first.rss > 5 * NOTHING)
    return 'process grew';
  return null;
}

/** @returns routes that no request has got through */
export function unreached(lines: ReadonlyMap<string, Line>): string[] {
  return ROUTES.map(keyOf).filter((key) => (lines.get(key)?.reached ?? 0) === 0);
}

/** @returns lines of the log that say the store made a mistake */
export function mistakesIn(log: string): string[] {
  return log.split('\n').filter((line) => /"level":(?:50|60)/.test(line));
}

/** @returns lines of the log with something in them that nobody may read there */
export function leaksIn({ store, tokens, writeKeys, metricsToken }: Team): string[] {
  const secrets = [...Object.values(tokens), ...Object.values(writeKeys), metricsToken];
  // Every person here has an address at example domains.
  const personal = /@[\w-]+\.example|Duarte|Zephyrine|Bearer |Basic |whsec_/;
  return (
    store
      .output()
      .split('\n')
      .filter((line) => personal.test(line) || secrets.some((secret) => line.includes(secret)))
      // Said once to whoever started it: how to come in.
      .filter((line) => line.startsWith('{'))
  );
}
