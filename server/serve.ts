/** Starts the store and ends it again: database, first start, listening, work of its own, draining. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Problem } from '../lib/contract/problem.ts';
import { gitlabPreset } from '../lib/score/presets/gitlab.ts';
import { firstWorkspace, setupCode } from './access/first-start.ts';
import { keyOf, sealWith } from './access/seal.ts';
import { EXIT, exitOf } from './cli/exit.ts';
import { repairsFile } from './crms/repairs.ts';
import { openDatabase } from './db/database.ts';
import { storeIdOf } from './doctor/proof.ts';
import { startOwn } from './embedded.ts';
import type { Env } from './env.ts';
import { outside } from './hooks/target.ts';
import { addressOfBehind } from './http/address.ts';
import { hardenedServer } from './http/harden.ts';
import { limitsOf } from './http/limits.ts';
import { metricsOf } from './metrics/database.ts';
import { createProvider } from './sign-on/provider.ts';
import { createStore, makeStore } from './store.ts';
import { dropLeases } from './work/lease.ts';
import { startWork } from './work/ticker.ts';

/** Longer than any request but a long poll, which is told to end. */
const DRAIN_MS = 10_000;

export type Started =
  | { ok: true; value: Running }
  | { ok: false; exit: number; problem: Pick<Problem, 'title' | 'detail'> };

export interface Running {
  url: string;
  /** What the first person enters; null when somebody is in already. */
  setupCode: string | null;
  /** Why there are no repairs to hand out although a file was named; null when all is well. */
  repairsProblem: string | null;
  close: () => Promise<void>;
}

/**
 * @param onFatal told when the database is gone for good
 * @returns the running store; or why it did not start, and what to exit with. Throws for anything unexpected.
 */
export async function serve(
  env: Env,
  log: Logger,
  onFatal: (error: Error) => void,
): Promise<Started> {
  const opened = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    onError: (error, fatal) => {
      log.error({ err: error }, 'the database connection broke');
      if (fatal) onFatal(error);
    },
  });
  if (!opened.ok) return { ok: false, exit: exitOf(opened.problem), problem: opened.problem };
  const { db, pool, close } = opened.value;
  const needs = { db, now: Date.now, newId: randomUUID, randomBytes };
  const wsId = await firstWorkspace(needs, env.workspace, gitlabPreset);
  const code = await setupCode(needs, wsId, env.setupCode);
  const leaving = new AbortController();
  const stopping = new AbortController();
  const file = repairsFile(env.repairsFile, log);
  const repairsProblem = await file.look();
  const seal = sealWith(await keyOf(db, env.key));
  const { publicUrl, idleMs, redirects } = env;
  const provider = env.signOn ? createProvider(env.signOn) : null;
  const given = {
    ...needs,
    storeId: storeIdOf(wsId),
    log,
    repairs: file.text,
    leaving: leaving.signal,
    stopping: stopping.signal,
    metrics: metricsOf(db, pool),
    metricsToken: env.metricsToken,
    proxies: env.trustedProxies,
    addressOf: addressOfBehind(env.trustedProxies),
    outside: { ...outside, allowPrivate: env.hooksPrivate },
    limits: env.limits && limitsOf(env.limits),
    seal,
    publicUrl,
    idleMs,
    redirects,
    provider,
  };
  const store = makeStore(given);
  const app = createStore(store);
  const listening = await listenOn(app.fetch, env);
  if (!listening) {
    await close();
    const title = `Port ${env.port} is taken`;
    const detail = 'Stop what listens there, or set PORT to another one.';
    return { ok: false, exit: EXIT.portTaken, problem: { title, detail } };
  }
  // After a kill, work goes on at once instead of a minute later.
  if (env.databaseUrl === null) await dropLeases(db);
  const work = startWork(store);
  const own = env.databaseUrl === null ? await startOwn(env, pool, store) : null;
  const stop = async () => {
    leaving.abort();
    if (env.stopDelayMs > 0) await sleep(env.stopDelayMs);
    stopping.abort();
    await drained(listening.server);
    await Promise.all([work.ended, own?.end()]);
    await close();
  };
  return { ok: true, value: { url: listening.url, setupCode: code, repairsProblem, close: stop } };
}

interface Listening {
  server: Server;
  url: string;
}

/** @returns null when the port is taken */
async function listenOn(
  fetch: Parameters<typeof hardenedServer>[0],
  { port, host }: Env,
): Promise<Listening | null> {
  const started = Promise.withResolvers<Listening | null>();
  const server = hardenedServer(fetch, host);
  server.listen(port, host, () => {
    const address = server.address();
    if (address === null || typeof address === 'string')
      throw new Error('No address to listen on.');
    const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    started.resolve({ server, url: `http://${shown}:${address.port}` });
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') started.resolve(null);
    else started.reject(error);
  });
  return started.promise;
}

/** No new connections; what is under way may finish, up to a limit. */
async function drained(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}
