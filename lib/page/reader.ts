/** The reader: record → facts → frame. A script of its own, which the scout asks for when a record is first opened. */
import type { CrmRecord, PageFacts, SeenRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { createAdapter } from '../crm/adapter.ts';
import { isAlive, tell } from './extension.ts';
import { hearPopup } from './hear-popup.ts';
import { type Home, world } from './home.ts';
import { createPanel } from './panel.ts';
import { settle } from './settle.ts';
import { watchFront } from './watch-front.ts';

/** How often a visible page looks whether its extension is still there; nothing tells it (w3c/webextensions#138). */
const PULSE_MS = 2000;

/** So many earlier persons are held against what a page shows. */
const MOST_PERSONS = 5;

/** Starts in the page the scout lives in, and follows the record in front from then on. */
export function startReader(): void {
  const { truceHome: home } = world;
  if (!home || home.reader || home.signal.aborted) return;
  const panel = createPanel(home, {
    onBeside: () => void tell({ to: 'background', name: 'tab.beside', body: {} }),
    onBlocked: () =>
      void tell({ to: 'background', name: 'frame.blocked', body: { why: 'frame-refused' } }),
  });
  const show = (seen: SeenRecord | null, read = false) => {
    panel.show(seen);
    void tell({ to: 'background', name: 'tab.seen', body: { seen, read } });
  };
  const look = follow(home, show);
  home.reader = { panel, look };
  hearPopup(panel, home.signal);
  look();
  if (home.recipe.panels || home.recipe.frames) watchFront(look, home.signal);
  // An orphan goes on watching: the frame still runs, and must never show one person beside the page of another.
  const pulse = setInterval(() => {
    if (document.visibilityState !== 'visible' || isAlive()) return;
    panel.orphan();
    clearInterval(pulse);
  }, PULSE_MS);
  home.signal.addEventListener('abort', () => clearInterval(pulse));
  // A page that comes back from the back/forward cache has lost its ports; the frame is asked to load again. And the background was
  // told of another page in this tab meanwhile.
  const again = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    void tell({ to: 'background', name: 'tab.seen', body: { seen: panel.state().seen } });
    panel.renew();
  };
  window.addEventListener('pageshow', again, { signal: home.signal });
}

/**
 * Follows the record in front. It is shown at once; what the page says of it comes when the page has settled.
 *
 * @param show in the page, and in the browser's own panel, which asks the background; `read` when its page was read just now
 * @returns what looks which record that is now
 */
function follow(
  { recipe, outlines, signal }: Home,
  show: (seen: SeenRecord | null, read?: boolean) => void,
): () => void {
  const adapter = createAdapter(recipe, outlines);
  let key: string | null = null;
  const crmName = recipe.name;
  const persons = new Map<string, PageFacts>();
  let unread = false;
  let reading = new AbortController();
  signal.addEventListener('abort', () => reading.abort());

  /** What this page showed for other records lately. A record left before it was read may still be on the page. */
  const seenElsewhere = (own: string) =>
    [...persons].filter(([other]) => other !== own).map(([, facts]) => facts);

  const readPage = (record: CrmRecord, own: string) => {
    const report = (facts: PageFacts | null) => {
      unread = facts === null;
      if (facts) remember(own, facts);
      show({ record, crmName, facts: facts ?? {}, settled: true }, true);
    };
    const hurried = unread;
    unread = true;
    settle({
      adapter,
      record,
      document,
      url: () => new URL(location.href),
      others: seenElsewhere(own),
      hurried,
      signal: reading.signal,
      report,
    });
  };

  const remember = (own: string, facts: PageFacts) => {
    persons.delete(own);
    persons.set(own, facts);
    const [oldest] = persons.keys();
    if (persons.size > MOST_PERSONS && oldest !== undefined) persons.delete(oldest);
  };

  return () => {
    if (signal.aborted) return;
    const record = adapter.locate(document, new URL(location.href));
    const next = record ? recordKey(record) : '';
    if (next === key) return;
    key = next;
    reading.abort();
    show(record && { record, crmName, facts: {}, settled: false });
    if (!record) return;
    reading = new AbortController();
    readPage(record, key);
  };
}
