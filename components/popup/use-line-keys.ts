/** Up and down go from one lead to the next, from wherever the focus is; Enter, as on every button, opens it. */
import { useEffect } from 'react';

const LINE = '[data-lead]';

export function useLineKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function pressed(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const on = event.target instanceof HTMLElement ? event.target : null;
  const elsewhere = on?.closest('select, input, dialog');
  if (!step || elsewhere || event.altKey || event.ctrlKey || event.metaKey) return;
  // Lines of a list that is folded up have no place on the screen.
  const lines = [...document.querySelectorAll<HTMLElement>(LINE)].filter(
    (line) => line.getClientRects().length > 0,
  );
  const here = on ? lines.indexOf(on) : -1;
  const next = here < 0 ? lines.at(step > 0 ? 0 : -1) : lines[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
