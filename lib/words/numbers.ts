/** Numbers, plurals and lists as the language spoken now writes them. */
import { locale, spoken } from './speak.ts';

/** @returns `1,234` or `1.234` */
export function number(value: number): string {
  return formatter(locale()).format(value);
}

/** @returns always so many digits behind the point: `3.1` or `3,1` */
export function decimal(value: number, digits: number): string {
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return formatter(locale(), fixed).format(value);
}

/** @returns the form for this many, the number written before it: `1 event`, `1.234 Ereignisse` */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${plural(value, one, many)}`;
}

/** @returns the form for this many; both languages have two */
export function plural(value: number, one: string, many: string): string {
  const rules = made(spoken(), plurals, () => new Intl.PluralRules(spoken()));
  return rules.select(value) === 'one' ? one : many;
}

/** @returns `a, b and c` */
export function list(items: readonly string[], type: 'and' | 'or' = 'and'): string {
  const joined = type === 'and' ? 'conjunction' : 'disjunction';
  const key = `${locale()} ${joined}`;
  return made(key, lists, () => new Intl.ListFormat(locale(), { type: joined })).format(items);
}

/** Making one costs far more than using it, and a page of ours asks for dozens. */
const formatters = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();
const lists = new Map<string, Intl.ListFormat>();

function formatter(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${tag} ${options.minimumFractionDigits ?? ''}`;
  return made(key, formatters, () => new Intl.NumberFormat(tag, options));
}

function made<Format>(key: string, known: Map<string, Format>, make: () => Format): Format {
  const format = known.get(key) ?? make();
  known.set(key, format);
  return format;
}
