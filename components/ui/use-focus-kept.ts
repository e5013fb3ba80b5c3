/** A press often takes its own button along; whoever goes by keyboard stays where it was. */
import { type RefObject, useEffect } from 'react';

/**
 * Where the element that had the focus is taken away and nothing else took it, the nearest part around it that can have the
 * focus takes it.
 *
 * @param root what the screen is in; parts that can take the focus have `tabIndex={-1}`
 */
export function useFocusKept(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const whole = root.current;
    if (!whole) return;
    let last: HTMLElement | null = null;
    let parts: HTMLElement[] = [];

    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      parts = [...partsAround(target, whole)];
    };
    const look = () => {
      if (!last || last.isConnected) return;
      last = null;
      if (document.activeElement !== document.body) return;
      parts
        .find((part) => part.isConnected && part.offsetParent !== null)
        ?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(look);
    watch.observe(whole, { childList: true, subtree: true });
    whole.addEventListener('focusin', came);
    return () => {
      watch.disconnect();
      whole.removeEventListener('focusin', came);
    };
  }, [root]);
}

/** @returns the parts that can take the focus, from the inside out */
function* partsAround(element: HTMLElement, whole: HTMLElement): Generator<HTMLElement> {
  let part = element.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
  while (part && whole.contains(part)) {
    yield part;
    part = part.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
  }
}
