/** Whether the port is free for the store, where no store is known to have it. */
import { createServer } from 'node:net';
import type { Env } from '../env.ts';
import { type Ask, once } from './asking.ts';
import { broken, type Finding, fine } from './finding.ts';
import { QUESTION, STORE } from './proof.ts';

export async function examinePort(
  { port, host }: Pick<Env, 'port' | 'host'>,
  ask: Ask,
): Promise<Finding> {
  const what = 'port';
  if (port === 0) return fine(what, 'Any that is free.');
  const trouble = await listens(port, host);
  if (trouble === null) return fine(what, `${port} is free: no store runs on this machine there.`);
  if (trouble === 'EACCES') {
    return broken(
      what,
      `${port} is for the system’s administrator only: set PORT to one above 1023.`,
    );
  }
  if (trouble === 'EADDRNOTAVAIL' || trouble === 'ENOTFOUND') {
    return broken(what, `HOST is ${host}, which is no address of this machine.`);
  }
  if (trouble !== 'EADDRINUSE') return broken(what, `${port} cannot be listened at: ${trouble}.`);
  const near = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const shown = near.includes(':') ? `[${near}]` : near;
  const there = await ask(`http://${shown}:${port}/healthz`, once({ [QUESTION]: 'port' })).catch(
    () => null,
  );
  await there?.body?.cancel();
  return there?.headers.get(STORE)
    ? fine(what, `A store listens at ${port}.`)
    : broken(
        what,
        `Something else listens at ${port}: stop it, or set PORT to another one, here and in the proxy.`,
      );
}

/** @returns null when it can be listened at, which is given up at once; else what the system calls the trouble */
function listens(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
