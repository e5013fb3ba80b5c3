/**
 * What Truce costs the page it is in: `npm run bench:page`. The built extension (`npx wxt build --mode demo` first) in a real
 * Chromium, beside one without extensions, one with an empty content script and one with the same sidebar by React in a shadow
 * root. `--rounds 30`; in each round every page is opened once in each of them, in an order drawn from `--seed`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extensionFolder } from '../../demo/extension.ts';
import { seeded } from '../../lib/score/learn/random.ts';
import { baselineExtension, bytesOf, emptyExtension } from './page/extensions.ts';
import { type Pages, servePages } from './page/pages.ts';
import { heapOf, pause, type Sample, sample } from './page/sample.ts';
import { type Cell, FIGURES, print, type Report } from './page/table.ts';
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
const KEPT = join(import.meta.dirname, '../../.output/bench');
const TRUCE = extensionFolder({ browser: 'chrome', mode: 'demo' });

interface Way {
  name: string;
  chromium: PlainChromium;
  /** Whether the address names a record. */
  onRecord: boolean;
}

/** Every page in every way, round after round. */
async function rounds(ways: Way[], pages: { name: string; at(onRecord: boolean): string }[]) {
  const random = seeded(Number(values.seed));
  const cells = new Map<string, Cell>();
  // The first round only warms up.
  for (let round = -1; round < Number(values.rounds); round += 1) {
    for (const page of pages) {
      const order = ways.map((way) => ({ way, at: random() })).sort((a, b) => a.at - b.at);
      for (const { way } of order) {
        const taken = await sample(way.chromium, page.at(way.onRecord));
        if (round < 0) continue;
        const key = `${page.name} | ${way.name}`;
        const cell = cells.get(key) ?? { page: page.name, way: way.name, samples: [] as Sample[] };
        cell.samples.push(taken);
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()];
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
  const at = (path: string) => (onRecord: boolean) =>
    `${pages.origin}${path}${onRecord ? record : '#/settings'}`;
  const cells = await rounds(
    [
      { name: 'no extension', chromium: none, onRecord: true },
      { name: 'empty script', chromium: withEmpty, onRecord: true },
      { name: 'Truce, no record', chromium: withTruce, onRecord: false },
      { name: 'Truce, a record', chromium: withTruce, onRecord: true },
      { name: 'React in the page', chromium: withReact, onRecord: true },
    ],
    [
      { name: '1,500 nodes', at: at('/static') },
      { name: '10,000 nodes', at: at('/written') },
      { name: 'Atomic CRM', at: () => `${scene.crm.origin}/${record}` },
    ],
  );
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
  const file = join(KEPT, 'page.json');
  const before = await readFile(file, 'utf8').then(JSON.parse, () => null);
  print(report, before, FIGURES);
  await mkdir(KEPT, { recursive: true });
  await writeFile(file, JSON.stringify(report));
} finally {
  for (const each of [none, withEmpty, withTruce, withReact]) await each.close();
  pages.close();
  await scene.close();
  for (const each of [folder, profile]) await rm(each, { recursive: true, force: true });
}
