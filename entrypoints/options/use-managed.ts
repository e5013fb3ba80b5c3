/** What the organisation has set for this browser, as the options page shows it. */
import { useEffect } from 'react';
import type { ManagedView } from '../../components/options/ManagedCard.tsx';
import { type Managed, managedKey } from '../../lib/contract/managed.ts';
import { onManaged, readManaged } from '../../lib/platform/managed.ts';
import { whyNotConnected } from '../../lib/sync/by-policy.ts';
import { useRead } from './use-read.ts';

interface Now {
  view: ManagedView;
  set: Managed;
}

const NOTHING: Now = { view: { set: [], wrong: [], problem: null }, set: {} };

/** @param isConnected whether there is nothing left to explain */
export function useManaged(isConnected: boolean): Now {
  const [now, readAgain] = useRead(NOTHING, read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard is always answered by reading anew
  useEffect(() => onManaged(readAgain), []);
  return isConnected ? { ...now, view: { ...now.view, problem: null } } : now;
}

async function read(): Promise<Now> {
  const [{ set, wrong }, problem] = await Promise.all([readManaged(), whyNotConnected()]);
  const shown = managedKey.options.flatMap((key) => {
    const value = set[key];
    return value === undefined ? [] : [{ key, value: inWords(key, value) }];
  });
  return { view: { set: shown, wrong, problem }, set };
}

/** An invitation is a secret of one person's until it is used, so only that there is one is said. */
function inWords(key: string, value: unknown): string {
  if (key === 'invitation') return '•••';
  if (!Array.isArray(value)) return String(value);
  return value
    .map((entry) => (typeof entry === 'string' ? entry : `${entry.origin} (${entry.crm})`))
    .join(', ');
}
