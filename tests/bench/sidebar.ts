/**
 * How fast the sidebar follows: `npm run bench:sidebar`. The built extension (`npx wxt build --mode demo` first) in a real
 * Chromium on Atomic CRM, with the real store beside it, all on this machine.
 *
 * A navigation is the record's address changing in the CRM; it ends in the frame in which the sidebar has painted that lead's
 * name, score and verdict bar. Nothing in the product knows that it is measured. `--navigations 20` for a shorter walk.
 */
import { rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type PlainChromium, type Session, startPlain } from './sidebar/cdp.ts';
import { forgetCards, goTo, loadAll, openAll, painted, scrollThrough } from './sidebar/probe.ts';
import { type BenchScene, type Contact, openBenchScene } from './sidebar/scene.ts';
import { setUp } from './sidebar/set-up.ts';

const { values } = parseArgs({ options: { navigations: { type: 'string', default: '50' } } });
const NAVIGATIONS = Number(values.navigations);
/** The CRM's own page has come to rest by then, as it has when somebody reads it. */
const REST_MS = 700;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const load = () => loadavg()[0]?.toFixed(1);

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

function said(name: string, times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `${name.padEnd(46)} median ${at(0.5).padStart(4)}   p25 ${at(0.25)}, p75 ${at(0.75)}, p90 ${at(0.9)}, most ${at(1)}   n = ${times.length}, load ${load()}`;
}

const median = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const scene = await openBenchScene();
const profile = await setUp(scene, [scene.crm.origin]);
const chromium = await startPlain(profile);
try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ms, load ${load()}`,
  );
  const [first] = scene.contacts;
  const page = await chromium.open(`${scene.crm.origin}/#/contacts/${first?.id}/show`);
  const sidebar = await chromium.sidebar();
  const stage = { scene, chromium, page, sidebar };
  for (const contact of [...scene.contacts.slice(1), scene.few, scene.grown]) {
    await visit(stage, contact);
  }
  console.log(said('Warm: address changed to painted', await walk(stage)));
  console.log(said('Warm, background stopped before each', await walk(stage, chromium.stopWorker)));
  const cold = await coldWalk(stage);
  console.log(said('Cold: address changed to painted', cold.painted));
  console.log(said('Cold, beyond the store’s own answer', cold.more));
  const { few, grown, scrolls } = await timelines(stage);
  console.log(said('A lead of 50 events: painted', few.painted));
  console.log(said('One of 5,000: painted', grown.painted));
  console.log(said('“All” of 50 events', few.all));
  console.log(said('“All” of 5,000 events', grown.all));
  const more = (what: 'painted' | 'all') =>
    `${((median(grown[what]) / median(few[what]) - 1) * 100).toFixed(0)} %`;
  console.log(`5,000 against 50: painting ${more('painted')} more, “All” ${more('all')} more`);
  for (const scroll of scrolls) console.log(scrolled(scroll));
} finally {
  await chromium.close();
  await scene.close();
  await rm(profile, { recursive: true, force: true });
}
