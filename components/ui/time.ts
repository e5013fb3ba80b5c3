/** Times and days in words, in the reader's language, zone and clock. Nothing here reads the clock. */
import { locale, spoken } from '../../lib/words/speak.ts';
import type { Place } from './views.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Making a formatter costs a hundred times more than using one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = place.locale ?? locale();
  const key = JSON.stringify([tag, place.timeZone, options]);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { timeZone: place.timeZone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** @returns milliseconds of an instant of the contract, or of milliseconds. */
export const ms = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** @returns the calendar day there: `2026-11-22`. Sortable, and what a date input takes. */
export function dayOf(at: string | number, place: Place): string {
  const parts = format(
    { ...place, locale: 'en-u-ca-gregory-nu-latn' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
  ).formatToParts(ms(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** @returns `16:42`, or as the locale writes it. */
export const clock = (at: string | number, place: Place): string =>
  format(place, { hour: '2-digit', minute: '2-digit' }).format(ms(at));

/** @returns everything, for a title: `Tuesday, 17 November 2026 at 11:05 CET`. */
export const full = (at: string | number, place: Place): string =>
  format(place, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(ms(at));

/** @returns `14 Feb`, with the year when it is not this one. */
export function shortDay(at: string | number, now: number, place: Place): string {
  const sameYear = dayOf(at, place).slice(0, 4) === dayOf(now, place).slice(0, 4);
  return format(place, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(ms(at));
}

/** @returns a day without a zone (`2027-01-15`) in words: `15 Jan 2027`. */
export function plainDay(day: string, now: number, place: Place): string {
  return shortDay(Date.parse(`${day}T12:00:00Z`), now, { ...place, timeZone: 'UTC' });
}

/** @returns the month that begins with this day (`2026-11-01`): `Nov`, or `November 2026`. */
export const monthName = (first: string, as: 'short' | 'long', place: Place): string =>
  format(
    { ...place, timeZone: 'UTC' },
    as === 'short' ? { month: 'short' } : { month: 'long', year: 'numeric' },
  ).format(Date.parse(`${first}T12:00:00Z`));

/** German minutes and days in one letter are a riddle: `vor 2 m`. */
const brevity = () => (spoken() === 'en' ? 'narrow' : 'short');

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relative(place: Place, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat {
  const tag = place.locale ?? locale();
  const key = `${tag}|${numeric}`;
  let made = relatives.get(key);
  if (!made) {
    made = new Intl.RelativeTimeFormat(tag, { numeric, style: brevity() });
    relatives.set(key, made);
  }
  return made;
}

function inUnits(span: number): [number, Intl.RelativeTimeFormatUnitSingular] {
  const size = Math.abs(span);
  if (size < HOUR) return [Math.round(span / MINUTE), 'minute'];
  if (size < DAY) return [Math.round(span / HOUR), 'hour'];
  if (size < 60 * DAY) return [Math.round(span / DAY), 'day'];
  if (size < 730 * DAY) return [Math.round(span / (30.44 * DAY)), 'month'];
  return [Math.round(span / (365.25 * DAY)), 'year'];
}

/** @returns how long ago, or in how long: `2h ago`, `now`, `in 3 days`. */
export function ago(at: string | number, now: number, place: Place): string {
  const span = ms(at) - now;
  if (Math.abs(span) < MINUTE) return relative(place, 'auto').format(0, 'second');
  return relative(place, 'always').format(...inUnits(span));
}

/** @returns a span without a direction: `6d`, `22h`. */
export function span(from: string | number, to: number, place: Place): string {
  const [count, unit] = inUnits(Math.max(to - ms(from), MINUTE));
  return new Intl.NumberFormat(place.locale ?? locale(), {
    style: 'unit',
    unit,
    unitDisplay: brevity(),
  }).format(count);
}

/** @returns `today`, `yesterday`, `tomorrow`, else the weekday and the day, with the year when it is not this one. */
export function dayName(day: string, today: string, place: Place): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  const apart = Math.round((at - Date.parse(`${today}T12:00:00Z`)) / DAY);
  if (Math.abs(apart) <= 1) return relative(place, 'auto').format(apart, 'day');
  return format(
    { ...place, timeZone: 'UTC' },
    {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    },
  ).format(at);
}

/** @returns a day that was, shortly: `today`, `yesterday`, `Tuesday` within a week, else `14 Feb`. */
export function pastDay(at: string | number, now: number, place: Place): string {
  const day = dayOf(at, place);
  const today = dayOf(now, place);
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  if (Math.abs(apart) <= 1) return dayName(day, today, place);
  if (apart > 0 || apart < -6) return shortDay(at, now, place);
  return format(place, { weekday: 'long' }).format(ms(at));
}

/** @returns when, as people say it: `17:00` today, else `yesterday 17:00`, `Mon, 16 Nov 17:00`. */
export function clockOrDay(at: string | number, now: number, place: Place): string {
  const day = dayOf(at, place);
  const today = dayOf(now, place);
  const time = clock(at, place);
  if (day === today) return time;
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  if (Math.abs(apart) === 1) return `${relative(place, 'auto').format(apart, 'day')} ${time}`;
  if (Math.abs(apart) > 300) return shortDay(at, now, place);
  const date = format(place, { weekday: 'short', day: 'numeric', month: 'short' }).format(ms(at));
  return `${date} ${time}`;
}
