/** Numbers as they are typed and shown in fields: no separators to trip over, a comma where the language has one. */
import { locale } from '../../lib/words/speak.ts';

const comma = () => (1.5).toLocaleString(locale()).includes(',');

/** @returns `1.5` or `1,5`, never `1.234` for a thousand */
export function typed(value: number, sign = false): string {
  const text = `${Math.round(value * 10_000) / 10_000}`.replace('-', '−');
  const shown = comma() ? text.replace('.', ',') : text;
  return sign && value > 0 ? `+${shown}` : shown;
}

/** @returns the number somebody typed in any of the usual ways, or null */
export function untyped(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
