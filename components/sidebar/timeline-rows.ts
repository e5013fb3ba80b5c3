/** A timeline as rows: each day's name, then its events; and how high each row is, as far as anybody has seen it. */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import { dayOf } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';

/** `event` is null for the row that names the day. `at` counts events, from 1. */
export type Row = { key: string; day: string; event: TimelineEvent | null; at: number };

/** @returns the rows in the order of the events, newest first */
export function rowsOf(events: TimelineEvent[], place: Place): Row[] {
  const rows: Row[] = [];
  let today = '';
  events.forEach((event, index) => {
    const day = dayOf(event.at, place);
    if (day !== today) rows.push({ key: `day ${day}`, day, event: null, at: index + 1 });
    today = day;
    rows.push({ key: event.id, day, event, at: index + 1 });
  });
  return rows;
}

/** Rows `from` up to and without `to`. */
export type Stretch = { from: number; to: number };

/** @returns the rows of one day that are drawn; `head` is the row with its name, drawn with any of them */
export function daysIn(rows: Row[], { from, to }: Stretch): (Stretch & { head: number })[] {
  const days: (Stretch & { head: number })[] = [];
  for (let index = from; index < to; index += 1) {
    const last = days.at(-1);
    if (rows[index]?.event === null) days.push({ head: index, from: index + 1, to: index + 1 });
    else if (last) last.to = index + 1;
    else days.push({ head: headOf(rows, index), from: index, to: index + 1 });
  }
  return days;
}

function headOf(rows: Row[], index: number): number {
  let head = index;
  while (head > 0 && rows[head]?.event !== null) head -= 1;
  return head;
}

/** Until rows have been seen; then what they are on average. */
const DAY_ROW = 27;
const EVENT_ROW = 48;
/** So many are enough to know what others will be like. */
const ENOUGH = 12;

/** Remembers how high rows were, and tells where each begins. */
export function rowHeights() {
  const seen = new Map<string, number>();
  let usual: number | null = null;
  let offsets: Float64Array | null = null;
  let of: Row[] = [];

  return {
    /** @param height of a row as it was drawn */
    note(row: Row, height: number): void {
      if (seen.get(row.key) === height) return;
      seen.set(row.key, height);
      offsets = null;
    },
    /** Another width: everything may be as high as it likes again. */
    forget(): void {
      seen.clear();
      usual = null;
      offsets = null;
    },
    /** @returns where each row begins, and after the last where it ends */
    offsets(rows: Row[]): Float64Array {
      if (offsets && of === rows) return offsets;
      of = rows;
      usual ??= average(rows, seen);
      const made = new Float64Array(rows.length + 1);
      let end = 0;
      rows.forEach((row, index) => {
        end += seen.get(row.key) ?? (row.event ? (usual ?? EVENT_ROW) : DAY_ROW);
        made[index + 1] = end;
      });
      offsets = made;
      return made;
    },
  };
}

function average(rows: Row[], seen: Map<string, number>): number | null {
  let sum = 0;
  let count = 0;
  for (const { key, event } of rows) {
    const height = event ? seen.get(key) : undefined;
    if (height === undefined) continue;
    sum += height;
    count += 1;
    if (count === ENOUGH) return sum / count;
  }
  return null;
}

/** Rows are drawn in steps of this many, so that not every turn of the wheel draws. */
const STEP = 8;

/** @returns the rows that lie between two heights, to whole steps */
export function between(offsets: Float64Array, top: number, bottom: number): Stretch {
  const rows = offsets.length - 1;
  const from = Math.floor(rowAt(offsets, top) / STEP) * STEP;
  const to = Math.ceil((rowAt(offsets, bottom) + 1) / STEP) * STEP;
  return { from: Math.max(0, Math.min(from, rows - STEP)), to: Math.min(rows, to) };
}

/** The row at this height. */
function rowAt(offsets: Float64Array, height: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
