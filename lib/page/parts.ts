/** Small pieces of the panel, each an element. The page can dispatch events, so only trusted ones count. */
import type { PageWords } from './extension.ts';
import type { TabFace } from './wire.ts';

/** The collapsed panel: a tab at the page's edge. */
export function createTab(
  words: PageWords,
  onOpen: () => void,
  signal: AbortSignal,
): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.hidden = true;
  drawTab(tab, words, null);
  tab.addEventListener('click', (event) => event.isTrusted && onOpen(), { signal });
  return tab;
}

/** Score and grade of the lead in front, all that a CRM page's process may know of it; without one, our name. */
export function drawTab(tab: HTMLElement, words: PageWords, face: TabFace | null): void {
  tab.setAttribute('aria-label', face ? `${words.open}. ${face.label}` : words.open);
  const said = face?.text.split(' ') ?? [];
  tab.classList.toggle('scored', said.length > 0);
  // Drawn by the style, as chips are: a page can search the text of closed roots, too.
  const lines = (said.length > 0 ? said : ['Truce']).map((word) => {
    const line = document.createElement('b');
    line.dataset.said = word;
    return line;
  });
  tab.replaceChildren(document.createElement('u'), ...lines);
}

/** The one card an orphaned page shows. It never reloads by itself: somebody may be typing in the CRM. */
export function createNotice(words: PageWords): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = words.reload;
  reload.addEventListener('click', (event) => event.isTrusted && location.reload());
  notice.append(text('p', words.updated), reload);
  return notice;
}

function text(tag: string, words: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
