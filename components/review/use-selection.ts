/** Lines that are answered together. */
import { useCallback, useRef, useState } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';

/** @returns what is selected of the lines there are, and how to change it */
export function useSelection(lines: ReviewLine[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Where a range starts: the line that was pressed last. */
  const anchor = useRef<string | null>(null);
  const latest = useRef(lines);
  latest.current = lines;

  const toggle = useCallback((id: string, range: boolean) => {
    const order = latest.current.map(({ entry }) => entry.id);
    const from = range && anchor.current ? order.indexOf(anchor.current) : -1;
    const to = order.indexOf(id);
    anchor.current = id;
    if (to < 0) return;
    setIds((now) => {
      if (from < 0) return withToggled(now, id);
      const [first, last] = from < to ? [from, to] : [to, from];
      return new Set([...now, ...order.slice(first, last + 1)]);
    });
  }, []);

  const select = useCallback((these: readonly string[]) => setIds(new Set(these)), []);

  const clear = useCallback(() => {
    anchor.current = null;
    setIds(new Set());
  }, []);

  // What a colleague answered meanwhile is no longer among them.
  const selected = ids.size === 0 ? [] : lines.filter(({ entry }) => ids.has(entry.id));
  return { selected, isSelected: (id: string) => ids.has(id), toggle, select, clear };
}

export type Selection = ReturnType<typeof useSelection>;

function withToggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
