/** `doctor`: looks at everything, changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { askRunning } from '../control/ask.ts';
import { type Db, openDatabase } from '../db/database.ts';
import { holderOf } from '../db/pid-lock.ts';
import { examine } from '../doctor/database.ts';
import { broken, type Finding, findings, fine, look } from '../doctor/finding.ts';
import { examinePlace } from '../doctor/place.ts';
import { type Env, readEnv } from '../env.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';

const SIGNS: Record<Finding['state'], string> = { fine: 'ok', look: 'look', broken: 'BROKEN' };

export async function doctorCommand(args: readonly string[], io: Io): Promise<number> {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    say(io.err, `“doctor” does not know “${unknown}”; it takes --json.`);
    return EXIT.setting;
  }
  const all = await everything(io);
  if (args.includes('--json')) say(io.out, JSON.stringify(all, null, 2));
  else {
    for (const { state, what, says } of all)
      say(io.out, `${SIGNS[state].padEnd(6)}  ${what}: ${says}`);
  }
  return all.some(({ state }) => state === 'broken') ? EXIT.unexpected : EXIT.done;
}

async function everything({ env: variables }: Io): Promise<Finding[]> {
  const env = readEnv(variables);
  if (!env.ok) return [broken('settings', env.problem.detail)];
  return [...(await examinePlace(env.value)), ...(await ofDatabase(env.value))];
}

/** An embedded database that is in use is asked through the store that uses it; one that is not there is not made. */
async function ofDatabase(env: Env): Promise<Finding[]> {
  const { databaseUrl, dataDir } = env;
  if (databaseUrl === null) {
    const holder = holderOf(dataDir);
    if (holder !== null) return ofRunning(dataDir, holder);
    if (!existsSync(join(dataDir, 'pg'))) return [];
  }
  try {
    const opened = await openDatabase({ databaseUrl, dataDir, migrate: false, onError: () => {} });
    if (!opened.ok) return [look('database', `${opened.problem.title}. ${opened.problem.detail}`)];
    const { db, close } = opened.value;
    const found = await reached(db)
      .then(() => examine(db, env))
      .finally(close);
    return [fine('database', 'Reachable.'), ...found];
  } catch (error) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    return [
      broken('database', `It cannot be opened: ${why}. Look at DATABASE_URL or TRUCE_DATA_DIR.`),
    ];
  }
}

/** Throws when nobody answers: then there is no use in asking for the rest. */
async function reached(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

async function ofRunning(dataDir: string, holder: string): Promise<Finding[]> {
  const answer = await askRunning(dataDir, '/doctor').catch(() => null);
  if (answer === null) {
    return [look('database', `It is open in ${holder}, which does not answer; look at its log.`)];
  }
  const found = findings.parse(JSON.parse(await text(answer)));
  return [fine('database', `Answered by the running store (${holder}).`), ...found];
}
