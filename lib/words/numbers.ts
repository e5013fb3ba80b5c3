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
  return new Intl.PluralRules(spoken()).select(value) === 'one' ? one : many;
}

/** @returns `a, b and c` */
export function list(items: readonly string[], type: 'and' | 'or' = 'and'): string {
  const joined = type === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale(), { type: joined }).format(items);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${tag} ${options.minimumFractionDigits ?? ''}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(tag, options);
  formatters.set(key, known);
  return known;
}
