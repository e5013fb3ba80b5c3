/**
 * The scout: knows which CRM this is, watches the address, and has brought what records and lists need when one is opened.
 * Started once per page load on sites the person switched on, so it is small: it never looks into the page.
 */
import type { FirstHeard } from '../contract/first-heard.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { CrmRecord, SeenRecord } from '../contract/record.ts';
import { type Address, detectorOf } from '../crm/detect.ts';
import { isAlive, onSwitches, recall, tell } from './extension.ts';
import { type Home, world as isolated } from './home.ts';
import { createHost, type Host } from './host.ts';
import { createCardPlace, createPlace, type Place } from './place.ts';
import { watchUrl } from './watch-url.ts';

/** In the isolated world's global, where a second copy of this script (site switched off and on) finds it. */
const world = globalThis as { truceScout?: AbortController };

/** Starts if Truce was told which CRM lives at this origin; else (its pattern covers more) it does nothing. */
export async function startScout(): Promise<void> {
  const known = await recall(location.origin);
  if (!known) return;
  world.truceScout?.abort();
  const life = new AbortController();
  const { signal } = life;
  world.truceScout = life;
  let host: Host | null = null;
  let place: Place | null = null;
  const home: Home = {
    ...known,
    host: () => (host ??= createHost(signal)),
    keep: null,
    place: () => (place ??= createPlace(home.host(), home)),
    card: null,
    reader: null,
    listing: false,
    signal,
  };
  isolated.truceHome = home;
  const leave = () => {
    void tell({ to: 'background', name: 'tab.seen', body: { seen: null } });
    life.abort();
  };
  const move = (inPage: boolean) => {
    home.inPage = inPage;
    home.reader?.panel.move(inPage);
  };
  onSwitches({ move, leave, signal });
  // A page that lay in the back/forward cache heard nothing of a pause meanwhile.
  const comeBack = async () => {
    if (isAlive() && !(await recall(location.origin))) leave();
  };
  window.addEventListener('pageshow', (event) => event.persisted && void comeBack(), { signal });
  lookOut(home);
}

/** Follows the address. Of a record it shows the place at once, and the frame begins to load while the reader is brought. */
function lookOut(home: Home): void {
  const { recipe, outlines, signal } = home;
  const detect = detectorOf(recipe, outlines);
  // Records that come without an address: only the reader sees those.
  const looksDeeper = Boolean(recipe.panels ?? recipe.frames);
  let coming = false;
  let listed = false;

  /** The background puts the script beside this one, once there is something to read. Where it did not, the next record asks again. */
  const bringReader = async () => {
    if (coming) return;
    coming = true;
    await pageThere();
    await tell({ to: 'background', name: 'record.begin', body: {} });
    coming = false;
    if (!home.reader && shown) home.place().lay(false);
  };
  let shown = false;
  let first: FirstHeard[] = [];
  // A page that is just coming up is painted first: browsers paint it only together with a frame that is in it already. In a tab
  // that nobody looks at that can be in an hour, and Truce may rest by then.
  const afterPaint = (act: () => void) =>
    requestAnimationFrame(() => setTimeout(() => signal.aborted || act()));

  const here = () => detect(new URL(location.href));
  const turn = (address: Address | null) => {
    const is = address?.is;
    const record = address?.is === 'record' ? address.record : null;
    if (home.reader) home.reader.look();
    else {
      if (home.inPage && (record || shown)) {
        const { side, open } = home.panel;
        home.place().lay(record !== null && open);
        // Made for the record before it would show that one beside this page, until it hears of this.
        home.place().clear();
        first = [
          { kind: 'panel', side, shown: open },
          // Which one is in front, where others can lie over it, only the reader sees.
          { kind: 'seen', seen: looksDeeper ? null : record && firstSight(record, recipe) },
        ];
        afterPaint(() => home.place().iframe(first));
        shown = true;
      }
      // Of a page without a record nothing is said: whoever asks the background of this tab asks the page, too.
      if (record || looksDeeper) void bringReader();
    }
    if (is !== 'list' || listed) return;
    listed = true;
    if (home.lists) {
      afterPaint(() => {
        home.card ??= createCardPlace(home.host(), home);
      });
    }
    void pageThere().then(() => tell({ to: 'background', name: 'list.begin', body: {} }));
  };

  watchUrl(() => {
    const address = here();
    // What is put there stands behind the page's own.
    if (address && !document.body) void bodyThere().then(() => signal.aborted || turn(here()));
    else turn(address);
  }, signal);
}

/** Of a record nothing but which one it is. */
const firstSight = (record: CrmRecord, { name }: Recipe): SeenRecord => ({
  record,
  crmName: name,
  facts: {},
  settled: false,
});

/** Of a page that has none yet. Nothing deeper is watched: of each node that a page is made of, somebody would be told. */
function bodyThere(): Promise<void> {
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!document.body) return;
      watch.disconnect();
      done();
    });
    watch.observe(document.documentElement, { childList: true });
  });
}

/** Whoever reads the page comes when it is all there, and has worked for itself first. */
function pageThere(): Promise<unknown> {
  return new Promise((done) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done);
    else done(null);
  });
}
