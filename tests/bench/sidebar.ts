/**
 * How fast the sidebar follows: `npm run bench:sidebar`. The built extension (`npx wxt build --mode demo` first) in a real
 * Chromium on Atomic CRM, with the real store beside it, all on this machine.
 *
 * A navigation is the record's address changing in the CRM; it ends in the frame in which the sidebar has painted that lead's
 * name, score and verdict bar. Nothing in the product knows that it is measured. `--navigations 20` for a shorter walk,
 * `--part loads` (or list, records, events) for one part.
 */
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { keep, lastOf } from './kept.ts';
import { servePages } from './page/pages.ts';
import { type PlainChromium, type Session, startPlain } from './sidebar/cdp.ts';
import { type Line, load, median, pause, said } from './sidebar/figures.ts';
import { fullLoads } from './sidebar/full-load.ts';
import { listChips, ROWS } from './sidebar/list-chips.ts';
import { forgetCards, goTo, loadAll, openAll, painted, scrollThrough } from './sidebar/probe.ts';
import { type BenchScene, type Contact, openBenchScene } from './sidebar/scene.ts';
import { setUp } from './sidebar/set-up.ts';

const { values } = parseArgs({
  options: {
    navigations: { type: 'string', default: '50' },
    part: { type: 'string', multiple: true },
  },
});
const NAVIGATIONS = Number(values.navigations);
/** The CRM's own page has come to rest by then, as it has when somebody reads it. */
const REST_MS = 700;

interface Stage {
  scene: BenchScene;
  chromium: PlainChromium;
  page: Session;
  sidebar: Session;
}

/** Goes to somebody. @returns ms from the change of the address to the painting */
async function visit({ page, sidebar }: Stage, { id, name }: Contact): Promise<number> {
  const done = sidebar.run(painted, name);
  const began = await page.run(goTo, `#/contacts/${id}/show`);
  const took = (await done) - began;
  await pause(REST_MS);
  return took;
}

/** Goes round the contacts, so that nobody comes twice in a row. */
async function walk(stage: Stage, before: () => Promise<unknown> = async () => undefined) {
  const { contacts } = stage.scene;
  const times: number[] = [];
  for (let n = 0; n < NAVIGATIONS; n += 1) {
    const contact = contacts[n % contacts.length];
    if (!contact) break;
    await before();
    times.push(await visit(stage, contact));
  }
  return times;
}

/** Each time the store is asked the same from here first: what it needs by itself. */
async function coldWalk(stage: Stage): Promise<{ painted: number[]; more: number[] }> {
  const { contacts, crm, store, workspace } = stage.scene;
  const times: { painted: number[]; more: number[] } = { painted: [], more: [] };
  for (let n = 0; n < NAVIGATIONS; n += 1) {
    const contact = contacts[n % contacts.length];
    if (!contact) break;
    await stage.sidebar.run(forgetCards);
    const record = {
      crm: 'atomic',
      org: new URL(crm.origin).host,
      kind: 'contact',
      id: contact.id,
    };
    const began = performance.now();
    await fetch(`${store.url}/api/leads/find`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${workspace.token}`,
      },
      body: JSON.stringify({ record, facts: {} }),
    }).then((answer) => answer.text());
    const own = performance.now() - began;
    const took = await visit(stage, contact);
    times.painted.push(took);
    times.more.push(took - own);
  }
  return times;
}

/** Frames of a scroll from end to end of 5,000 events, 240 px a frame. */
const FRAMES = 1000;

/** A lead with few events and one with many, in turn, and each after somebody else: so both are met by the same machine. */
async function timelines(stage: Stage) {
  const { contacts, few, grown, grow } = stage.scene;
  await grow();
  await visit(stage, few);
  await visit(stage, grown);
  const opened = { few: noTimes(), grown: noTimes() };
  for (let n = 0; n < NAVIGATIONS; n += 1) {
    for (const who of ['few', 'grown'] as const) {
      const between = contacts[(2 * n + (who === 'few' ? 0 : 1)) % contacts.length];
      if (between) await visit(stage, between);
      opened[who].painted.push(await visit(stage, stage.scene[who]));
      opened[who].all.push(await stage.sidebar.run(openAll));
      await pause(REST_MS);
    }
  }
  const scrolls = [];
  for (const who of [few, grown]) {
    await visit(stage, who);
    await stage.sidebar.run(openAll);
    await pause(REST_MS);
    const loaded = await stage.sidebar.run(loadAll);
    scrolls.push({ loaded, frames: await stage.sidebar.run(scrollThrough, 240, FRAMES) });
  }
  return { ...opened, scrolls };
}

const noTimes = (): { painted: number[]; all: number[] } => ({ painted: [], all: [] });

function scrolled({
  loaded,
  frames,
}: {
  loaded: { events: number; drawn: number };
  frames: number[];
}) {
  const [longest, ...others] = frames.slice(0, 4).map((each) => each.toFixed(0));
  const over = frames.filter((each) => each > 50).length;
  return `Scrolling ${loaded.events} events (${loaded.drawn} drawn): longest frame ${longest} (then ${others.join(', ')}), median ${median(frames).toFixed(1)}, over 50 ms ${over} of ${frames.length}; load ${load()}`;
}

const kept = z.object({ medians: z.record(z.string(), z.number()) });
const before = (await lastOf('sidebar', kept.parse))?.medians ?? {};
const lines: Line[] = [];
function tell(name: string, times: number[]): void {
  const line = { name, times };
  lines.push(line);
  console.log(said(line, before));
}

/** The whole page loads: one that only holds a record, and the CRM's own. */
async function pageLoads({ contacts, crm }: BenchScene, small: string, chromium: PlainChromium) {
  const pages = [
    { name: 'Small page', who: contacts.slice(0, 1), url: `${small}/static` },
    { name: 'Atomic CRM', who: contacts, url: `${crm.origin}/` },
  ];
  for (const { name, who, url } of pages) {
    const given = { times: NAVIGATIONS, who, url: (id: string) => `${url}#/contacts/${id}/show` };
    const warm = await fullLoads(chromium, given);
    tell(
      `${name} loads: made to scripts started`,
      warm.map(({ made }) => made),
    );
    tell(
      `${name} loads: the page’s own first painting`,
      warm.map((each) => each.page),
    );
    tell(
      `${name} loads: grey place`,
      warm.map(({ skeleton }) => skeleton),
    );
    tell(
      `${name} loads: painted from the disk`,
      warm.map((each) => each.painted),
    );
    const stopped = await fullLoads(chromium, given, chromium.stopWorker);
    tell(
      `${name} loads, background stopped: painted`,
      stopped.map((each) => each.painted),
    );
  }
}

async function lists({ crm, knowAll }: BenchScene, chromium: PlainChromium) {
  await knowAll(crm.origin);
  const { chips, first, again } = await listChips(chromium, crm.origin, NAVIGATIONS);
  console.log(`${ROWS} rows, of which ${chips} are in sight and have a chip:`);
  tell('A first list: rows to chips', first);
  tell('The list come back to: rows to chips', again);
}

async function records(scene: BenchScene, chromium: PlainChromium) {
  const [first] = scene.contacts;
  const page = await chromium.open(`${scene.crm.origin}/#/contacts/${first?.id}/show`);
  const sidebar = await chromium.sidebar(page);
  const stage = { scene, chromium, page, sidebar };
  for (const contact of [...scene.contacts.slice(1), scene.few, scene.grown]) {
    await visit(stage, contact);
  }
  tell('Warm: address changed to painted', await walk(stage));
  tell('Warm, background stopped before each', await walk(stage, chromium.stopWorker));
  const cold = await coldWalk(stage);
  tell('Cold: address changed to painted', cold.painted);
  tell('Cold, beyond the store’s own answer', cold.more);
  return stage;
}

async function manyEvents(stage: Stage) {
  const { few, grown, scrolls } = await timelines(stage);
  tell('A lead of 50 events: painted', few.painted);
  tell('One of 5,000: painted', grown.painted);
  tell('“All” of 50 events', few.all);
  tell('“All” of 5,000 events', grown.all);
  const more = (what: 'painted' | 'all') =>
    `${((median(grown[what]) / median(few[what]) - 1) * 100).toFixed(0)} %`;
  console.log(`5,000 against 50: painting ${more('painted')} more, “All” ${more('all')} more`);
  for (const scroll of scrolls) console.log(scrolled(scroll));
}

const PARTS = ['loads', 'list', 'records', 'events'];
const chosen = values.part?.length ? values.part : PARTS;

const scene = await openBenchScene();
const [who] = scene.contacts;
if (!who) throw new Error('The demo CRM has no people.');
const small = await servePages(who);
const profile = await setUp(scene, [scene.crm.origin, small.origin]);
const chromium = await startPlain(profile);
try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ms [the run before], load ${load()}`,
  );
  if (chosen.includes('loads')) await pageLoads(scene, small.origin, chromium);
  if (chosen.includes('list')) await lists(scene, chromium);
  if (chosen.includes('records') || chosen.includes('events')) {
    const stage = await records(scene, chromium);
    if (chosen.includes('events')) await manyEvents(stage);
  }
  const medians = Object.fromEntries(lines.map(({ name, times }) => [name, median(times)]));
  await keep('sidebar', { medians: { ...before, ...medians }, lines });
} finally {
  await chromium.close();
  small.close();
  await scene.close();
  await rm(profile, { recursive: true, force: true });
}
