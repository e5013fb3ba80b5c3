/** What was pressed goes away with what it did; the focus then goes to what stands for it, not to nowhere. */

/** @param within looked up before it changes; the element is looked for once the screen has changed */
export function thenFocus(within: Element | null, selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      within?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    }
  });
}
