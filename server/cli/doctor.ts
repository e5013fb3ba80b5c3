/** `doctor`: looks at everything, changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { askRunning } from '../control/ask.ts';
import { type Db, openDatabase } from '../db/database.ts';
import { holderOf } from '../db/pid-lock.ts';
import type { Ask } from '../doctor/asking.ts';
import { beyond } from '../doctor/beyond.ts';
import { notReached } from '../doctor/connecting.ts';
import { examine } from '../doctor/database.ts';
import {
  broken,
  type Finding,
  findings,
  fine,
  LOOK_MS,
  look,
  tried,
  within,
} from '../doctor/finding.ts';
import { examinePlace, thisMachine } from '../doctor/place.ts';
import { examinePort } from '../doctor/port.ts';
import { type Env, readEnv } from '../env.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';

const SIGNS: Record<Finding['state'], string> = { fine: 'ok', look: 'look', broken: 'BROKEN' };
/** A running store looks at all of it, one after the other. */
const ALL_LOOKS_MS = 6 * LOOK_MS;

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

async function everything(io: Io): Promise<Finding[]> {
  const env = readEnv(io.env);
  if (!env.ok) return [broken('settings', env.problem.detail)];
  const place = await examinePlace(env.value, io.env, thisMachine(io.env));
  return [...place, ...(await ofDatabase(env.value, io.ask ?? fetch))];
}

/** An embedded database that is in use is asked through the store that uses it; one that is not there is not made. */
async function ofDatabase(env: Env, ask: Ask): Promise<Finding[]> {
  const holder = env.databaseUrl === null ? holderOf(env.dataDir) : null;
  if (holder !== null) {
    const found = await ofRunning(env.dataDir, holder);
    return found ?? [silent(holder), ...(await beyond(env, null, ask))];
  }
  const port = await tried('port', () => examinePort(env, ask));
  const isThere = env.databaseUrl !== null || existsSync(join(env.dataDir, 'pg'));
  const found = isThere ? await ofOpened(env, ask) : await beyond(env, null, ask);
  return [port, ...found];
}

async function ofOpened(env: Env, ask: Ask): Promise<Finding[]> {
  const { databaseUrl, dataDir } = env;
  try {
    const opened = await openDatabase({ databaseUrl, dataDir, migrate: false, onError: () => {} });
    if (!opened.ok) return [look('database', `${opened.problem.title}. ${opened.problem.detail}`)];
    const { db, close } = opened.value;
    // One that hangs would hang while it is closed as well; whoever runs this command ends the process.
    await within(LOOK_MS, reached(db));
    const found = await examine(db, env, ask).finally(close);
    return [fine('database', 'Reachable.'), ...found];
  } catch (error) {
    return [notReached(error), ...(await beyond(env, null, ask))];
  }
}

/** Throws when nobody answers: then there is no use in asking for the rest. */
async function reached(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

/** @returns null when it does not answer */
async function ofRunning(dataDir: string, holder: string): Promise<Finding[] | null> {
  const told = async () => {
    const answer = await askRunning(dataDir, '/doctor');
    return answer && findings.parse(JSON.parse(await text(answer)));
  };
  const found = await within(ALL_LOOKS_MS, told()).catch(() => null);
  return found && [fine('database', `Answered by the running store (${holder}).`), ...found];
}

function silent(holder: string): Finding {
  return look('database', `It is open in ${holder}, which does not answer; look at its log.`);
}
