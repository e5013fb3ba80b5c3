/** Pages of a timeline put together in one pass: what is kept is in order already, and so is what comes. */
import type { TimelineEvent } from '../contract/event.ts';

/** @returns both lists as one, newest first, each event once; the later reading of an event wins */
export function merged(known: TimelineEvent[], fresh: TimelineEvent[]): TimelineEvent[] {
  const [newest] = fresh;
  const oldest = known.at(-1);
  if (!newest) return known;
  // An older page, which is what nearly always comes.
  if (!oldest || isBefore(oldest, newest)) return [...known, ...fresh];
  const again = new Set(fresh.map(({ id }) => id));
  const kept = known.filter(({ id }) => !again.has(id));
  const all: TimelineEvent[] = [];
  let next = 0;
  for (const event of fresh) {
    for (let one = kept[next]; one && isBefore(one, event); one = kept[next]) {
      all.push(one);
      next += 1;
    }
    all.push(event);
  }
  return [...all, ...kept.slice(next)];
}

/** Whether `a` stands before `b`: newer, or of the same moment with the greater id, as the store sorts. */
const isBefore = (a: TimelineEvent, b: TimelineEvent) =>
  a.at === b.at ? a.id > b.id : a.at > b.at;
