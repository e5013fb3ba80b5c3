/**
 * Where the time of the three hottest paths goes: `npm run bench:trace`. A build with maps beside it, in a real Chromium whose
 * profiler looks every tenth of a millisecond, so that its figures are higher than those of `bench:page` and `bench:sidebar`:
 * what they are for is their relation. `--times 20`; `--sizes` lists what the sidebar's first load is made of instead.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { keep } from './kept.ts';
import { servePages } from './page/pages.ts';
import { startPlain } from './sidebar/cdp.ts';
import { load, pause } from './sidebar/figures.ts';
import { goTo, painted } from './sidebar/probe.ts';
import { openBenchScene } from './sidebar/scene.ts';
import { setUp } from './sidebar/set-up.ts';
import { buildNamed, bytesBySource, namesOf } from './trace/named.ts';
import { type Done, profiled, sharesOf, together } from './trace/profile.ts';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    sizes: { type: 'boolean', default: false },
  },
});
const TIMES = Number(values.times);
const TOP = 10;
const REST_MS = 400;

const folder = await buildNamed();
if (values.sizes) tellSizes();
else await traces();

/** The sidebar's first load, by chunk and by who wrote it. */
function tellSizes(): void {
  const page = readFileSync(join(folder, 'sidebar.html'), 'utf8');
  const scripts = [...page.matchAll(/src="\/(chunks\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  const all = new Map<string, number>();
  let [raw, packed] = [0, 0];
  for (const script of scripts) {
    const size = statSync(join(folder, script)).size;
    const gzip = gzipSync(readFileSync(join(folder, script)), { level: 9 }).length;
    raw += size;
    packed += gzip;
    console.log(`${String(size).padStart(8)} ${String(gzip).padStart(7)} gzipped  ${script}`);
    for (const [source, bytes] of bytesBySource(folder, script)) {
      all.set(source, (all.get(source) ?? 0) + bytes);
    }
  }
  console.log(
    `${raw} bytes, ${packed} gzipped, in ${scripts.length} of ${globSync('chunks/*.js', { cwd: folder }).length} chunks`,
  );
  for (const [source, bytes] of [...all].sort(([, a], [, b]) => b - a)) {
    console.log(`${String(bytes).padStart(8)}  ${source}`);
  }
}

function tell(
  name: string,
  { wall, busy, script, style, layout, bySource, byFunction }: Done,
): void {
  const each = (ms: number) => (ms / TIMES).toFixed(2);
  const other = busy - script - style - layout;
  console.log(`
${name}: ms each, n = ${TIMES}, load ${load()}
  script ${each(script)}, style ${each(style)}, layout ${each(layout)}, other work ${each(other)}; the rest of ${each(wall)} the thread waited`);
  for (const [what, times] of [
    ['by source', bySource],
    ['by function', byFunction],
  ] as const) {
    console.log(
      `  ${what}: ${sharesOf(times)
        .slice(0, TOP)
        .map(([at, share]) => `${at} ${(share * 100).toFixed(1)} %`)
        .join(' · ')}`,
    );
  }
}

async function traces(): Promise<void> {
  const names = namesOf(folder);
  const scene = await openBenchScene();
  const { contacts, crm } = scene;
  const [who] = contacts;
  if (!who) throw new Error('The demo CRM has no people.');
  const plain = await servePages(who);
  const profile = await setUp(scene, [crm.origin, plain.origin]);
  const chromium = await startPlain(profile, folder);
  const figures: Record<string, Done> = {};
  const seen = (name: string, done: Done) => {
    figures[name] = done;
    tell(name, done);
  };
  try {
    const scouted: Done[] = [];
    // Each in a tab of its own: what a browser counts begins anew with a page.
    for (let n = 0; n < TIMES; n += 1) {
      const quiet = await chromium.open('about:blank');
      const open = async () => {
        await quiet.send('Page.navigate', { url: `${plain.origin}/static#/settings` });
        await pause(REST_MS);
      };
      scouted.push(await profiled(quiet, names, open));
      await quiet.close();
    }
    seen('The scout on a page that is no record (the page’s thread)', together(scouted));

    const page = await chromium.open(`${crm.origin}/#/contacts/${who.id}/show`);
    const sidebar = await chromium.sidebar(page);
    const go = async (n: number) => {
      const next = contacts[n % contacts.length];
      if (!next) return;
      const done = sidebar.run(painted, next.name);
      await page.run(goTo, `#/contacts/${next.id}/show`);
      await done;
    };
    for (let n = 1; n <= contacts.length; n += 1) await go(n);
    const walk = async (n = 1) => {
      for (; n <= TIMES; n += 1) {
        await go(n);
        await pause(REST_MS);
      }
    };
    seen('The next record (the sidebar’s thread)', await profiled(sidebar, names, walk));
    seen('The next record (the page’s thread)', await profiled(page, names, walk));

    await scene.knowAll(crm.origin);
    const hash = async (to: string) => {
      await page.run((there: string) => {
        location.hash = there;
      }, to);
      await pause(2 * REST_MS);
    };
    await hash('#/contacts?perPage=50');
    seen(
      'A list comes up (the page’s thread)',
      await profiled(page, names, async () => {
        for (let n = 0; n < TIMES; n += 1) {
          await hash('#/settings');
          await hash('#/contacts?perPage=50');
        }
      }),
    );
    await keep('trace', figures);
  } finally {
    await chromium.close();
    plain.close();
    await scene.close();
    await rm(profile, { recursive: true, force: true });
  }
}
