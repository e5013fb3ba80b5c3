/** The scout: address → record → facts → frame. Started once per page load on sites the person switched on. */

import type { FactName } from '../contract/recipe.ts';
import type { CrmRecord, PageFacts, SeenRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { type CrmAdapter, createAdapter } from '../crm/adapter.ts';
import { isKnownHost } from '../crm/hosts.ts';
import { isAlive, onHome, onPause, recall, tell } from './extension.ts';
import { world as isolated } from './home.ts';
import { createHost } from './host.ts';
import { createPanel, type Panel, type PanelReport } from './panel.ts';
import { settle } from './settle.ts';
import { watchFront } from './watch-front.ts';
import { watchUrl } from './watch-url.ts';

/** How often a visible page looks whether its extension is still there; nothing tells it (w3c/webextensions#138). */
const PULSE_MS = 2000;

/** So many earlier persons are held against what a page shows. */
const MOST_PERSONS = 5;

/** In the isolated world's global, where a second copy of this script (site switched off and on) finds it. */
const world = globalThis as { truceScout?: AbortController };

/** What the popup asks of the scout. Answered with a `PanelReport`. */
export interface ToScout {
  to: 'scout';
  /** `focus` opens the panel, and the keyboard is in it then; `toggle` does that or closes it. */
  name: 'panel.state' | 'panel.focus' | 'panel.toggle';
}

/** Starts if Truce was told which CRM lives at this origin; else (its pattern covers more) it does nothing. */
export async function startScout(): Promise<void> {
  const known = await recall(location.origin);
  if (!known) return;
  const { recipe, panel: state, inPage, words } = known;
  world.truceScout?.abort();
  const life = new AbortController();
  world.truceScout = life;
  const host = createHost(life.signal);
  isolated.truceHome = { host, recipe, words, listing: false, signal: life.signal };
  const panel = createPanel({
    host,
    words,
    origin: location.origin,
    src: chrome.runtime.getURL(
      isKnownHost(recipe, location.origin) ? 'sidebar.html' : 'sidebar-elsewhere.html',
    ),
    state,
    inPage,
    signal: life.signal,
    onBeside: () => void tell({ to: 'background', name: 'tab.beside', body: {} }),
    onBlocked: () =>
      void tell({ to: 'background', name: 'frame.blocked', body: { why: 'frame-refused' } }),
  });
  onHome(panel.move, life.signal);
  const leave = () => {
    void tell({ to: 'background', name: 'tab.seen', body: { seen: null } });
    life.abort();
  };
  onPause(leave, life.signal);
  // A page that lay in the back/forward cache heard nothing of a pause meanwhile.
  const comeBack = async () => {
    if (isAlive() && !(await recall(location.origin))) leave();
  };
  window.addEventListener('pageshow', (event) => event.persisted && void comeBack(), {
    signal: life.signal,
  });
  hearPopup(panel, life.signal);
  follow(createAdapter(recipe), panel, life.signal);
}

function hearPopup(panel: Panel, signal: AbortSignal): void {
  const hear = (message: ToScout, _: unknown, answer: (report: PanelReport) => void) => {
    if (signal.aborted || message?.to !== 'scout') return;
    if (message.name === 'panel.focus') panel.focus();
    if (message.name === 'panel.toggle') panel.toggle();
    answer(panel.state());
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.runtime.onMessage.removeListener(hear),
  );
}

/** Follows the record in front. It is shown at once; what the page says of it comes when the page has settled. */
function follow(adapter: CrmAdapter, panel: Panel, signal: AbortSignal): void {
  let key: string | null = null;
  const crmName = adapter.recipe.name;
  const persons = new Map<string, PageFacts>();
  let unread = false;
  let reading = new AbortController();

  const look = () => {
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

  /** In the page, and in the browser's own panel, which asks the background. */
  const show = (seen: SeenRecord | null) => {
    panel.show(seen);
    void tell({ to: 'background', name: 'tab.seen', body: { seen } });
  };

  /** What this page showed for other records lately. A record left before it was read may still be on the page. */
  const seenElsewhere = (own: string) =>
    [...persons].filter(([other]) => other !== own).map(([, facts]) => facts);

  const readPage = (record: CrmRecord, own: string) => {
    const report = (facts: PageFacts | null) => {
      unread = facts === null;
      if (facts) remember(own, facts);
      show({ record, crmName, facts: facts ?? {}, settled: true });
      count(record, facts ?? {});
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

  /** So that a CRM whose pages have changed is noticed; counted on this machine, and nothing but what was found. */
  const count = ({ crm, kind }: CrmRecord, facts: PageFacts) => {
    const found = Object.keys(facts) as FactName[];
    void tell({ to: 'background', name: 'page.read', body: { crm, kind, found } });
  };

  signal.addEventListener('abort', () => reading.abort());
  let listed = false;
  /** What only lists need is a script of its own, which the background puts beside this one when the first is opened. */
  const beginList = () => {
    if (listed || adapter.detect(new URL(location.href))?.is !== 'list') return;
    listed = true;
    void tell({ to: 'background', name: 'list.begin', body: {} });
  };
  watchUrl(() => {
    look();
    beginList();
  }, signal);
  if (adapter.recipe.panels || adapter.recipe.frames) watchFront(look, signal);
  // An orphan goes on watching: the frame still runs, and must never show one person beside the page of another.
  const pulse = setInterval(() => {
    if (document.visibilityState !== 'visible' || isAlive()) return;
    panel.orphan();
    clearInterval(pulse);
  }, PULSE_MS);
  signal.addEventListener('abort', () => clearInterval(pulse));
  // A page that comes back from the back/forward cache has lost its ports; the frame is asked to load again. And the background was
  // told of another page in this tab meanwhile.
  const again = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    void tell({ to: 'background', name: 'tab.seen', body: { seen: panel.state().seen } });
    panel.renew();
  };
  window.addEventListener('pageshow', again, { signal });
}
