/**
 * tests/faults/model: the extension's own code and the store's own code, under a scheduler that can stop either anywhere.
 *
 * In: a seed. Out: what was said, what became of it, and whether that is what was promised. Time, disk, network, locks
 * and alarms are ours; everything between them is the product. This file: one page or worker of a browser, which does
 * nothing without being given its turn, and can be ended between any two of its awaits.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Random, randomFrom } from '../real/random.ts';

/** What a page or a worker runs as; whatever it calls finds out through this who calls. */
const here = new AsyncLocalStorage<Life>();

/** @returns the page or worker whose code is running; null outside of all of them */
export const whoRuns = (): Life | null => here.getStore() ?? null;

/** Does something as the world outside does it: the store is no part of anybody's browser. */
export const outside = <T>(work: () => T): T => here.exit(work);

/** Never resolved: what a life that has ended gets for an answer. */
const silence = <T>() => new Promise<T>(() => undefined);

export class Life {
  isDead = false;
  /** Of an extension that was updated under it: the disk still answers, the browser does not. */
  isOrphan = false;
  /** Turns and points within transactions it may still have before it is killed; null: no end is near. */
  left: number | null = null;
  readonly turns: Turns;
  readonly now: () => number;
  onDeath: () => void = () => undefined;

  constructor(turns: Turns, now: () => number) {
    this.turns = turns;
    this.now = now;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return here.run(this, work);
  }

  /** One thing done outside of the code itself: waits for its turn, does it, and comes back unless the life ended meanwhile. */
  async act<T>(what: () => T | Promise<T>): Promise<T> {
    if (this.isDead) return silence();
    await this.turns.turnOf(this);
    if (this.reached()) return silence();
    try {
      const done = await this.turns.busy(Promise.resolve().then(what));
      return this.isDead ? silence() : done;
    } catch (error) {
      if (this.isDead) return silence();
      throw error;
    }
  }

  /** @returns whether the life ends here */
  reached(): boolean {
    if (this.isDead) return true;
    if (this.left === null) return false;
    this.left -= 1;
    if (this.left >= 0) return false;
    this.kill();
    return true;
  }

  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.turns.drop(this);
    this.onDeath();
  }
}

/** Who wants to do something next. One at a time, and which one is a throw of the dice. */
export class Turns {
  readonly #random: Random;
  #waiting: { life: Life; go: () => void }[] = [];
  #doing = new Set<Promise<unknown>>();

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  turnOf(life: Life): Promise<void> {
    return new Promise((go) => this.#waiting.push({ life, go }));
  }

  /** Known to be under way, so that nobody else has a turn meanwhile. */
  busy<T>(doing: Promise<T>): Promise<T> {
    const ended = doing.then(
      () => undefined,
      () => undefined,
    );
    this.#doing.add(ended);
    void ended.then(() => this.#doing.delete(ended));
    return doing;
  }

  drop(life: Life): void {
    this.#waiting = this.#waiting.filter((one) => one.life !== life);
  }

  /** Lets code run until everybody waits for a turn or for something outside. */
  async settle(): Promise<void> {
    do {
      await Promise.all(this.#doing);
      // Promises that follow from what was done come before this.
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#doing.size > 0);
  }

  /** @param most turns are given, one after the other */
  async give(most = 10_000): Promise<void> {
    await this.settle();
    for (let turn = 0; turn < most && this.#waiting.length > 0; turn++) {
      const [next] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
      next?.go();
      await this.settle();
    }
    if (most >= 10_000 && this.#waiting.length > 0) throw new Error('A loop that does not end.');
  }
}
