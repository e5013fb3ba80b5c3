/** A real store in a process of its own, to be killed, stopped and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface StoreProcess {
  child: ChildProcess;
  url: string;
  /** Everything it has said so far. */
  output: () => string;
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** @returns the running store; throws with its last words when it ends before it is ready */
export async function startStore(env: Record<string, string>): Promise<StoreProcess> {
  const run = spawnStore(env);
  const ready = /ready at (http:\S+)/;
  await Promise.race([run.exited, run.until(ready)]);
  const [, url] = ready.exec(run.output()) ?? [];
  if (url === undefined) throw new Error(`The store did not start: ${run.output()}`);
  return {
    child: run.child,
    url,
    output: run.output,
    end: async (signal) => {
      run.child.kill(signal);
      return run.exited;
    },
  };
}

/** @returns exit code and words of a store that cannot start */
export async function runStore(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const run = spawnStore(env, args);
  return { code: await run.exited, output: run.output() };
}

/** As `npm run store` says: large young generations gain little and cost 150 MB while a file is imported. */
const AS_RUN = ['--max-semi-space-size=8'];

/** Nothing of ours but where programs are, and what was compiled before. */
const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
const own = { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };

function spawnStore(env: Record<string, string>, args: string[] = ['serve']) {
  const child = spawn(process.execPath, [...AS_RUN, 'server/main.ts', ...args], {
    cwd: ROOT,
    env: { ...own, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text.toString();
      for (const listener of listeners) listener();
    });
  }
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => pattern.test(output) && resolve();
      listeners.add(look);
      look();
    });
  return { child, exited, until, output: () => output };
}

/** @returns the JSON of the answer; throws unless it is 200 */
export async function post<T>(
  url: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<T> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** @returns a token and a write key of a store that nobody has come into yet */
export async function enter(
  url: string,
  code: string,
): Promise<{ token: string; writeKey: string }> {
  const { token } = await post<{ token: string }>(url, '/api/pair', { code, label: 'Test' });
  const source = { kind: 'segment', label: 'Website' };
  const { writeKey } = await post<{ writeKey: string }>(url, '/api/sources', source, token);
  return { token, writeKey };
}
