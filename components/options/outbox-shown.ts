/** Which of the things that are not sent are listed one by one. */
import type { OutboxItemView } from './props.ts';

/** A page that lists ten thousand of them answers nobody any more; a button and a file go for all. */
const MOST = 100;

/** @returns what to list, those that need somebody first, and how many are left out */
export function shownOf(items: readonly OutboxItemView[]): {
  shown: OutboxItemView[];
  more: number;
} {
  const sorted = [...items].sort((a, b) => rank(a) - rank(b));
  return { shown: sorted.slice(0, MOST), more: Math.max(0, sorted.length - MOST) };
}

const rank = (entry: OutboxItemView): number => (entry.state === 'attention' ? 0 : 1);
