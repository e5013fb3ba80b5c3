/**
 * Opening the browser's own panel. Browsers do that only inside the press itself: after the switchboard has parsed and awaited
 * it is too late, so this listens beside it and answers nobody.
 */
import { envelope } from '../../lib/messaging/protocol.ts';
import { browser } from '../../lib/platform/browser.ts';
import { type Home, onHomeChosen, readHome } from '../../lib/platform/home.ts';
import { openSidePanel } from '../../lib/platform/side-panel.ts';

interface From {
  id?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/** Keys that want the sidebar on screen, wherever it lives. */
const IN_SIDEBAR = ['toggle', 'accept', 'recycle', 'reject'];

/** Must be called at the worker's top level. */
export function listenForBeside(): void {
  browser.runtime.onMessage.addListener((message: unknown, { id, frameId, tab }: From) => {
    const parsed = envelope.safeParse(message);
    const wanted = parsed.success && parsed.data.name === 'tab.beside';
    if (wanted && id === browser.runtime.id && frameId === 0 && tab?.id !== undefined) {
      void openSidePanel(tab.id);
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
