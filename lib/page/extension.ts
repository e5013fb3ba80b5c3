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
  | { to: 'background'; name: 'list.begin'; body: Record<string, never> }
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

/** Until the background of this version has laid out its words. */
const NO_WORDS: PageWords = {
  open: 'Truce',
  width: 'Truce',
  sidebar: 'Truce',
  row: 'Truce',
  updated: 'Truce',
  reload: '↻',
};

/**
 * @returns the recipe of the CRM that lives at this origin, how the panel was left there, and whether it is to be in pages
 * at all; null if none lives there
 */
export async function recall(
  origin: string,
): Promise<{ recipe: Recipe; panel: PanelState; inPage: boolean; words: PageWords } | null> {
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
  const { sites = {}, clouds = [], words = NO_WORDS } = (watched ?? {}) as Partial<Watched>;
  const crm = sites[origin] ?? clouds.find(({ host }) => covers(host, origin))?.crm;
  if (!crm) return null;
  const name = `recipe:${crm}`;
  const { [name]: recipe } = await chrome.storage.local.get(name);
  if (!recipe) return null;
  const left = (kept ?? {}) as Partial<PanelState>;
  return {
    recipe: recipe as Recipe,
    words,
    inPage: home !== 'panel',
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

/** Hears when somebody wants the panel in pages, or in the browser's own place beside them. */
export function onHome(then: (inPage: boolean) => void, signal: AbortSignal): void {
  const listen = ({ home }: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area === 'local' && home) then(home.newValue !== 'panel');
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.storage.onChanged.removeListener(listen),
  );
}

/** Hears when somebody pauses Truce: then a scout takes itself off its page. */
export function onPause(then: () => void, signal: AbortSignal): void {
  const listen = ({ paused }: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area === 'local' && paused?.newValue === true) then();
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.storage.onChanged.removeListener(listen),
  );
}
