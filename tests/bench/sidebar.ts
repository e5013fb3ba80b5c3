/**
 * How fast the sidebar follows: `npm run bench:sidebar`. The built extension (`npx wxt build --mode demo` first) in a real
 * Chromium on Atomic CRM, with the real store beside it, all on this machine; and the walk through records in Firefox
 * (`npx wxt build --mode demo --browser firefox`).
 *
 * A navigation is the record's address changing in the CRM; it ends in the frame in which the sidebar has painted that lead's
 * name, score and verdict bar. Nothing in the product knows that it is measured. `--navigations 20` for a shorter walk,
 * `--part loads` (or list, records, events, firefox) for one part.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { extensionFolder } from '../../demo/extension.ts';
import { findFirefox } from '../../scripts/browsers.ts';
import { keep, lastOf } from './kept.ts';
import { servePages } from './page/pages.ts';
import { type PlainChromium, startPlain } from './sidebar/cdp.ts';
import { type Line, load, median, pause, said } from './sidebar/figures.ts';
import { startWatchedFirefox } from './sidebar/firefox.ts';
import { bareLoads, fullLoads } from './sidebar/full-load.ts';
import { listChips, ROWS } from './sidebar/list-chips.ts';
import { loadAll, openAll, scrollThrough } from './sidebar/probe.ts';
import { REST_MS, records, type Stage, visit } from './sidebar/records.ts';
import { type BenchScene, openBenchScene } from './sidebar/scene.ts';
import { setUp } from './sidebar/set-up.ts';

const { values } = parseArgs({
  options: {
    navigations: { type: 'string', default: '50' },
    part: { type: 'string', multiple: true },
  },
});
const NAVIGATIONS = Number(values.navigations);
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
async function pageLoads(
  { contacts, crm }: BenchScene,
  small: string,
  chromium: PlainChromium,
  bare: PlainChromium,
) {
  const pages = [
    { name: 'Small page', who: contacts.slice(0, 1), url: `${small}/static` },
    { name: 'Atomic CRM', who: contacts, url: `${crm.origin}/` },
  ];
  for (const { name, who, url } of pages) {
    tell(
      `${name} without extensions: its first painting`,
      await bareLoads(bare, { times: NAVIGATIONS, url: `${url}#/contacts/${who[0]?.id}/show` }),
    );
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

/** Beside the browser with Truce, and idle while that one is measured. */
async function withBare(use: (bare: PlainChromium) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'truce-bare-'));
  const bare = await startPlain(profile, null);
  try {
    await use(bare);
  } finally {
    await bare.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function lists({ crm, knowAll }: BenchScene, chromium: PlainChromium) {
  await knowAll(crm.origin);
  const { chips, first, again } = await listChips(chromium, crm.origin, NAVIGATIONS);
  console.log(`${ROWS} rows, of which ${chips} are in sight and have a chip:`);
  for (const [name, times] of [
    ['A first list', first],
    ['The list come back to', again],
  ] as const) {
    tell(
      `${name}: rows to their painting`,
      times.map((each) => each.rows),
    );
    tell(
      `${name}: rows to chips`,
      times.map((each) => each.chips),
    );
  }
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

const PARTS = ['loads', 'list', 'records', 'events', 'firefox'];
const chosen = values.part?.length ? values.part : PARTS;

async function inChromium(scene: BenchScene) {
  const [who] = scene.contacts;
  if (!who) throw new Error('The demo CRM has no people.');
  const small = await servePages(who);
  const profile = await setUp(scene, [scene.crm.origin, small.origin]);
  const chromium = await startPlain(profile);
  try {
    if (chosen.includes('loads')) {
      await withBare((bare) => pageLoads(scene, small.origin, chromium, bare));
    }
    if (chosen.includes('list')) await lists(scene, chromium);
    if (chosen.includes('records') || chosen.includes('events')) {
      const stage = await records(scene, chromium, { times: NAVIGATIONS, tell });
      if (chosen.includes('events')) await manyEvents(stage);
    }
  } finally {
    await chromium.close();
    small.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** By itself: two browsers at once would measure each other. */
async function inFirefox(scene: BenchScene) {
  if (!findFirefox() || !existsSync(extensionFolder({ browser: 'firefox', mode: 'demo' }))) {
    const first =
      '`npm test` installs one, `npx wxt build --mode demo --browser firefox` builds for it';
    console.log(`Not measured in Firefox: it is not here, or nothing is built for it (${first}).`);
    return;
  }
  const firefox = await startWatchedFirefox(scene);
  const tellOfIt = (name: string, times: number[]) => tell(`Firefox, ${name}`, times);
  try {
    await records(scene, firefox, { times: NAVIGATIONS, tell: tellOfIt });
  } finally {
    await firefox.close();
  }
}

const scene = await openBenchScene();
try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ms [the run before], load ${load()}`,
  );
  if (chosen.some((part) => part !== 'firefox')) await inChromium(scene);
  if (chosen.includes('firefox')) await inFirefox(scene);
  const medians = Object.fromEntries(lines.map(({ name, times }) => [name, median(times)]));
  await keep('sidebar', { medians: { ...before, ...medians }, lines });
} finally {
  await scene.close();
}
