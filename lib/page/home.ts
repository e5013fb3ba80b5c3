/**
 * What our scripts in one page share: the scout makes it, reader and lister live in it. Out of the page's reach, in the
 * isolated world.
 */
import type { CrmId } from '../contract/record.ts';
import { isAlive, type Known } from './extension.ts';
import type { Host } from './host.ts';
import { keepHost } from './keep-host.ts';
import type { Panel } from './panel.ts';
import type { Place } from './place.ts';

export interface Home extends Known {
  /** The one element of ours on this page, put there when something is to be in it. */
  host(): Host;
  /** Brings it back to its place; null until somebody has it kept there. */
  keep: (() => void) | null;
  /** Where the panel stands; the same each time. */
  place(): Place;
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

/** CRMs whose lists are to stay as they are; all others get chips. Written by `lib/sites/lists.ts`. */
const KEY = 'listsOff';

/** @returns whether chips are wanted on the lists of this CRM */
export async function wantsLists(crm: CrmId): Promise<boolean> {
  const { [KEY]: off } = await chrome.storage.local.get(KEY);
  return !(Array.isArray(off) && off.includes(crm));
}

/** Hears each time the switch is moved. */
export function onLists(crm: CrmId, hear: (on: boolean) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) void wantsLists(crm).then(hear, () => undefined);
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.storage.onChanged.removeListener(listen),
  );
}
