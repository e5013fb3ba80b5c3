/**
 * What our scripts in one page share: the scout makes it, reader and lister live in it. Out of the page's reach, in the
 * isolated world.
 */
import type { CrmId } from '../contract/record.ts';
import { isAlive, type Known } from './extension.ts';
import type { Host } from './host.ts';
import { keepHost } from './keep-host.ts';
import { LISTS_OFF, wantsLists } from './lists-off.ts';
import type { Panel } from './panel.ts';
import type { CardPlace, Place } from './place.ts';

export interface Home extends Known {
  /** The one element of ours on this page, put there when something is to be in it. */
  host(): Host;
  /** Brings it back to its place; null until somebody has it kept there. */
  keep: (() => void) | null;
  /** Where the panel stands; the same each time. */
  place(): Place;
  /** Where the card of a list's row stands, once there is a list; null: none yet, or no longer. */
  card: CardPlace | null;
  /** Set by the reader: it has come, and hears of every address from then on. */
  reader: { panel: Panel; look(): void } | null;
  /** Set when the lister has started here. */
  listing: boolean;
  signal: AbortSignal;
}

/** The isolated world's global. */
export const world = globalThis as { truceHome?: Home };

/** @returns the host, kept in its place from now on, and what brings it back there */
export function keptHost(home: Home): Host & { restore(): void } {
  const host = home.host();
  home.keep ??= keepHost(host, home.signal);
  return { ...host, restore: home.keep };
}

/** Hears now, and each time the switch is moved, whether this CRM's lists are to have chips. */
export function onLists(crm: CrmId, hear: (on: boolean) => void, signal: AbortSignal): void {
  const look = async () => {
    const { [LISTS_OFF]: off } = await chrome.storage.local.get(LISTS_OFF);
    hear(wantsLists(off, crm));
  };
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && LISTS_OFF in changes) void look().catch(() => undefined);
  };
  void look().catch(() => undefined);
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.storage.onChanged.removeListener(listen),
  );
}
