/** The browser's own word for whether something lies over our frame: Chromium has it, Firefox does not yet. */

/** Drafted as Intersection Observer v2; not in TypeScript's library. */
interface SeeingOptions extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** The least the browser allows. */
const DELAY_MS = 100;
/** Of what can be seen of the frame at most, so much must be. */
const SHARE = 0.9;

/** @returns whether this browser tells what lies over a frame */
export const tellsCovers = (): boolean =>
  typeof IntersectionObserverEntry !== 'undefined' &&
  'isVisible' in IntersectionObserverEntry.prototype;

/** @param tell called at the start and whenever it changes. @returns what ends it */
export function observeSight(element: Element, tell: (clear: boolean) => void): () => void {
  const options: SeeingOptions = {
    trackVisibility: true,
    delay: DELAY_MS,
    threshold: [0, 0.25, 0.5, 0.75, SHARE, 1],
  };
  const observer = new IntersectionObserver((entries: SeenEntry[]) => {
    const last = entries.at(-1);
    if (last) tell(last.isVisible === true && isWhole(last));
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}

/** What is longer than the frame can never be seen whole. */
function isWhole({ intersectionRect, boundingClientRect }: IntersectionObserverEntry): boolean {
  const area = (width: number, height: number) => width * height;
  const most = area(
    Math.min(boundingClientRect.width, innerWidth),
    Math.min(boundingClientRect.height, innerHeight),
  );
  return area(intersectionRect.width, intersectionRect.height) >= most * SHARE;
}
