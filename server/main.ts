/**
 * server: the shared store, one process that a team runs itself.
 *
 * In: events from marketing's tools, questions and feedback from the extension. Out: leads with their scores, and
 * sales' verdicts for marketing. State is in the database alone, so more processes are more capacity.
 *
 * This file: `node server/main.ts [serve]`. Ends with 2 for a bad setting, 3 when the data folder is in use, 4 when
 * the port is, 1 for anything unexpected.
 */
import { readEnv } from './env.ts';
import { createLog } from './log.ts';
import { EXIT, type Started, serve } from './serve.ts';

const command = process.argv[2] ?? 'serve';
if (command === 'serve') await main();
else end(EXIT.setting, `There is no command “${command}”. Use: node server/main.ts serve`);

async function main(): Promise<void> {
  const env = readEnv(process.env);
  if (!env.ok) return end(EXIT.setting, env.problem.detail);
  const log = createLog(env.value.logLevel);
  const gone = () =>
    end(EXIT.unexpected, 'The database stopped, so the store did. Start it again.');
  const started = await serve(env.value, log, gone).catch(unexpected);
  if (!started.ok) {
    const { title, detail } = started.problem;
    return end(started.exit, `${title}. ${detail}`);
  }
  const { url, setupCode, repairsProblem, close } = started.value;
  const invited = setupCode === null ? '' : invitation(setupCode, env.value.setupCode !== null);
  // One write: whoever waits for the first line has the second one as well.
  process.stdout.write(`Truce store is ready at ${url}\n${invited}`);
  if (repairsProblem !== null) process.stderr.write(`${repairsProblem}\n`);
  const stop = async () => {
    await close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // A terminal that is closed says this.
  process.once('SIGHUP', stop);
}

function invitation(code: string, given: boolean): string {
  const valid = given
    ? 'Good until somebody uses it.'
    : 'Good for ten minutes; start again for another.';
  return `To connect the first person, enter ${code} in the extension's options. ${valid}\n`;
}

/** A database that cannot be reached, a folder that cannot be written: told in a sentence, not as a stack. */
function unexpected(error: unknown): Started {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const title = `The store could not start: ${cause instanceof Error ? cause.message : String(cause)}`;
  const detail = 'Look at DATABASE_URL, TRUCE_DATA_DIR, HOST and PORT.';
  return { ok: false, exit: EXIT.unexpected, problem: { title, detail } };
}

function end(code: number, why: string): void {
  process.stderr.write(`${why}\n`);
  process.exit(code);
}
