/** The few extension APIs the scout uses, without the polyfill's weight: promises work under `chrome` in both browsers. */

import type { FirstHeard } from '../contract/first-heard.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { CrmId, SeenRecord } from '../contract/record.ts';
import type { Outlines } from '../crm/detect.ts';
import { covers } from '../crm/hosts.ts';
import { LISTS_OFF, wantsLists } from './lists-off.ts';
import type { Side } from './wire.ts';

/** Whether this script still belongs to a running extension; false for good after an update or removal. */
export function isAlive(): boolean {
  try {
    return Boolean(chrome.runtime?.id);
  } catch {
    return false;
  }
}

/** Which of our frames it is. */
export type Seat = 'sidebar' | 'rows' | 'teach';

/** Of a frame that is handed a port, or is about to be. */
export interface FrameOffer {
  nonce: string;
  /** A word for this document, new with each. */
  page: string;
  seat: Seat;
  /** What the frame is to hear as soon as it is known as ours, before it has a port. */
  first: readonly FirstHeard[];
}

/** Messages from the scout to the background. The background answers `true` or nothing. */
export type ScoutMessage =
  | { to: 'background'; name: 'frame.offer'; body: FrameOffer }
  | { to: 'background'; name: 'record.begin' | 'list.begin'; body: Record<string, never> }
  | { to: 'background'; name: 'frame.blocked'; body: { why: 'frame-refused' } }
  | { to: 'background'; name: 'tab.seen'; body: { seen: SeenRecord | null; read?: boolean } }
  | { to: 'background'; name: 'tab.beside'; body: Record<never, never> };

/** Tells the background; a background that is gone is not the page's problem, so nothing is thrown. */
export async function tell(message: ScoutMessage): Promise<boolean> {
  if (!isAlive()) return false;
  try {
    const answer: { ok?: boolean } | undefined = await chrome.runtime.sendMessage(message);
    return answer?.ok === true;
  } catch {
    return false;
  }
}

/** How the panel was left on this CRM. */
export interface PanelState {
  open: boolean;
  side: Side;
  width: number;
}

export const PANEL_WIDTH = { least: 320, usual: 380, most: 560 } as const;

/**
 * What the background laid out for the scout in storage: this very shape under `watched`. All of it in one place, as a page that is
 * loading answers nobody quickly. Read without a schema, because this is loaded with every page; only the extension itself can write it.
 */
export interface Watched {
  /** Origin → CRM. */
  sites: Record<string, CrmId>;
  /** Match patterns of the vendors' clouds that are switched on. */
  clouds: { host: string; crm: CrmId }[];
  /** Of these CRMs and no others. */
  crms: Record<CrmId, WatchedCrm>;
  /** What is said in the page itself, in the language of the browser. */
  words: PageWords;
  /** Whether the organisation wants no chips in lists. */
  lists?: 'on' | 'off' | undefined;
  /** Where the organisation wants the sidebar; undefined: the person's choice. */
  home?: 'page' | 'panel' | undefined;
}

export interface WatchedCrm {
  recipe: Recipe;
  /** Its addresses, worked out. */
  outlines: Outlines;
}

/** As `lib/words/page.ts` has them. */
export interface PageWords {
  open: string;
  width: string;
  sidebar: string;
  row: string;
  updated: string;
  reload: string;
}

/** What the scout begins with. */
export interface Known extends WatchedCrm {
  words: PageWords;
  /** How it was left on this CRM. */
  panel: PanelState;
  /** False when people want it in the browser's own panel: then the page gets none. */
  inPage: boolean;
  /** Whether there are to be chips in its lists. */
  lists: boolean;
}

/** @returns what is known of the CRM that lives at this origin; null if none lives there */
export async function recall(origin: string): Promise<Known | null> {
  const key = `panel:${origin}`;
  const {
    watched,
    teaching,
    home,
    paused,
    [LISTS_OFF]: off,
    [key]: kept,
  } = await chrome.storage.local.get(['watched', 'teaching', 'home', 'paused', LISTS_OFF, key]);
  if (paused === true) return null;
  // While somebody teaches Truce this very site, one panel is enough.
  if ((teaching as { origin?: string } | undefined)?.origin === origin) return null;
  const { sites, clouds, crms, words, lists, home: set } = (watched ?? {}) as Partial<Watched>;
  const crm = sites?.[origin] ?? clouds?.find(({ host }) => covers(host, origin))?.crm;
  const known = crm && crms?.[crm];
  if (!known || !words) return null;
  const left = (kept ?? {}) as Partial<PanelState>;
  return {
    ...known,
    words,
    inPage: (set ?? home) !== 'panel',
    lists: lists !== 'off' && wantsLists(off, crm),
    panel: {
      open: left.open ?? true,
      side: left.side === 'left' ? 'left' : 'right',
      width: within(Number(left.width) || PANEL_WIDTH.usual),
    },
  };
}

/** @returns a width the sidebar is made for */
export function within(width: number): number {
  return Math.round(Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, width)));
}

/** Remembers how the panel was left; lost without harm if the extension is gone. */
export function remember(origin: string, panel: PanelState): void {
  if (isAlive())
    void chrome.storage.local.set({ [`panel:${origin}`]: panel }).catch(() => undefined);
}

/** Hears when somebody wants the panel in pages or beside them, and when Truce is paused: then a scout takes itself off. */
export function onSwitches({
  move,
  leave,
  signal,
}: {
  move(inPage: boolean): void;
  leave(): void;
  signal: AbortSignal;
}): void {
  const listen = ({ home, paused }: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area !== 'local') return;
    if (home) move(home.newValue !== 'panel');
    if (paused?.newValue === true) leave();
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.storage.onChanged.removeListener(listen),
  );
}
