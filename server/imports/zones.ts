/** Times on a wall into moments: what 2:30 was in Berlin on the night the clocks changed. */

/** Wall time, as if it were UTC. */
export type Wall = number;

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
/** Places in a table for one zone; a file's times are mostly near each other. */
const MOST_KNOWN = 50_000;

export interface Zone {
  /** @returns the moment; of an hour that there was twice the first, of one that was left out as if it had not been */
  momentOf: (wall: Wall) => number;
}

/** @returns null when there is no such zone */
export function zoneOf(name: string): Zone | null {
  const parts = partsIn(name);
  if (!parts) return null;
  if (parts(0) === 0 && /^(UTC|GMT|Etc\/(UTC|GMT|UCT|Zulu))$/i.test(name)) {
    return { momentOf: (wall) => wall };
  }
  // Zones change on the quarter of an hour, so all of one quarter have one offset.
  const known = new Map<number, number>();
  const offsetAt = (moment: number) => parts(moment) - moment;
  return {
    momentOf: (wall) => {
      const quarter = Math.floor(wall / QUARTER) * QUARTER;
      let offset = known.get(quarter);
      if (offset === undefined) {
        offset = offsetOf(quarter, offsetAt);
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(quarter, offset);
      }
      return wall - offset;
    },
  };
}

/** The two offsets that come into question are those of a day before and a day after. */
function offsetOf(wall: Wall, offsetAt: (moment: number) => number): number {
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  if (before === after) return before;
  // The first of two hours is under the offset of before; so is one that never was, which comes out an hour later.
  const asBefore = offsetAt(wall - before) === before;
  const asAfter = offsetAt(wall - after) === after;
  return asBefore || !asAfter ? before : after;
}

/** @returns a function from moments to wall times (in seconds: offsets of long ago are not whole minutes) */
function partsIn(name: string): ((moment: number) => Wall) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  return (moment) => {
    const found: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(moment)) found[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}
