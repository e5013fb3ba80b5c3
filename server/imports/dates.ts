/** Times as exports write them. What a slash means is told by the whole column, never by one row. */
import type { DateOrder } from '../db/schema-imports.ts';
import type { Zone } from './zones.ts';

/** What one cell says about the order of its column. */
export type Told = 'dmy' | 'mdy' | 'unclear' | 'nothing';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const TIME = String.raw`(?:[T ,]+(?:at )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm|a\.m\.|p\.m\.)?)?`;
const OFFSET = String.raw`\s*(z|utc|gmt|(?:utc|gmt)?[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?`;
const whole = (date: string) => new RegExp(`^${WEEKDAY}${date}${TIME}${OFFSET}$`, 'i');

const YEAR_FIRST = whole(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`);
const NUMBERS = whole(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`);
const DAY_MONTH = whole(
  String.raw`(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})`,
);
const MONTH_DAY = whole(String.raw`([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`);
const EPOCH = /^\d{10}(\d{3})?(\.\d+)?$/;

interface Parts {
  year: number;
  month: number;
  day: number;
  /** hour, minute, second, fraction, am or pm, offset */
  rest: readonly (string | undefined)[];
}

/** @returns what this cell tells about whether days or months come first */
export function orderIn(cell: string): Told {
  const [, first, separator, second] = NUMBERS.exec(cell.trim()) ?? [];
  if (first === undefined || separator === undefined || second === undefined) return 'nothing';
  // Points between are a day first wherever they are used.
  if (separator === '.') return 'nothing';
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return 'dmy';
  if (b > 12 && a <= 12) return 'mdy';
  return a === b ? 'nothing' : 'unclear';
}

/** @returns the order of a column of which these were told */
export function orderOf(told: Record<Told, number>): DateOrder {
  if (told.dmy === 0 && told.mdy === 0) return told.unclear > 0 ? 'unclear' : 'none';
  return told.dmy >= told.mdy ? 'dmy' : 'mdy';
}

export type ReadDate = { ok: true; at: number } | { ok: false; reason: string };

const UNREADABLE: ReadDate = {
  ok: false,
  reason: 'The date cannot be read; write it like 2026-11-22 09:15.',
};
const UNCLEAR: ReadDate = {
  ok: false,
  reason:
    'Whether the day or the month comes first in its date cannot be told from this file; say so in the mapping.',
};

/** @returns the moment, by the zone where the cell has none of its own */
export function dateOf(cell: string, order: DateOrder, zone: Zone): ReadDate {
  const text = cell.trim();
  if (text.length > 60) return UNREADABLE;
  if (EPOCH.test(text)) {
    const number = Number(text);
    return { ok: true, at: Math.trunc(number < 1e11 ? number * 1000 : number) };
  }
  const parts = partsOf(text, order);
  if (parts === 'unclear') return UNCLEAR;
  const at = parts === null ? null : momentOf(parts, zone);
  return at === null ? UNREADABLE : { ok: true, at };
}

function partsOf(text: string, order: DateOrder): Parts | 'unclear' | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) {
    const [, year, month, day, ...rest] = iso;
    return { year: Number(year), month: Number(month), day: Number(day), rest };
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first, separator, second, year = '', ...rest] = numbers;
    if (order === 'unclear' && orderIn(text) === 'unclear') return 'unclear';
    const [a, b] = [Number(first), Number(second)];
    const [day, month] = separator !== '.' && order === 'mdy' ? [b, a] : [a, b];
    return { year: fullYear(year), month, day, rest };
  }
  const named = DAY_MONTH.exec(text);
  if (named) {
    const [, day, month = '', year = '', ...rest] = named;
    return { year: fullYear(year), month: monthOf(month), day: Number(day), rest };
  }
  const american = MONTH_DAY.exec(text);
  if (american) {
    const [, month = '', day, year = '', ...rest] = american;
    return { year: fullYear(year), month: monthOf(month), day: Number(day), rest };
  }
  return null;
}

const monthOf = (name: string) => MONTHS.indexOf(name.toLowerCase()) + 1;

function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 70 ? 2000 : 1900);
}

function momentOf({ year, month, day, rest }: Parts, zone: Zone): number | null {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0', half, offset] = rest;
  const hour = hourOf(Number(hours), half);
  const wall = Date.UTC(year, month - 1, day);
  const date = new Date(wall);
  // 31 February is the 3rd of March to Date, and to nobody else.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const millis = Math.trunc(Number(`0.${fraction}`) * 1000);
  const time = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + millis;
  if (offset === undefined) return zone.momentOf(wall + time);
  const [, sign, oh = '0', om = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(offset) ?? [];
  const ahead = (Number(oh) * 60 + Number(om)) * 60_000;
  return wall + time - (sign === '-' ? -ahead : ahead);
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
