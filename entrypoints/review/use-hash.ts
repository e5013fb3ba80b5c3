/** What stands in the address behind `#`, now and after every change of it. */
import { useSyncExternalStore } from 'react';

export function useHash(): string {
  return useSyncExternalStore(listen, () => location.hash);
}

function listen(changed: () => void) {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
