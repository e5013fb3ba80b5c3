/** What the organisation has set for this browser (lib/contract/managed.ts), as it stands now. */
import { type Managed, type ManagedRead, readPolicy } from '../contract/managed.ts';
import { browser } from './browser.ts';

/** @returns what is set, and what of it is wrong; nothing at all where there is no policy */
export async function readManaged(): Promise<ManagedRead> {
  return readPolicy(await policy());
}

/** @returns what is set */
export async function managedNow(): Promise<Managed> {
  return (await readManaged()).set;
}

/** Firefox throws where no policy is set, Chromium answers with nothing. */
async function policy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/** Calls `then` whenever the organisation has changed what it set. @returns a function that stops listening */
export function onManaged(then: () => void): () => void {
  const listen = (_: unknown, area: string) => {
    if (area === 'managed') then();
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
