/**
 * Everything that is measured, one part after the other: `npm run bench`. Each part prints its table and keeps its figures in
 * `.output/bench`; where a part does not show the run before by itself, what moved is listed under it.
 *
 * A quick look, about a quarter of an hour; `--full` is the length that figures are published with, and takes hours.
 * `--part page` for one part, more than once for some. Build first: `npx wxt build --mode demo`, and the
 * same with `--browser firefox`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moved, numbersIn } from './beside.ts';
import { keptAt, lastOf, ready } from './kept.ts';

interface Part {
  name: string;
  quick: string[];
  full: string[];
  node?: string[];
  /** It writes its figures where it is told to, and does not read them again. */
  isTold?: boolean;
}

const PARTS: readonly Part[] = [
  { name: 'page', quick: ['--rounds', '5', '--navigations', '20'], full: [] },
  { name: 'sidebar', quick: ['--navigations', '5'], full: [] },
  { name: 'store', quick: ['--quick', '--engine', 'pglite'], full: [], isTold: true },
  {
    name: 'score',
    quick: ['--only', 'speed', '--leads', '100000', '--verdicts', '20000'],
    full: ['--only', 'speed'],
    node: ['--expose-gc'],
    isTold: true,
  },
  {
    name: 'reports',
    quick: ['--quick', '--engine', 'pglite', '--leads', '2000'],
    full: [],
    isTold: true,
  },
];

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    part: { type: 'string', multiple: true, default: [] },
  },
});
const strange = values.part.find((name) => !PARTS.some((part) => part.name === name));
if (strange !== undefined) {
  console.error(`There is no part “${strange}”; there are ${PARTS.map(({ name }) => name)}.`);
  process.exit(2);
}

async function run({ name, quick, full, node = [], isTold }: Part): Promise<boolean> {
  const script = join(import.meta.dirname, `${name}.ts`);
  const args = [...(values.full ? full : quick), ...(isTold ? ['--json', keptAt(name)] : [])];
  console.log(`\n── ${name} ${args.join(' ')}`);
  const before = isTold ? await lastOf(name, numbersIn) : null;
  const began = performance.now();
  const child = spawn(process.execPath, [...node, script, ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  console.log(`── ${name}: ${((performance.now() - began) / 60_000).toFixed(1)} min`);
  if (code !== 0) return false;
  const now = isTold ? await lastOf(name, numbersIn) : null;
  if (before && now) for (const line of moved(before, now)) console.log(line);
  return true;
}

await ready();
const failed: string[] = [];
for (const part of PARTS) {
  if (values.part.length > 0 && !values.part.includes(part.name)) continue;
  // One that cannot run here (no PostgreSQL, no Chromium) keeps no other from it.
  if (!(await run(part))) failed.push(part.name);
}
if (failed.length > 0) {
  console.error(`\nDid not end well: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
