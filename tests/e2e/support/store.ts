/** The real store as a process of its own, on a port and a data directory that outlive being killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MOVABLE_CLOCK, moveClock } from '../../server/support/moved-clock.ts';
import { preparedFolder } from '../../server/support/template.ts';

const ROOT = join(import.meta.dirname, '../../..');
export const SETUP_CODE = '7K3MQX2P';

export interface TestStore {
  url: string;
  start(): Promise<void>;
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>;
  /** Sets its clock so far ahead of the real one, until it is started again (tests/server/support/moved-clock.ts). */
  moveClock(aheadMs: number): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/**
 * @param settings besides those every test has; given the address, for what has to know it before the store runs
 * @returns a store that is running
 */
export async function startTestStore(
  settings: (url: string) => Promise<Record<string, string>> = async () => ({}),
): Promise<TestStore> {
  const dataDir = await preparedFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = await settings(url);
  let child: ChildProcess | null = null;

  const start = async () => {
    child = spawn(process.execPath, [...MOVABLE_CLOCK, 'server/main.ts', 'serve'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        TRUCE_DATA_DIR: dataDir,
        TRUCE_SETUP_CODE: SETUP_CODE,
        DATABASE_URL: '',
        ...own,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await untilHealthy(url, child);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    child = null;
  };
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async moveClock(aheadMs) {
      if (!child) throw new Error('The store does not run.');
      await moveClock(child, aheadMs);
    },
    async remove() {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The store ended with code ${child.exitCode}.`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
