/**
 * Opening the browser's own panel. Browsers do that only inside the press itself: after the switchboard has parsed and awaited
 * it is too late, so this listens beside it and answers nobody.
 */
import { RULES } from '../../lib/messaging/protocol.ts';
import { type RawSender, senderAt } from '../../lib/messaging/senders.ts';
import { browser } from '../../lib/platform/browser.ts';
import { type Home, onHomeChosen, readHome } from '../../lib/platform/home.ts';
import { openSidePanel } from '../../lib/platform/side-panel.ts';

/** Keys that want the sidebar on screen, wherever it lives. */
const IN_SIDEBAR = ['toggle', 'accept', 'recycle', 'reject'];

/** Must be called at the worker's top level. */
export function listenForBeside(): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: RawSender) => {
    if (!isBeside(message)) return undefined;
    // Whom the gate would let in: a content script needs no confirmation, so nothing has to be awaited for it.
    const from = senderAt(raw, browser.runtime.getURL('/'), browser.runtime.id);
    if (from?.tabId != null && RULES['tab.beside'].from.includes(from.kind)) {
      void openSidePanel(from.tabId);
    }
    return undefined;
  });

  // Known beforehand, because nothing may be awaited in the press. A worker that it has just woken knows it the next time.
  let home: Home = 'page';
  const hear = (chosen: Home) => {
    home = chosen;
  };
  void readHome().then(hear);
  onHomeChosen(hear);
  browser.commands.onCommand.addListener((name, tab) => {
    if (IN_SIDEBAR.includes(name) && home === 'panel' && tab?.id !== undefined) {
      void openSidePanel(tab.id);
    }
  });
}

const isBeside = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  'to' in message &&
  'name' in message &&
  message.to === 'background' &&
  message.name === 'tab.beside';
