/** The panel in the page: frame, tab, handle, waiting face, notice. Remembers per CRM how it was left. */
import type { FirstHeard } from '../contract/first-heard.ts';
import type { SeenRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { type PanelState, remember, within } from './extension.ts';
import { createFrame, type Frame } from './frame.ts';
import { createHandle } from './handle.ts';
import { type Home, keptHost } from './home.ts';
import { isInSight } from './in-sight.ts';
import { stayWhile } from './leave.ts';
import { makeWay } from './make-way.ts';
import { PANEL_STYLE } from './panel-style.ts';
import { createNotice, createTab, drawTab } from './parts.ts';
import type { FrameToScout, ScoutToFrame } from './wire.ts';

export interface PanelOptions {
  onBlocked(): void;
  /** The tab of a panel that this page forbids was pressed: the browser's own panel is wanted instead. */
  onBeside(): void;
}

/** What the popup is told about the panel of its tab. */
export interface PanelReport {
  seen: SeenRecord | null;
  open: boolean;
}

export interface Panel {
  /** Shows the panel (or its tab) for a record; null hides both. */
  show(seen: SeenRecord | null): void;
  /** Opens it, and the keyboard is in it then. */
  focus(): void;
  /** Closes it where it is open, else the same. */
  toggle(): void;
  /** Into the page, or out of it. */
  move(inPage: boolean): void;
  state(): PanelReport;
  /** Makes the frame load again: after the back/forward cache its port is dead. */
  renew(): void;
  /** The extension was updated or removed under this page: the frame stays, with what was typed in it. */
  orphan(): void;
}

/** Furnishes the place of the panel. The frame is made when it is first to be seen, and then only once. */
export function createPanel(home: Home, { onBlocked, onBeside }: PanelOptions): Panel {
  const { words, panel: state, signal } = home;
  const { element, root, restore } = keptHost(home);
  const place = home.place();
  const { box, waiting } = place;
  const style = document.createElement('style');
  style.textContent = PANEL_STYLE;
  const tab = createTab(words, () => (blocked ? onBeside() : focus()), signal);
  const handle = createHandle(
    words.width,
    (width) => change({ width: within(width) }),
    () => state,
    signal,
  );
  box.append(handle.element);
  root.append(style, tab);
  makeWay(element, [box, tab], signal);
  let frame: Frame<ScoutToFrame> | null = null;
  let current: SeenRecord | null = null;
  let blocked = false;
  let typing = false;
  let notice: HTMLElement | null = null;
  let { inPage } = home;
  stayWhile(() => typing, element, signal);

  const change = (part: Partial<PanelState>) => {
    Object.assign(state, part);
    remember(location.origin, state);
    draw();
  };

  const draw = () => {
    const wanted = current !== null && inPage;
    place.lay(wanted && state.open && !blocked);
    tab.hidden = !wanted || (state.open && !blocked);
    tab.classList.remove('left', 'right');
    tab.classList.add('tab', state.side);
    if (notice) putNotice(notice);
    handle.describe(state);
    // Collapsed too: the tab tells the score, and opening it shows the lead at once.
    if (wanted) frame ??= makeFrame();
    frame?.send({ kind: 'panel', side: state.side, shown: !box.hidden });
  };

  /** Above what is in the panel, never over it: nothing may be said in a frame that something covers. */
  const putNotice = (card: HTMLElement) => {
    const where = box.hidden ? root : box;
    card.classList.remove('left', 'right');
    card.classList.add(state.side);
    if (card.parentNode !== where) where.prepend(card);
  };

  /** Of a frame that the scout has not made yet. It stands in the frame's address: which record, and nothing of what its page says. */
  const firstHeard = (): FirstHeard[] => [
    { kind: 'panel', side: state.side, shown: !box.hidden },
    { kind: 'seen', seen: current && { ...current, facts: {}, settled: false } },
  ];

  const makeFrame = () =>
    createFrame<ScoutToFrame, FrameToScout>({
      iframe: place.iframe(firstHeard()),
      signal,
      onBlocked: () => {
        blocked = true;
        draw();
        onBlocked();
      },
      onMessage: (message) => {
        if (message.kind === 'hello') {
          blocked = false;
          typing = false;
          draw();
        } else if (message.kind === 'painted') {
          waiting.hidden = true;
          element.dataset.truce = 'ready';
        } else if (message.kind === 'face') {
          if (message.of === keyOf(current)) drawTab(tab, words, message.face);
        } else if (message.kind === 'look') {
          frame?.send({ kind: 'sight', clear: isInSight(element, box) });
        } else if (message.kind === 'typing') {
          typing = message.is;
        } else if (message.kind === 'close') {
          change({ open: false });
          tab.focus();
        } else if (message.kind === 'dock') {
          change({ side: state.side === 'right' ? 'left' : 'right' });
        }
      },
    });

  const focus = () => {
    restore();
    change({ open: true });
    frame?.element.focus();
  };
  const close = () => {
    // Whoever was in it is not left in what nobody sees.
    const inside = root.activeElement === frame?.element;
    change({ open: false });
    if (inside) tab.focus();
  };

  return {
    focus,
    // One that the page took away is closed, whatever it thinks of itself.
    toggle: () => (box.hidden || !element.checkVisibility() ? focus() : close()),
    show(seen) {
      // Another record's score must not stand beside this one until its own has come.
      if (current && keyOf(seen) !== keyOf(current)) {
        drawTab(tab, words, null);
        frame?.unsay();
      }
      current = seen;
      draw();
      frame?.send({ kind: 'seen', seen });
    },
    move(where) {
      inPage = where;
      draw();
    },
    state: () => ({ seen: current, open: state.open && inPage && !blocked }),
    renew: () => frame?.renew(),
    orphan() {
      if (!current || !inPage) return;
      notice ??= createNotice(words);
      draw();
    },
  };
}

/** Two kinds of records may have the same number. */
const keyOf = (seen: SeenRecord | null): string => (seen ? recordKey(seen.record) : '');
