/** What a rep waits for: a card, and the scores of a page of records; alone, and while events come in. */
import { seeded } from '../../../lib/score/learn/random.ts';
import type { Bench } from './engine.ts';
import { type Spread, spreadOf, timed } from './figures.ts';
import type { Options } from './options.ts';
import { HEAVY, personOf, recordOf } from './people.ts';
import { type Day, ordinary } from './traffic.ts';

export interface ReadFigures {
  card: Spread;
  /** Of the lead with five thousand events. */
  heavy: Spread;
  /** Fifty records of a list. */
  lookUp: Spread;
  /** The first page of those that wait for sales. */
  hot: Spread;
  /** A card while a thousand events a second come in. */
  busy: Spread;
  /** How many really came. */
  busyRate: number;
}

const BUSY_RATE = 1000;

export async function measureReads(
  bench: Bench,
  leads: number,
  options: Options,
): Promise<ReadFigures> {
  const { member } = await bench.running();
  const random = seeded(23);
  const anybody = () => Math.floor(random() * leads);
  const card = () => member.get(`/api/leads/${personOf(anybody()).leadId}`);
  const heavy = () => member.get(`/api/leads/${personOf(HEAVY).leadId}`);
  const lookUp = () => member.post('/api/leads/scores', listPage(anybody));
  const hot = () => member.get('/api/leads/hot');
  for (const warm of [card, heavy, lookUp, hot]) await timed(30, 1, warm);
  const figures = {
    card: spreadOf(await timed(options.reads, 1, card)),
    heavy: spreadOf(await timed(Math.ceil(options.reads / 5), 1, heavy)),
    lookUp: spreadOf(await timed(options.reads, 1, lookUp)),
    hot: spreadOf(await timed(Math.ceil(options.reads / 2), 1, hot)),
  };
  return { ...figures, ...(await whileBusy(bench, leads, options, card)) };
}

/** Half the records of a list are known by their address only; one in ten is nobody's. */
function listPage(anybody: () => number): string {
  const items = Array.from({ length: 50 }, (_, place) => {
    const n = anybody() & ~1;
    const known = recordOf(n);
    const record = place % 2 === 0 ? known : { ...known, id: `unknown-${n}` };
    const { email } = personOf(n);
    return { record, facts: place % 10 === 9 || email === null ? {} : { email } };
  });
  return JSON.stringify({ items });
}

/** Events come at a steady rate, ten batches a second; cards are opened one after the other, as by a rep. */
async function whileBusy(
  bench: Bench,
  leads: number,
  options: Options,
  card: () => Promise<unknown>,
): Promise<{ busy: Spread; busyRate: number }> {
  const { sender } = await bench.running();
  const day: Day = { random: seeded(31), leads, run: `busy-${Date.now()}`, now: Date.now };
  const until = performance.now() + options.busySeconds * 1000;
  let sent = 0;
  const underWay = new Set<Promise<unknown>>();
  const began = performance.now();
  const timer = setInterval(
    () => {
      const { messages } = ordinary(day, options.batch);
      const request = sender.post('/v1/batch', JSON.stringify({ batch: messages }));
      const counted = request.then(() => {
        sent += messages.length;
      });
      const kept = counted.finally(() => underWay.delete(kept));
      underWay.add(kept);
    },
    (1000 * options.batch) / BUSY_RATE,
  );
  const times: number[] = [];
  while (performance.now() < until) {
    const asked = performance.now();
    await card();
    times.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  clearInterval(timer);
  await Promise.all(underWay);
  return { busy: spreadOf(times), busyRate: (sent / (performance.now() - began)) * 1000 };
}
