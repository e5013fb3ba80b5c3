/** The shared store as a process of its own, the way a team would run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');

export interface StoreOptions {
  dataDir: string;
  port: number;
  /** Code for the first admin of an empty store. */
  setupCode: string;
  /** Stops waiting for the store when the demo is being stopped. */
  signal: AbortSignal;
}

export interface Store {
  /** `http://127.0.0.1:4860` */
  url: string;
  port: number;
  stop(): Promise<void>;
  /** Settles when the process has ended, whatever the cause. */
  ended: Promise<void>;
}

/** The store did not start. The message is one the person can act on. */
export class StoreFailed extends Error {
  /** What it ended with, see EXIT; null when it was still running, or could not be run. */
  readonly exit: number | null;

  constructor(message: string, exit: number | null) {
    super(message);
    this.name = 'StoreFailed';
    this.exit = exit;
  }
}

/** What the store ends with when it cannot start, see server/main.ts. */
export const EXIT = { folderInUse: 3, portTaken: 4, unreadable: 5 } as const;

/** A first start writes a whole database; a slow disk may take its time. */
const STARTS_WITHIN = 90_000;

/**
 * @returns once the store answers
 * @throws StoreFailed when it ends before that, with what it said
 */
export async function startStore(options: StoreOptions): Promise<Store> {
  const { dataDir, port, setupCode, signal } = options;
  await mkdir(dataDir, { recursive: true });
  const child = spawn(
    process.execPath,
    ['--import', './scripts/follow-parent.ts', 'server/main.ts', 'serve'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        TRUCE_DATA_DIR: join(dataDir, 'store'),
        PORT: String(port),
        TRUCE_SETUP_CODE: setupCode,
        TRUCE_WORKSPACE: 'Tidewell',
        // A database that this shell happens to name is not the demo's to fill.
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const said = keepOutput(child, join(dataDir, 'store.log'));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 4000);
    await ended;
    clearTimeout(kill);
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(url, child, signal);
  } catch (error) {
    await stop();
    if (signal.aborted) throw error;
    throw new StoreFailed(reasonIn(said()) ?? String(error), child.exitCode);
  }
  return { url, port, stop, ended };
}

async function untilHealthy(url: string, child: ChildProcess, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The store ended while starting (exit ${child.exitCode}).`);
    }
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => null,
    );
    // Another program's server may sit on the same port, so 200 alone is not enough.
    if (answer?.ok && answer.headers.get('content-type')?.includes('json')) return;
    await sleep(100, undefined, { signal });
  }
  throw new Error(`The store did not answer within ${STARTS_WITHIN / 1000} seconds.`);
}

/** Writes what the store says to a file, and keeps the end of its complaints at hand. */
function keepOutput(child: ChildProcess, file: string): () => string {
  const log = createWriteStream(file, { flags: 'a' });
  let complaints = '';
  child.stdout?.on('data', (text: Buffer) => log.write(text));
  child.stderr?.on('data', (text: Buffer) => {
    log.write(text);
    complaints = (complaints + text.toString()).slice(-4000);
  });
  child.once('close', () => log.end());
  return () => complaints;
}

/** @returns the store's last sentence, without what Node says about itself */
function reasonIn(complaints: string): string | undefined {
  const lines = complaints.split('\n').filter((line) => line.trim() && !/\(node:\d+\)/.test(line));
  return lines.at(-1)?.trim();
}
