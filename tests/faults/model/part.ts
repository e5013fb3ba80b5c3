/** One of the processes that share a run: plays every n-th schedule and says what became of each. */
import './globals.ts';
import { nthOf } from './seeds.ts';
import { openStore } from './store.ts';
import { tried } from './try.ts';

const [seed = 0, first = 0, step = 1, end = 0] = process.argv.slice(2, 6).map(Number);

const store = await openStore(process.argv[6] ?? '');
for (let number = first; number < end; number += step) {
  const before = process.cpuUsage();
  const { broken, injected, notes } = await tried(nthOf(seed, number), store);
  const said = notes.filter(({ told }) => told === 'saved' || told === 'undone').length;
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  process.send?.({ number, broken, injected: [...injected], said, cpuMs });
}
await store.close();
process.disconnect();
