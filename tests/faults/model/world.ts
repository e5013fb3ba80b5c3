/** True time, and everything that happens by itself when it passes. */
import { type Random, randomFrom } from '../real/random.ts';
import { Turns } from './life.ts';

export const START = Date.UTC(2026, 10, 22, 9);

interface Due {
  at: number;
  then: () => Promise<unknown> | unknown;
}

/** What happens in a browser by itself. */
export interface Clockwork {
  /** When next; null: never. */
  next(): number | null;
  happen(): void;
}

export class World {
  time = START;
  readonly turns: Turns;
  readonly random: Random;
  readonly clockworks: Clockwork[] = [];
  /** Fault → how often it cost somebody something. */
  readonly injected = new Map<string, number>();
  #due: Due[] = [];

  constructor(seed: number) {
    this.turns = new Turns(seed ^ 0x5bd1e995);
    this.random = randomFrom(seed);
  }

  chance = () => this.random.below(1_000_000) / 1_000_000;

  count(fault: string): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
  }

  after(ms: number, then: Due['then']): void {
    this.#due.push({ at: this.time + ms, then });
  }

  /** Time passes for machines that are awake. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const due = this.#earliest(end);
      const works = this.clockworks.filter(
        (work) => (work.next() ?? Number.POSITIVE_INFINITY) <= end,
      );
      const work = works.sort((a, b) => (a.next() ?? 0) - (b.next() ?? 0))[0];
      if (!due && !work) break;
      if (due && due.at <= (work?.next() ?? Number.POSITIVE_INFINITY)) {
        this.time = Math.max(this.time, due.at);
        this.#due.splice(this.#due.indexOf(due), 1);
        await due.then();
      } else if (work) {
        this.time = Math.max(this.time, work.next() ?? 0);
        work.happen();
      }
      await this.turns.give();
    }
    this.time = end;
  }

  /** Nobody is awake meanwhile; afterwards everything that is late happens once. */
  async sleep(ms: number): Promise<void> {
    this.time += ms;
    await this.pass(0);
  }

  #earliest(end: number): Due | undefined {
    return this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
