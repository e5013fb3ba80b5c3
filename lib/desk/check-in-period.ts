/** Which days a meeting is about, as the address of the page says it: a colleague who is sent it sees the same. */
import * as z from 'zod/mini';
import { day } from '../contract/text.ts';

/** So many weeks up to today, or the UTC days somebody chose, both included. */
export type Period = { weeks: 2 | 4 } | { from: string; to: string };

export const USUAL: Period = { weeks: 4 };

const ROOM = '#check-in';
const chosen = z.object({ from: day, to: day });

/** @returns what the address asks for; as usual where it says nothing, or nothing that is a period */
export function periodFrom(hash: string): Period {
  const said = new URLSearchParams(hash.startsWith(`${ROOM}/`) ? hash.slice(ROOM.length + 1) : '');
  if (said.get('weeks') === '2') return { weeks: 2 };
  const days = chosen.safeParse({ from: said.get('from'), to: said.get('to') });
  return days.success && days.data.from <= days.data.to ? days.data : USUAL;
}

/** @returns the address that asks for it */
export function hashOf(period: Period): string {
  if ('from' in period) return `${ROOM}/${new URLSearchParams(period)}`;
  return period.weeks === 4 ? ROOM : `${ROOM}/weeks=${period.weeks}`;
}

/** @returns whether both are about the same days, whatever today is */
export const samePeriod = (one: Period, other: Period) => hashOf(one) === hashOf(other);
