/** The extension's keys as the browser has them now, and the browser's own page where they are changed. */
import { useEffect } from 'react';
import type { KeysProps, KeyView } from '../../components/options/looks-props.ts';
import { browser } from '../../lib/platform/browser.ts';
import { useRead } from './use-read.ts';

/** Newer than the polyfill's types; null where the browser does not have it. */
const openInFirefox = (browser.commands as { openShortcutSettings?: () => Promise<void> })
  .openShortcutSettings;
const isChromium = browser.runtime.getURL('').startsWith('chrome-extension:');

export function useKeys(): KeysProps {
  const [keys, readAgain] = useRead<KeyView[]>([], readKeys);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes back from the browser's page sees what they chose
  useEffect(() => {
    document.addEventListener('visibilitychange', readAgain);
    return () => document.removeEventListener('visibilitychange', readAgain);
  }, []);
  return {
    keys,
    canOpenKeys: isChromium || openInFirefox !== undefined,
    onOpenKeys: () => {
      if (openInFirefox) void openInFirefox.call(browser.commands);
      // No page may link to this address, but an extension may open it.
      else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    },
  };
}

async function readKeys(): Promise<KeyView[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, description, shortcut }) =>
    name && description ? [{ name, does: description, key: shortcut ?? '' }] : [],
  );
}
