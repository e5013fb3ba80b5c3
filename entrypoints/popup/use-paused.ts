import { useEffect, useState } from 'react';
import { browser } from '../../lib/platform/browser.ts';
import { isPaused, PAUSED } from '../../lib/platform/pause.ts';

/** @returns whether Truce is paused, here or anywhere else */
export function usePaused(): boolean {
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    const read = () => void isPaused().then(setPaused);
    const listen = (changes: Record<string, unknown>, area: string) => {
      if (area === 'local' && PAUSED in changes) read();
    };
    read();
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, []);
  return paused;
}
