/** The settings and the database of a command that works on it by itself. */
import { type Database, openDatabase } from '../db/database.ts';
import { type Env, readEnv } from '../env.ts';
import { EXIT, exitOf } from './exit.ts';
import { type Io, say } from './io.ts';

/** @returns the settings; or null after saying what is wrong with them (`EXIT.setting`) */
export function settingsFor(io: Io): Env | null {
  const env = readEnv(io.env);
  if (env.ok) return env.value;
  say(io.err, env.problem.detail);
  return null;
}

/**
 * Opens the database, brings it up to date, does the work, and closes it whatever happens. A store that runs on the same data
 * folder is named in the refusal.
 */
export async function withDatabase(
  io: Io,
  work: (database: Database, env: Env) => Promise<number>,
  { migrate = true } = {},
): Promise<number> {
  const env = settingsFor(io);
  if (env === null) return EXIT.setting;
  const opened = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    migrate,
    onError: (error) => say(io.err, `The database connection broke: ${error.message}`),
  });
  if (!opened.ok) {
    say(io.err, `${opened.problem.title}. ${opened.problem.detail}`);
    return exitOf(opened.problem);
  }
  try {
    return await work(opened.value, env);
  } finally {
    await opened.value.close();
  }
}
