/**
 * The scout: knows which CRM this is, watches the address, and has brought what records and lists need when one is opened.
 * Started once per page load on sites the person switched on, so it is small: it never looks into the page.
 */
import { detectorOf } from '../crm/address.ts';
import { isAlive, onSwitches, recall, tell } from './extension.ts';
import { type Home, world as isolated } from './home.ts';
import { createHost, type Host } from './host.ts';
import { createPlace, type Place } from './place.ts';
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
  const { recipe, signal } = home;
  const detect = detectorOf(recipe);
  // Records that come without an address: only the reader sees those.
  const looksDeeper = Boolean(recipe.panels ?? recipe.frames);
  let coming = false;
  let listed = false;

  /** The background puts the script beside this one. Where it did not, the next record asks again. */
  const bringReader = async () => {
    if (coming) return;
    coming = true;
    await tell({ to: 'background', name: 'record.begin', body: {} });
    coming = false;
    if (!home.reader && shown) home.place().lay(false);
  };
  let shown = false;

  watchUrl(() => {
    const is = detect(new URL(location.href))?.is;
    if (home.reader) home.reader.look();
    else {
      const isRecord = is === 'record';
      if (home.inPage && (isRecord || shown)) {
        home.place().lay(isRecord && home.panel.open);
        home.place().iframe();
        shown = true;
      }
      if (isRecord || looksDeeper) void bringReader();
      else void tell({ to: 'background', name: 'tab.seen', body: { seen: null } });
    }
    if (is !== 'list' || listed) return;
    listed = true;
    void tell({ to: 'background', name: 'list.begin', body: {} });
  }, signal);
}
