/** The scout: address → record → facts → frame. Started once per page load on sites the person switched on. */
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import type { CrmAdapter } from '../crm/adapter.ts';
import { isKnownHost } from '../crm/hosts.ts';
import { isAlive, recall, tell } from './extension.ts';
import { createPanel, type Panel } from './panel.ts';
import { settle } from './settle.ts';
import { watchUrl } from './watch-url.ts';

/** How often a visible page looks whether its extension is still there; nothing tells it (w3c/webextensions#138). */
const PULSE_MS = 2000;

/** In the isolated world's global, where a second copy of this script (site switched off and on) finds it. */
const world = globalThis as { truceScout?: AbortController };

/** What the popup asks of the scout. Answered with a `PanelReport`. */
export interface ToScout {
  to: 'scout';
  name: 'panel.open' | 'panel.state';
}

/** Starts on pages of this adapter's CRM; on other origins that the pattern happens to match, it does nothing. */
export async function startScout(adapter: CrmAdapter): Promise<void> {
  const { crm, panel: state } = await recall(location.origin);
  if (crm !== adapter.id) return;
  world.truceScout?.abort();
  const life = new AbortController();
  world.truceScout = life;
  const panel = createPanel({
    origin: location.origin,
    src: chrome.runtime.getURL(
      isKnownHost(location.origin) ? 'sidebar.html' : 'sidebar-elsewhere.html',
    ),
    state,
    signal: life.signal,
    onBlocked: () =>
      void tell({ to: 'background', name: 'frame.blocked', body: { why: 'frame-refused' } }),
  });
  chrome.runtime.onMessage.addListener((message: ToScout, _sender, answer) => {
    if (life.signal.aborted || message?.to !== 'scout') return;
    if (message.name === 'panel.open') panel.open();
    answer(panel.state());
  });
  follow(adapter, panel, life);
}

/** Follows the address. The record is shown at once; what the page says of it comes when the page has settled. */
function follow(adapter: CrmAdapter, panel: Panel, life: AbortController): void {
  let key = '';
  let previous: { key: string; facts: PageFacts } | null = null;
  let reading = new AbortController();

  const onUrl = (url: URL) => {
    const record = adapter.detect(url);
    const next = record ? recordKey(record) : '';
    if (next === key) return;
    key = next;
    reading.abort();
    panel.show(record && { record, facts: {}, settled: false });
    if (!record) return;
    reading = new AbortController();
    readPage(record, key, reading.signal);
  };

  const readPage = (record: CrmRecord, own: string, signal: AbortSignal) => {
    const other = previous?.key === own ? null : (previous?.facts ?? null);
    const report = (facts: PageFacts | null) => {
      if (facts) previous = { key: own, facts };
      panel.show({ record, facts: facts ?? {}, settled: true });
    };
    settle({ adapter, record, document, previous: other, signal, report });
  };

  const watching = new AbortController();
  life.signal.addEventListener('abort', () => watching.abort());
  watchUrl(onUrl, watching.signal);
  const pulse = setInterval(() => {
    if (document.visibilityState !== 'visible' || isAlive()) return;
    panel.orphan();
    watching.abort();
  }, PULSE_MS);
  watching.signal.addEventListener('abort', () => clearInterval(pulse));
  // A page that comes back from the back/forward cache has lost its ports; the frame is asked to load again.
  window.addEventListener('pageshow', (event) => event.persisted && panel.renew(), {
    signal: watching.signal,
  });
}
