/** Up and down go from one lead to the next; Enter, as on every button, opens it. */
import type { KeyboardEvent } from 'react';

const LINE = '[data-lead]';

export function useLineKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const on = event.target instanceof HTMLElement ? event.target : null;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || on?.matches('select, input')) {
      return;
    }
    // Lines of a list that is folded up have no place on the screen.
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>(LINE)].filter(
      (line) => line.getClientRects().length > 0,
    );
    const here = on ? lines.indexOf(on) : -1;
    const next = here < 0 ? lines.at(step > 0 ? 0 : -1) : lines[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
