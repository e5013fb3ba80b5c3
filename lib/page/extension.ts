/** The few extension APIs the scout uses, without the polyfill's weight: promises work under `chrome` in both browsers. */
import type { FactName, Recipe } from '../contract/recipe.ts';
import type { CrmId, RecordKind, SeenRecord } from '../contract/record.ts';
import { covers } from '../crm/hosts.ts';
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

/** Messages from the scout to the background. The background answers `true` or nothing. */
export type ScoutMessage =
  | { to: 'background'; name: 'frame.offer'; body: { nonce: string; page: string; seat: Seat } }
  | { to: 'background'; name: 'record.begin' | 'list.begin'; body: Record<string, never> }
  | { to: 'background'; name: 'frame.blocked'; body: { why: 'frame-refused' } }
  | { to: 'background'; name: 'tab.seen'; body: { seen: SeenRecord | null } }
  | { to: 'background'; name: 'tab.beside'; body: Record<never, never> }
  | {
      to: 'background';
      name: 'page.read';
      body: { crm: CrmId; kind: RecordKind; found: FactName[] };
    };

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
 * What the background laid out for the scout in storage: this very shape under `watched`, recipes under `recipe:<crm>`.
 * Read without a schema, because this is loaded with every page; only the extension itself can write it.
 */
export interface Watched {
  /** Origin → CRM. */
  sites: Record<string, CrmId>;
  /** Match patterns of the vendors' clouds that are switched on. */
  clouds: { host: string; crm: CrmId }[];
  /** What is said in the page itself, in the language of the browser. */
  words: PageWords;
  /** Where the organisation wants the sidebar; undefined: the person's choice. */
  home?: 'page' | 'panel' | undefined;
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
export interface Known {
  recipe: Recipe;
  words: PageWords;
  /** How it was left on this CRM. */
  panel: PanelState;
  /** False when people want it in the browser's own panel: then the page gets none. */
  inPage: boolean;
}

/** @returns what is known of the CRM that lives at this origin; null if none lives there */
export async function recall(origin: string): Promise<Known | null> {
  const key = `panel:${origin}`;
  const {
    watched,
    teaching,
    home,
    paused,
    [key]: kept,
  } = await chrome.storage.local.get(['watched', 'teaching', 'home', 'paused', key]);
  if (paused === true) return null;
  // While somebody teaches Truce this very site, one panel is enough.
  if ((teaching as { origin?: string } | undefined)?.origin === origin) return null;
  const { sites = {}, clouds = [], words, home: set } = (watched ?? {}) as Partial<Watched>;
  const crm = sites[origin] ?? clouds.find(({ host }) => covers(host, origin))?.crm;
  if (!crm || !words) return null;
  const name = `recipe:${crm}`;
  const { [name]: recipe } = await chrome.storage.local.get(name);
  if (!recipe) return null;
  const left = (kept ?? {}) as Partial<PanelState>;
  return {
    recipe: recipe as Recipe,
    words,
    inPage: (set ?? home) !== 'panel',
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
