/** What the toolbar button says: of one tab, that its page refuses the sidebar; else, what needs the person, or that all rests. */
import { browser } from './browser.ts';

/** On the button of a tab whose page refuses the sidebar. In no language, so that it can be asked for. */
const ATTENTION = '!';
const SALES = '#b0470a';
const INK = '#5b6470';

/** The page refuses frames: say so where the person looks for the sidebar. @param title in a sentence */
export async function showBlocked(tabId: number, title: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: SALES });
  await browser.action.setBadgeText({ tabId, text: ATTENTION });
  await browser.action.setTitle({ tabId, title });
}

/** The sidebar is up: the button of this tab says again what all the others say. */
export async function showNothing(tabId: number): Promise<void> {
  if (!(await isBlocked(tabId))) return;
  await browser.action.setBadgeBackgroundColor({ tabId, color: INK });
  await browser.action.setBadgeText({ tabId, text: null });
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) });
}

/** @returns whether the button of this tab says that the page refuses the sidebar */
export async function isBlocked(tabId: number): Promise<boolean> {
  return (await browser.action.getBadgeText({ tabId })) === ATTENTION;
}

/** What all buttons say that have nothing of their own to say. */
export interface Shown {
  /** `off`: Truce rests. `open`: nobody is connected. (`npm run icons` draws them.) */
  icon: 'on' | 'off' | 'open';
  /** A number, a short word, or nothing. */
  text: string;
  /** In a sentence, for those who point at it or hear it. */
  title: string;
}

export async function showEverywhere({ icon, text, title }: Shown): Promise<void> {
  const kind = icon === 'on' ? '' : `${icon}-`;
  await browser.action.setIcon({
    path: { 16: `/icon/${kind}16.png`, 32: `/icon/${kind}32.png` },
  });
  await browser.action.setBadgeBackgroundColor({ color: INK });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}
