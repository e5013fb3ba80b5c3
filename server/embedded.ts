/** What a store with its own embedded database does besides: backups by the clock, tidying up, and answers to commands on this machine. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { countsIn } from './backup/counts.ts';
import { copyOf, packed } from './backup/make.ts';
import { startBackups } from './backup/schedule.ts';
import { listenForCommands } from './control/listen.ts';
import { keepTidy } from './db/tidy.ts';
import { examine } from './doctor/database.ts';
import type { Env } from './env.ts';
import type { Store } from './http/context.ts';

export interface Own {
  end: () => Promise<void>;
}

/** @returns what ends all of it */
export async function startOwn(env: Env, pool: pg.Pool, store: Store): Promise<Own> {
  const source = { dataDir: env.dataDir, pool, now: store.now };
  const tidying = keepTidy(store.db, store.stopping, store.log);
  const backups = env.backups ? startBackups(source, env.backups, store) : null;
  const answers = {
    '/backup': async () => {
      const copy = await copyOf(source);
      store.metrics.backedUp(copy.heldMs);
      store.log.info({ heldMs: copy.heldMs }, 'backup handed out');
      return packed(copy, store.now());
    },
    '/counts': async () => Readable.from([JSON.stringify(await countsIn(store.db))]),
    '/doctor': async () => Readable.from([JSON.stringify(await examine(store.db, env, fetch))]),
  };
  const hangUp = await listenForCommands(
    env.dataDir,
    randomBytes(32).toString('base64url'),
    answers,
    (err) => store.log.error({ err }, 'a command could not be answered'),
  );
  return {
    end: async () => {
      hangUp();
      await Promise.all([backups?.ended, tidying]);
    },
  };
}
