/**
 * What Truce costs the page it is in: `npm run bench:page`. The built extension (`npx wxt build --mode demo` first) in a real
 * Chromium, beside one without extensions, one with an empty content script and one with the same sidebar by React in a shadow
 * root. `--rounds 30`; in each round every page is opened once in each of them, in an order drawn from `--seed`. About 40 s a
 * round on a quiet machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extensionFolder } from '../../demo/extension.ts';
import { seeded } from '../../lib/score/learn/random.ts';
import { keep, lastOf } from './kept.ts';
import { baselineExtension, bytesOf, emptyExtension } from './page/extensions.ts';
import { type Pages, servePages } from './page/pages.ts';
import { heapOf, pause, sample } from './page/sample.ts';
import { type Cell, FIGURES, print, type Report, reportShape } from './page/table.ts';
import { type PlainChromium, startPlain } from './sidebar/cdp.ts';
import { openBenchScene } from './sidebar/scene.ts';
import { setUp } from './sidebar/set-up.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    navigations: { type: 'string', default: '100' },
  },
});
const TRUCE = extensionFolder({ browser: 'chrome', mode: 'demo' });

interface Way {
  name: string;
  chromium: PlainChromium;
  /** The sidebar has to be there, or nothing of it was measured. */
  hasSidebar?: boolean;
}

interface Page {
  name: string;
  ways: Way[];
  /** In the page's own eyes it is the same address each time. */
  at(way: Way): string;
}

/** Every page in every way, round after round. */
async function rounds(pages: readonly Page[]): Promise<Cell[]> {
  const random = seeded(Number(values.seed));
  const cells = pages.flatMap(({ name, ways }) =>
    ways.map((way): Cell => ({ page: name, way: way.name, samples: [] })),
  );
  // The first round only warms up.
  for (let round = -1; round < Number(values.rounds); round += 1) {
    for (const { name, at, ways } of pages) {
      const order = ways.map((way) => ({ way, at: random() })).sort((a, b) => a.at - b.at);
      for (const { way } of order) {
        const taken = await sample(way.chromium, at(way), way.hasSidebar ?? false);
        const cell = cells.find((each) => each.page === name && each.way === way.name);
        if (round >= 0) cell?.samples.push(taken);
      }
    }
  }
  return cells;
}

/** @returns how much larger the heap of one page is after so many records than after the first twenty, MB */
async function growth(chromium: PlainChromium, origin: string): Promise<number> {
  const page = await chromium.open(`${origin}/static`);
  const walk = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      await page.run(
        (hash: string) => {
          location.hash = hash;
        },
        `#/contacts/${1 + (n % 10)}/show`,
      );
      await pause(150);
    }
  };
  await walk(0, 20);
  const first = await heapOf(page);
  await walk(20, 20 + Number(values.navigations));
  const last = await heapOf(page);
  await page.close();
  return last - first;
}

const scene = await openBenchScene();
const folder = await mkdtemp(join(tmpdir(), 'truce-bench-page-'));
const [who] = scene.contacts;
if (!who) throw new Error('The demo CRM has no people.');
const pages: Pages = await servePages(who);
const profile = await setUp(scene, [scene.crm.origin, pages.origin]);
const empty = await emptyExtension(join(folder, 'empty'));
const baseline = await baselineExtension(join(folder, 'baseline'));
const none = await startPlain(join(folder, 'none-profile'), null);
const withEmpty = await startPlain(join(folder, 'empty-profile'), empty);
const withTruce = await startPlain(profile);
const withReact = await startPlain(join(folder, 'react-profile'), baseline);
try {
  const record = `#/contacts/${who.id}/show`;
  const nothing: Way = { name: 'no extension', chromium: none };
  const least: Way = { name: 'empty script', chromium: withEmpty };
  const idle: Way = { name: 'Truce, no record', chromium: withTruce };
  const truce: Way = { name: 'Truce, a record', chromium: withTruce, hasSidebar: true };
  const react: Way = { name: 'React in the page', chromium: withReact };
  // Whether our pages are of a record is for the part behind the # to say, which only Truce reads.
  const own = (path: string) => (way: Way) =>
    `${pages.origin}${path}${way.hasSidebar ? record : '#/settings'}`;
  const all = [nothing, least, idle, truce, react];
  const cells = await rounds([
    { name: '1,500 nodes', at: own('/static'), ways: all },
    { name: '10,000 nodes', at: own('/written'), ways: all },
    {
      name: 'Atomic CRM',
      at: () => `${scene.crm.origin}/#/settings`,
      ways: [nothing, least, idle],
    },
    {
      name: 'Atomic, record',
      at: () => `${scene.crm.origin}/${record}`,
      ways: [least, truce, react],
    },
  ]);
  const report: Report = {
    machine: `${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    bytes: {
      'empty script': await bytesOf(empty, ['content.js']),
      'Truce, no record': await bytesOf(TRUCE, ['scout.js']),
      'Truce, a record': await bytesOf(TRUCE, ['scout.js', 'reader.js']),
      'React in the page': await bytesOf(baseline, ['content.js']),
    },
    growth: await growth(withTruce, pages.origin),
    navigations: Number(values.navigations),
    cells,
  };
  print(report, await lastOf('page', reportShape.parse), FIGURES);
  await keep('page', report);
} finally {
  for (const each of [none, withEmpty, withTruce, withReact]) await each.close();
  pages.close();
  await scene.close();
  for (const each of [folder, profile]) await rm(each, { recursive: true, force: true });
}
