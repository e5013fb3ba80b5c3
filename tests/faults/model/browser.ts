/** One browser of one person: a page they work on, a background worker that comes and goes, and what both share. */

import type { FeedbackItem } from '../../../lib/contract/feedback.ts';
import { done, failed } from '../../../lib/contract/problem.ts';
import type { OutboxEntry } from '../../../lib/feedback/entry.ts';
import { createOutbox, type Outbox, type OutboxOptions } from '../../../lib/feedback/outbox.ts';
import { type Speaker, speaker } from '../../../lib/feedback/speaker.ts';
import { announce } from '../../../lib/platform/announce.ts';
import { type ConnectionStore, connectionStore } from '../../../lib/platform/connection.ts';
import { outboxCell } from '../../../lib/sync/outbox-cell.ts';
import { flush } from '../../../lib/sync/outbox-flush.ts';
import { connectAs, forget } from '../../../lib/sync/pair.ts';
import { randomFrom } from '../real/random.ts';
import { Disk } from './disk.ts';
import { type Heard, type Home, moveIn } from './globals.ts';
import { Life } from './life.ts';
import { Locks } from './locks.ts';
import { fetchOver } from './network.ts';
import type { Answered, Rep } from './store.ts';
import type { World } from './world.ts';

const WORKER_LIFE_MS = 30_000;

export type MakeOutbox = (options: OutboxOptions) => Outbox;

export interface BrowserOptions {
  world: World;
  seed: number;
  makeOutbox?: MakeOutbox;
  /** Told of each entry that was written down by a page that lived to know. */
  onAdded(entry: OutboxEntry): void;
  /** The way to whatever is at this address. */
  ask(url: string, init: RequestInit): Promise<Answered>;
}

interface Page {
  life: Life;
  said: Speaker;
  outbox: Outbox;
  connections: ConnectionStore;
}

interface Worker {
  life: Life;
  since: number;
  flush(): Promise<void>;
}

export class Browser {
  readonly disk: Disk;
  page: Page;
  worker: Worker | null = null;
  skew = 0;
  requests = 0;
  /** What the next requests meet. */
  troubles: string[] = [];
  /** Turns the next worker has; null: as many as it likes. */
  nextEnd: number | null = null;
  readonly #options: BrowserOptions;
  readonly #home: Home;
  readonly #locks = new Locks();
  readonly #alarms = new Map<string, { period: number; next: number }>();

  constructor(options: BrowserOptions) {
    this.#options = options;
    const { world, seed } = options;
    this.disk = new Disk(randomFrom(seed));
    this.disk.onFault = (fault) => world.count(`IndexedDB ${fault}`);
    this.#home = this.#makeHome();
    this.page = this.#openPage();
    world.clockworks.push({ next: () => this.#next(), happen: () => this.#happen() });
  }

  get alarm(): boolean {
    return this.#alarms.size > 0;
  }

  /** Something the background hears: it starts if it was not running, and sends. */
  wake(): void {
    const { world } = this.#options;
    const fresh = !this.worker || this.worker.life.isDead;
    if (!this.worker || fresh) this.worker = this.#startWorker();
    this.worker.since = world.time;
    // Nobody waits for it; what fails is tried again by the alarm.
    void this.worker.flush().catch(() => undefined);
  }

  /** A new version is started beside what still runs, and what is open belongs to the old one from now on. */
  update(): void {
    this.page.life.isOrphan = true;
    this.worker = null;
    this.wake();
  }

  /** The page is loaded anew. */
  reload(): void {
    this.page.life.kill();
    this.page = this.#openPage();
  }

  /** `kill -9`, and started again. */
  restart(): void {
    this.page.life.kill();
    this.worker?.life.kill();
    this.#alarms.clear();
    this.page = this.#openPage();
    this.wake();
  }

  /** This worker, or the next, does so many things and then is no more. */
  endWorkerAfter(turns: number): void {
    const { worker } = this;
    if (worker && !worker.life.isDead) worker.life.left = turns;
    else this.nextEnd = turns;
  }

  /** Somebody closes the page, or it crashes, so many things later. */
  endPageAfter(turns: number): void {
    this.page.life.left = turns;
  }

  /** Two workers at once, and no lock between them. */
  drainTwice(): void {
    this.#locks.hold = false;
    this.wake();
    this.worker = null;
    this.wake();
  }

  /** Nothing is wrong with the browser itself any more, and whoever was to be ended has been. */
  heal(): void {
    this.disk.fault = null;
    this.troubles = [];
    this.nextEnd = null;
    this.#locks.hold = true;
    this.skew = 0;
    if (this.worker) this.#endQuietly(this.worker.life);
  }

  end(): void {
    this.page.life.kill();
    if (this.worker) this.#endQuietly(this.worker.life);
  }

  /** What its outbox holds, seen from outside. */
  async entries(): Promise<OutboxEntry[]> {
    const { life, outbox } = this.page;
    const listed = life.run(() => outbox.list());
    await this.#options.world.turns.give();
    return listed;
  }

  async revive(id: string, { origin, member: { memberId } }: Rep): Promise<void> {
    const { life, outbox } = this.page;
    void life.run(() => outbox.revive(id, { store: origin, memberId }));
    await this.#options.world.turns.give();
  }

  say(item: FeedbackItem, label: string | null, instead?: string) {
    return this.page.life.run(() => this.page.said.say(item, label, instead));
  }

  signIn({ origin, member }: Rep, token: string): Promise<unknown> {
    const { life, connections } = this.page;
    const personal = { forgetAll: async () => undefined };
    return life.run(async () => {
      await connectAs(connections, personal, origin, { token, member });
      await life.act(() => this.wake());
    });
  }

  signOut(): Promise<void> {
    return this.page.life.run(() => forget(this.page.connections));
  }

  #life(): Life {
    const { world } = this.#options;
    const life = new Life(world.turns, () => world.time + this.skew);
    moveIn(life, this.#home);
    return life;
  }

  #outbox(life: Life): Outbox {
    const use = this.disk.of(life, 'truce-outbox');
    return (this.#options.makeOutbox ?? createOutbox)({ use });
  }

  #openPage(): Page {
    const { world } = this.#options;
    const life = this.#life();
    const connections = connectionStore(this.disk.of(life, 'truce-connection'));
    const outbox = this.#outbox(life);
    const told = {
      ...outbox,
      add: async (...given: Parameters<Outbox['add']>) => {
        const entry = await outbox.add(...given);
        this.#options.onAdded(entry);
        return entry;
      },
    };
    const end = new AbortController();
    life.onDeath = () => {
      if (life.left !== null) world.count('page killed');
      this.#locks.letGo(life);
      end.abort();
    };
    const sending: { read?: () => Promise<void> } = {};
    void life.run(async () => Object.assign(sending, outboxCell(outbox, end.signal)));
    const said = speaker({
      outbox: told,
      connection: connections.read,
      onChange: async () => {
        await sending.read?.();
        await announce('outbox').catch(() => undefined);
      },
      ask: async () => {
        const heard = await life.act(() => {
          if (life.isOrphan) return false;
          this.wake();
          return true;
        });
        return heard ? done(null as never) : failed('extension-restarted', 'Updated', 'Reload.');
      },
      later: (then, ms) => world.after(ms, () => life.isDead || life.run(async () => then())),
    });
    return { life, said, outbox, connections };
  }

  #startWorker(): Worker {
    const life = this.#life();
    life.left = this.nextEnd;
    this.nextEnd = null;
    life.onDeath = () => {
      this.#options.world.count('worker killed');
      this.#locks.letGo(life);
    };
    const outbox = this.#outbox(life);
    const connections = connectionStore(this.disk.of(life, 'truce-connection'));
    const worker = { life, since: 0, flush: () => life.run(() => flush(outbox, connections)) };
    return worker;
  }

  #next(): number | null {
    const alarms = [...this.#alarms.values()].map(({ next }) => next);
    const { worker } = this;
    const end = worker && !worker.life.isDead ? [worker.since + WORKER_LIFE_MS] : [];
    return alarms.length + end.length > 0 ? Math.min(...alarms, ...end) : null;
  }

  #happen(): void {
    const { world } = this.#options;
    const { worker } = this;
    if (worker && !worker.life.isDead && worker.since + WORKER_LIFE_MS <= world.time) {
      this.#endQuietly(worker.life);
      return;
    }
    for (const alarm of this.#alarms.values()) {
      if (alarm.next > world.time) continue;
      alarm.next = world.time + alarm.period;
      this.wake();
    }
  }

  /** As browsers end workers that have nothing to do: no fault, but nothing that is told either. */
  #endQuietly(life: Life): void {
    life.onDeath = () => this.#locks.letGo(life);
    life.kill();
  }

  #makeHome(): Home {
    const { world, ask } = this.#options;
    return {
      disk: this.disk,
      local: new Map(),
      heard: new Map<Heard, Life>(),
      alarms: {
        set: (name, period) => {
          this.#alarms.set(name, { period, next: world.time + period });
        },
        clear: (name) => void this.#alarms.delete(name),
      },
      locks: this.#locks,
      fetch: (life, url, init) => {
        this.requests += 1;
        return fetchOver(
          life,
          {
            next: () => {
              const fault = this.troubles.shift() ?? null;
              if (fault !== null) world.count(fault);
              return fault;
            },
            store: () => ask(url, init),
            later: (ms, then) => world.after(ms, then),
            now: () => world.time,
            chance: world.chance,
          },
          init.signal ?? null,
        );
      },
      after: (ms, then) => world.after(ms, then),
      chance: world.chance,
    };
  }
}
