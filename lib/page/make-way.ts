/** What has the focus in the page is never hidden behind us (WCAG 2.4.11): what lies over all of it makes way meanwhile. */

/** Sets the class `aside` on each part that would hide the page's focused element; off again when the focus goes on. */
export function makeWay(host: Element, parts: readonly HTMLElement[], signal: AbortSignal): void {
  const put = (focused: Element | null) => {
    for (const part of parts)
      part.classList.toggle('aside', focused !== null && hides(part, focused));
  };
  const options = { capture: true, signal };
  window.addEventListener(
    'focusin',
    ({ target }) => put(target instanceof Element && target !== host ? target : null),
    options,
  );
  window.addEventListener('focusout', ({ relatedTarget }) => relatedTarget || put(null), options);
}

function hides(part: Element, focused: Element): boolean {
  const over = part.getBoundingClientRect();
  const under = focused.getBoundingClientRect();
  return (
    over.width > 0 &&
    under.width > 0 &&
    under.left >= over.left &&
    under.right <= over.right &&
    under.top >= over.top &&
    under.bottom <= over.bottom
  );
}
