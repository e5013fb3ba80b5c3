/**
 * How long the engine takes: `npm run bench:crm`. For every CRM its saved record page, filled up to 10,000 elements with
 * what such pages are full of: once as a feed, which the engine knows to leave alone, once as more fields of the record,
 * which it has to look at. `detect` on its address, `read` on its page, in a real Chromium with the engine as it ships.
 *
 * Each figure is the median of 31 batches after a warm-up; a batch is as many calls as fill about a millisecond, because the
 * clock of a page ticks in steps of 0.1 ms. Times are of this machine at this moment: look at their relations, and at the
 * budgets (`detect` 0.05 ms, `read` 5 ms).
 */
import { cpus, loadavg } from 'node:os';
import { isRecord, readFixtures } from '../crm/support/fixtures.ts';
import { openStage } from '../crm/support/stage.ts';

const ELEMENTS = 10_000;
const BUDGET = { detect: 0.05, read: 5 };

interface Timing {
  elements: number;
  detect: number;
  read: number;
}

const stage = await openStage();
const lines: { crm: string; feed: Timing; fields: Timing }[] = [];
try {
  const fixtures = readFixtures().filter(isRecord);
  const first = Map.groupBy(fixtures, ({ crm }) => crm);
  for (const [crm, [fixture]] of [...first].sort()) {
    if (!fixture) continue;
    const { url, html, frames } = fixture;
    const timed = async (bulk: string) => {
      await stage.show(url, html, frames);
      await stage.page.evaluate(fill, ELEMENTS, bulk);
      return stage.page.evaluate(measure, crm, url);
    };
    lines.push({ crm, feed: await timed('activity-feed'), fields: await timed('fields') });
  }
} finally {
  await stage.close();
}

const ms = (value: number) => value.toFixed(value < 0.1 ? 4 : 2).padStart(9);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}, n = 31 batches`,
);
console.log('crm              detect ms   read, feed   read, fields');
const row = (name: string, detect: number, feed: number, fields: number) => {
  const over = detect > BUDGET.detect || Math.max(feed, fields) > BUDGET.read;
  return `${name.padEnd(16)} ${ms(detect)}    ${ms(feed)}      ${ms(fields)}${over ? '  over budget' : ''}`;
};
for (const { crm, feed, fields } of lines) {
  console.log(row(crm, feed.detect, feed.read, fields.read));
}
const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
console.log(
  row(
    'median',
    median(lines.map(({ feed }) => feed.detect)),
    median(lines.map(({ feed }) => feed.read)),
    median(lines.map(({ fields }) => fields.read)),
  ),
);

/** Runs in the page: a feed of other people's mails, or rows of fields, inside the record's pane. */
function fill(elements: number, bulk: string): void {
  const line = document.createElement('div');
  line.innerHTML =
    '<p><b>Email</b><span>12 Mar</span><a href="mailto:somebody@elsewhere.example">somebody</a></p><ul><li>Re: Offer</li><li>text</li></ul>';
  const feed = document.createElement('div');
  feed.className = bulk;
  const pane = document.querySelector('main, [role=main], form') ?? document.body;
  pane.append(feed);
  while (document.querySelectorAll('*').length < elements) {
    for (let count = 0; count < 50; count += 1) feed.append(line.cloneNode(true));
  }
}

/** Runs in the page. */
function measure(crm: string, address: string): Timing {
  const adapter = globalThis.truce.engine.adapters.get(crm);
  const url = new URL(address);
  const record = adapter?.locate(document, url);
  if (!adapter || !record) throw new Error(`${crm} sees no record here.`);
  const timed = (work: () => void): number[] => {
    for (let warm = 0; warm < 20; warm += 1) work();
    let calls = 1;
    for (let took = 0; took < 1; calls *= 2) {
      const began = performance.now();
      for (let call = 0; call < calls; call += 1) work();
      took = performance.now() - began;
    }
    return Array.from({ length: 31 }, () => {
      const began = performance.now();
      for (let call = 0; call < calls; call += 1) work();
      return (performance.now() - began) / calls;
    }).sort((a, b) => a - b);
  };
  const detects = timed(() => adapter.detect(url));
  const reads = timed(() => adapter.read(document, url, record));
  return {
    elements: document.querySelectorAll('*').length,
    detect: detects[15] ?? 0,
    read: reads[15] ?? 0,
  };
}
