/** What our scripts in one page share: the scout makes it, the lister lives in it. Out of the page's reach, in the isolated world. */
import type { Recipe } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import { isAlive, type PageWords } from './extension.ts';
import type { Host } from './host.ts';

export interface Home {
  host: Host;
  recipe: Recipe;
  words: PageWords;
  /** Set when the lister has started here. */
  listing: boolean;
  signal: AbortSignal;
}

/** The isolated world's global. */
export const world = globalThis as { truceHome?: Home };

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
