/** Sends so many requests of a seed at a store, judges every answer, and looks at what it cost the store. */
import { readFile } from 'node:fs/promises';
import { ROUTES } from '../../../server/routes.ts';
import { judged } from './judge.ts';
import { Gun, type Shot } from './shots.ts';
import type { Team } from './team.ts';
import { type Reply, Wire } from './wire.ts';

export interface Line {
  sent: number;
  /** Answers by status; 0: none, which only endless and broken requests may get. */
  by: Map<number, number>;
  reached: number;
}

export interface Fault {
  shot: Shot;
  reply: Reply;
  wrong: string;
}

/** What the store's process held after its garbage was collected. */
export interface Held {
  after: number;
  heap: number;
  rss: number;
}

export interface Outcome {
  lines: Map<string, Line>;
  faults: Fault[];
  held: Held[];
  seconds: number;
  /** Whether the store's process ended by itself. */
  crashed: boolean;
}

export interface Plan {
  seed: number;
  requests: number;
  connections: number;
  /** Only this one. */
  only?: number;
  /** When memory is looked at, by requests. */
  looks: readonly number[];
  onProgress?: (sent: number, faults: number) => void;
  /** Told at once, since what is left of the run may take long. */
  onFault?: (fault: Fault) => void;
}

/** More are the same mistake, mostly. */
const MOST_FAULTS = 200;

export async function barrage(team: Team, plan: Plan): Promise<Outcome> {
  const { seed, requests, connections, only, looks } = plan;
  const gun = new Gun(team, ROUTES, seed);
  const wire = new Wire(team.store.url, connections);
  const lines = new Map<string, Line>();
  const faults: Fault[] = [];
  const held: Held[] = [];
  const started = performance.now();
  const fire = async (n: number) => {
    const shot = gun.shot(n);
    const reply = await wire.send(shot);
    const { wrong, isReached } = judged(shot, reply);
    const line = lines.get(shot.key) ?? { sent: 0, by: new Map(), reached: 0 };
    lines.set(shot.key, line);
    line.sent += 1;
    line.by.set(reply.status, (line.by.get(reply.status) ?? 0) + 1);
    if (isReached) line.reached += 1;
    if (wrong !== null && faults.length < MOST_FAULTS) {
      const fault = { shot, reply, wrong };
      faults.push(fault);
      plan.onFault?.(fault);
    }
    if (reply.status === 200) takeUp(team, reply);
  };
  const crashed = () => team.store.child.exitCode !== null || team.store.child.signalCode !== null;
  const first = only ?? 0;
  const end = only === undefined ? requests : only + 1;
  let next = first;
  for (const stop of [...looks.filter((look) => look > first && look < end), end]) {
    const worker = async () => {
      while (next < stop && !crashed()) {
        const n = next++;
        await fire(n);
        if (n % 500 === 499) plan.onProgress?.(n + 1, faults.length);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    if (!crashed()) held.push(await look(team, stop));
  }
  wire.close();
  const seconds = (performance.now() - started) / 1000;
  return { lines, faults, held, seconds, crashed: crashed() };
}

const MOST_KNOWN = 60;
const ID = /"(\w+Id)":"([0-9a-f-]{36})"/g;

/** What the store tells of itself can be asked about from now on. */
function takeUp({ pools, keep }: Team, { body }: Reply): void {
  if (body.length > 100_000) return;
  for (const [, name = '', id = ''] of body.toString('utf8').matchAll(ID)) {
    if (keep.has(id)) continue;
    const pool = pools.get(name) ?? [];
    pools.set(name, pool);
    if (pool.includes(id)) continue;
    if (pool.length >= MOST_KNOWN) pool.shift();
    pool.push(id);
  }
}

async function look({ store, metricsToken }: Team, after: number): Promise<Held> {
  const { pid } = store.child;
  // Twice: what finalizers hold on to goes the second time.
  for (let n = 0; n < 2; n++) {
    if (pid !== undefined) process.kill(pid, 'SIGUSR2');
    await metricsOf(store.url, metricsToken);
  }
  const text = await metricsOf(store.url, metricsToken);
  const heap = Number(/^truce_nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]);
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
  return { after, heap, rss };
}

async function metricsOf(url: string, token: string): Promise<string> {
  return (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
}
