/** Alt and a letter give a verdict from anywhere in the sidebar. Never a single key: people type here. */
import { useEffect, useRef } from 'react';
import type { VerdictKind } from '../../lib/contract/words.ts';

/** The letter of each verdict; chosen so that no browser uses it with Alt for itself. */
export const VERDICT_KEYS: Record<VerdictKind, string> = {
  accepted: 'A',
  recycled: 'C',
  rejected: 'R',
  qualified: 'Q',
  disqualified: 'X',
};

/** Listens while the component is there; only the offered verdicts react. */
export function useVerdictKeys(
  offered: readonly VerdictKind[],
  choose: (verdict: VerdictKind) => void,
): void {
  const current = useRef({ offered, choose });
  useEffect(() => {
    current.current = { offered, choose };
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      const verdict = current.current.offered.find(
        (each) => event.code === `Key${VERDICT_KEYS[each]}`,
      );
      if (!verdict) return;
      event.preventDefault();
      current.current.choose(verdict);
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
