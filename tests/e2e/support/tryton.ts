/** A real Tryton CRM with made-up parties, on a port and a database of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRYTON_PAGES } from '../../../scripts/install-tryton.ts';
import {
  DATABASE,
  PASSWORD,
  type Seeded,
  trytonTemplate,
  writeTrytonConfig,
} from './tryton-template.ts';

export interface Tryton extends Seeded {
  /** `http://127.0.0.1:43311`; pages are at `/#crm/model/…`. */
  origin: string;
  /** The database's name, which begins every address after the `#`. */
  database: string;
  user: string;
  password: string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Half a minute the first time on a machine, three seconds from then on. Needs `ensureTryton` to have said yes.
 *
 * @returns Tryton, with the parties in it, ready for a browser
 */
export async function startTryton(): Promise<Tryton> {
  const template = await trytonTemplate();
  const dataDir = await mkdtemp(join(tmpdir(), 'truce-tryton-'));
  const server = await startServer(dataDir, template.database).catch(async (error) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const seeded: Seeded = JSON.parse(await readFile(template.seeded, 'utf8'));
  return {
    ...seeded,
    origin: server.origin,
    database: DATABASE,
    user: 'admin',
    password: PASSWORD,
    async stop() {
      await end(server.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(dataDir: string, template: string) {
  await copyFile(template, join(dataDir, `${DATABASE}.sqlite`));
  const port = await freePort();
  const config = await writeTrytonConfig(dataDir, [
    '[web]',
    `listen = 127.0.0.1:${port}`,
    `root = ${TRYTON_PAGES}`,
  ]);
  // setpriv: a test run that is killed cannot stop it, and a group of its own does not hear of Ctrl+C.
  // With -d it loads the models now, not while the first page waits for them.
  const child = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', '/usr/bin/trytond', '-c', config, '-d', DATABASE],
    { cwd: dataDir, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(origin, child);
  } catch (error) {
    await end(child);
    throw error;
  }
  return { origin, child };
}

async function untilAnswering(origin: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-2000);
  });
  child.once('error', (error) => {
    said += error.message;
  });
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.pid === undefined || hasEnded(child)) {
      throw new Error(`Tryton did not start.\n${said.trim()}`);
    }
    const answer = await fetch(`${origin}/index.html`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Tryton did not answer within a minute.\n${said.trim()}`);
}

/** The whole group, should the server have children. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
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
