/** Calls back each time somebody comes back to this tab. */
import { useEffect, useRef } from 'react';

export function useLooks(onLook: () => void): void {
  const latest = useRef(onLook);
  latest.current = onLook;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}
