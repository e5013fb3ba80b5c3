/** `serve`: the store, until it is asked to stop. */
import { readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { type Started, serve } from '../serve.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';

export async function serveCommand(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) {
    say(io.err, `“serve” takes no words after it; settings come from the environment.`);
    return EXIT.setting;
  }
  const env = readEnv(io.env);
  if (!env.ok) {
    say(io.err, env.problem.detail);
    return EXIT.setting;
  }
  const gone = Promise.withResolvers<'gone'>();
  const log = createLog(env.value.logLevel);
  const started = await serve(env.value, log, () => gone.resolve('gone')).catch(unexpected);
  if (!started.ok) {
    say(io.err, `${started.problem.title}. ${started.problem.detail}`);
    return started.exit;
  }
  const { url, setupCode, repairsProblem, close } = started.value;
  const invited = setupCode === null ? '' : invitation(setupCode, env.value.setupCode !== null);
  // One write: whoever waits for the first line has the second one as well.
  io.out.write(`Truce store is ready at ${url}\n${invited}`);
  if (repairsProblem !== null) say(io.err, repairsProblem);
  if ((await Promise.race([gone.promise, asked(io.stopping)])) === 'gone') {
    say(io.err, 'The database stopped, so the store did. Start it again.');
    return EXIT.unexpected;
  }
  await close();
  return EXIT.done;
}

function asked(stopping: AbortSignal): Promise<'asked'> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve('asked');
    stopping.addEventListener('abort', () => resolve('asked'), { once: true });
  });
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
