/** ISO weeks, by their Mondays (UTC). */
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../lib/contract/reports.ts';
import { day } from '../../lib/contract/text.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

export interface Week {
  /** Its Monday. */
  week: string;
  /** All its days are in the period. */
  whole: boolean;
}

/** @returns the weeks that have a day in the period, in order; also those in which nothing happened */
export function weeksOf({ from, to }: Pick<ReportQuery, 'from' | 'to'>): Week[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const weeks: Week[] = [];
  for (let monday = mondayOf(first); monday <= last; monday += WEEK_MS) {
    const whole = monday >= first && monday + 6 * DAY_MS <= last;
    weeks.push({ week: dayOf(monday), whole });
  }
  return weeks;
}

/** @returns how many days of a period have begun */
export function daysOf({ from, to }: Pick<ReportQuery, 'from' | 'to'>, now: number): number {
  const last = Math.min(Date.parse(to), Date.parse(dayOf(now)));
  return Math.max(0, (last - Date.parse(from)) / DAY_MS + 1);
}

/** The Monday of a moment, as text. */
export function weekIn(at: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(date_trunc('week', ${at} at time zone 'UTC'), 'YYYY-MM-DD')`;
}

/** Whether a moment is in the week; null when the text names no day. */
export function inWeek(at: RawBuilder<unknown>, week: string): RawBuilder<unknown> | null {
  if (!day.safeParse(week).success) return null;
  const monday = Date.parse(week);
  return sql`${at} >= ${new Date(monday)} and ${at} < ${new Date(monday + WEEK_MS)}`;
}

/** 1970 began on a Thursday, so the Monday before it is three days earlier. */
function mondayOf(at: number): number {
  const days = Math.floor(at / DAY_MS);
  return (days - ((((days + 3) % 7) + 7) % 7)) * DAY_MS;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
