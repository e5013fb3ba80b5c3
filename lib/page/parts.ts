/** Small pieces of the panel, each an element. The page can dispatch events, so only trusted ones count. */
import type { Side } from './wire.ts';

/** The collapsed panel: a tab at the page's edge. */
export function createTab(onOpen: () => void, signal: AbortSignal): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.hidden = true;
  tab.setAttribute('aria-label', 'Open Truce');
  tab.append(document.createElement('u'), text('b', 'Truce'));
  tab.addEventListener('click', (event) => event.isTrusted && onOpen(), { signal });
  return tab;
}

/** Grey lines in the place of the sidebar until the frame has something to show. */
export function createWaiting(): HTMLElement {
  const waiting = document.createElement('div');
  waiting.className = 'waiting';
  waiting.setAttribute('aria-hidden', 'true');
  for (const width of ['60%', '80%', '40%', '90%', '70%']) {
    const line = document.createElement('i');
    line.style.width = width;
    waiting.append(line);
  }
  return waiting;
}

/** The one card an orphaned page shows. It never reloads by itself: somebody may be typing in the CRM. */
export function createNotice(side: Side): HTMLElement {
  const notice = document.createElement('div');
  notice.className = `notice ${side}`;
  notice.setAttribute('role', 'status');
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = 'Reload this page';
  reload.addEventListener('click', (event) => event.isTrusted && location.reload());
  notice.append(
    text('p', 'Truce was updated. What you saved is safe; reload this page to go on with it.'),
    reload,
  );
  return notice;
}

function text(tag: string, words: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
