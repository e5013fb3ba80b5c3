/** What our part in the page can know of whether a part of ours is really to be seen: asked by the frame, while somebody is in it. */

/** Looked at are so many points of a part across, and so many down. */
const ACROSS = 5;
const DOWN = 9;
const INSET = 4;
/** Smaller than this nobody reads anything. */
const LEAST = { width: 200, height: 60 };
/** Ours; whatever follows it in the page with the same lies over us. */
const TOP = '2147483647';
/** Elements after ours that are looked at, with what is in them. */
const MOST_AFTER = 200;

/** @returns false when something is known to hide, fade, distort or cover it */
export function isInSight(host: Element, part: Element): boolean {
  const { documentElement: html } = document;
  if (host.parentNode !== html || document.visibilityState !== 'visible') return false;
  if (![html, host].every(isPlain) || hasCoveringPseudo(html)) return false;
  const box = part.getBoundingClientRect();
  if (box.width < LEAST.width || box.height < LEAST.height) return false;
  return isOnTop(host, box) && !covers(topLayer(), box) && !covers(after(host), box);
}

/** Nothing that fades, moves or cuts off all that is in it. */
function isPlain(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    Number(style.opacity) === 1 &&
    style.visibility === 'visible' &&
    [style.filter, style.transform, style.translate, style.rotate, style.scale].every(isNone) &&
    [style.clipPath, style.maskImage, style.perspective].every(isNone) &&
    style.mixBlendMode === 'normal' &&
    // What only makes the page smaller or larger hides nothing.
    !(Number(style.zoom) < 0.5)
  );
}

const isNone = (value: string | undefined): boolean => !value || value === 'none';

/** The points that a press could meet are ours. */
function isOnTop(host: Element, { left, top, right, bottom }: DOMRect): boolean {
  const from = { x: Math.max(0, left) + INSET, y: Math.max(0, top) + INSET };
  const to = { x: Math.min(innerWidth, right) - INSET, y: Math.min(innerHeight, bottom) - INSET };
  if (to.x - from.x < LEAST.width / 2 || to.y - from.y < LEAST.height / 2) return false;
  for (let column = 0; column < ACROSS; column += 1) {
    for (let row = 0; row < DOWN; row += 1) {
      const x = from.x + ((to.x - from.x) * column) / (ACROSS - 1);
      const y = from.y + ((to.y - from.y) * row) / (DOWN - 1);
      if (document.elementFromPoint(x, y) !== host) return false;
    }
  }
  return true;
}

/** Popovers, dialogs and full screens lie over everything, and can let presses through. */
const topLayer = (): Element[] => [
  ...document.querySelectorAll(':popover-open, :modal, :fullscreen'),
];

/** What stands after us and as high as we do. */
function after(host: Element): Element[] {
  const found: Element[] = [];
  for (let next = host.nextElementSibling; next; next = next.nextElementSibling) {
    const all = [next, ...next.querySelectorAll('*')].slice(0, MOST_AFTER);
    found.push(...all.filter((each) => getComputedStyle(each).zIndex === TOP));
  }
  return found;
}

function covers(elements: Element[], box: DOMRect): boolean {
  return elements.some((element) => {
    const { opacity, visibility, position } = getComputedStyle(element);
    if (hasBackdrop(element)) return true;
    if (position === 'static' || visibility !== 'visible' || Number(opacity) === 0) return false;
    const over = element.getBoundingClientRect();
    return (
      over.left < box.right &&
      over.right > box.left &&
      over.top < box.bottom &&
      over.bottom > box.top
    );
  });
}

/** What is behind a popover lies over all else too, and is as the page paints it. */
function hasBackdrop(element: Element): boolean {
  if (!element.matches(':popover-open, :modal, :fullscreen')) return false;
  const { backgroundColor, backgroundImage, display } = getComputedStyle(element, '::backdrop');
  if (display === 'none') return false;
  return !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor) || !isNone(backgroundImage);
}

/** What the page writes after everything it has lies over us where it is as high. */
function hasCoveringPseudo(html: Element): boolean {
  const { content, position, zIndex } = getComputedStyle(html, '::after');
  return !['none', 'normal', ''].includes(content) && position !== 'static' && zIndex === TOP;
}
