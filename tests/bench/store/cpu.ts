/**
 * Processor time, which other work on the machine hardly moves, unlike time on the clock. As Linux counts it; elsewhere
 * there are no figures.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const US_PER_TICK = 10_000;

/** Microseconds so far. */
export interface Cpu {
  store: number;
  database: number;
  /** This process: the client of HTTP, or of the database. */
  client: number;
}

/** @returns a look at the clocks of the store's process and of everything that PostgreSQL runs for this benchmark */
export function cpuClock(storePid: () => number | null): () => Cpu {
  return () => {
    const { user, system } = process.cpuUsage();
    const pid = storePid();
    const all = processes();
    return {
      store: pid === null ? 0 : (all.get(pid)?.us ?? 0),
      database: [...all.values()]
        .filter(({ name, parent }) => name === 'postgres' && isOurs(parent, all))
        .reduce((sum, { us }) => sum + us, 0),
      client: user + system,
    };
  };
}

/** @returns what was spent between two looks */
export function spentBetween(before: Cpu, after: Cpu): Cpu {
  return {
    store: after.store - before.store,
    database: after.database - before.database,
    client: after.client - before.client,
  };
}

export function sumOf(one: Cpu, other: Cpu): Cpu {
  return {
    store: one.store + other.store,
    database: one.database + other.database,
    client: one.client + other.client,
  };
}

interface Running {
  name: string;
  parent: number;
  us: number;
}

/** Started by this process, or by one that was: there may be another server on the machine. */
function isOurs(parent: number, all: ReadonlyMap<number, Running>): boolean {
  for (let pid = parent, hops = 0; pid > 1 && hops < 10; hops++) {
    if (pid === process.pid) return true;
    pid = all.get(pid)?.parent ?? 0;
  }
  return false;
}

function processes(): Map<number, Running> {
  const all = new Map<number, Running>();
  if (process.platform !== 'linux') return all;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const running = read(entry);
    if (running) all.set(Number(entry), running);
  }
  return all;
}

/** @returns null when it has ended in between */
function read(pid: string): Running | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
    // After the name: state, parent, …, user time (12th), system time (13th), and those of children that have ended.
    const fields = rest.split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
    return { name, parent: Number(fields[1]), us: ticks * US_PER_TICK };
  } catch {
    return null;
  }
}
