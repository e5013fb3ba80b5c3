/** Watches a list of the CRM: which rows are in front, when they have moved, when one may have become another's. */
import type { ListReader, Row } from '../crm/rows.ts';
import { paced } from './paced.ts';
import { watchUrl } from './watch-url.ts';

/** Rows are read again this long after the last time at the earliest. */
const REST_MS = 80;
/** Of all time, reading may take one part in so many, however often a page rewrites itself; placing one in so many. */
const READ_SHARE = 12;
const PLACE_SHARE = 5;

/** Attributes by which a row becomes another person's; the others only move it. */
const TELLING = ['href', 'data-id', 'data-row-key-value', 'value'];
const MOVING = ['class', 'style', 'hidden', 'aria-hidden', 'aria-expanded'];

export interface ListWatchOptions {
  reader: ListReader;
  /** The rows in front, none when the list is left. */
  onRows(rows: Row[]): void;
  /** The page has changed and is not painted yet: what can no longer be sure of its row hides. */
  onDoubt(): void;
  /** Whatever stands beside rows has to find its place again. */
  onMoved(): void;
  signal: AbortSignal;
}

/** Reads at once where it is a list, and again as it changes, but never so often that the page would feel it. */
export function watchList({ reader, onRows, onDoubt, onMoved, signal }: ListWatchOptions): void {
  const here = () => new URL(location.href);
  // Before what has changed is painted, so that chips come with their rows: afterwards a page is often busy with itself.
  const frame = (run: () => void) => void requestAnimationFrame(run);
  const read = paced({ rest: REST_MS, share: READ_SHARE, next: frame, signal }, () => {
    if (watching && document.visibilityState === 'visible') onRows(reader.rows(document, here()));
  });
  const move = paced({ rest: 0, share: PLACE_SHARE, next: frame, signal }, onMoved);
  let watching = false;

  const observer = new MutationObserver((records) => {
    onDoubt();
    move();
    const telling = ({ type, attributeName }: MutationRecord) =>
      type !== 'attributes' || TELLING.includes(attributeName ?? '');
    if (records.some(telling)) read();
  });
  const sizes = new ResizeObserver(move);

  const start = () => {
    watching = true;
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [...TELLING, ...MOVING],
    });
    sizes.observe(document.body);
  };
  const stop = () => {
    watching = false;
    observer.disconnect();
    sizes.disconnect();
  };

  watchUrl(() => {
    const isList = reader.isList(here());
    if (isList && !watching) start();
    if (!isList && watching) {
      stop();
      onRows([]);
    }
    if (isList) {
      onDoubt();
      read();
    }
  }, signal);

  const options = { capture: true, passive: true, signal };
  for (const event of ['scroll', 'transitionend', 'animationend', 'load']) {
    document.addEventListener(event, () => watching && move(), options);
  }
  window.addEventListener('resize', () => watching && move(), options);
  document.addEventListener('visibilitychange', () => watching && read(), options);
  signal.addEventListener('abort', stop);
}
