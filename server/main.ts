/**
 * server: the shared store, one process that a team runs itself.
 *
 * In: events from marketing's tools, questions and feedback from the extension. Out: leads with their scores, and
 * sales' verdicts for marketing. State is in the database alone, so more processes are more capacity.
 *
 * This file: `node server/main.ts [command]`, what is true of all commands. What there is: server/cli/main.ts.
 */
import { EXIT } from './cli/exit.ts';
import { run } from './cli/main.ts';

const stopping = new AbortController();
// A terminal that is closed says SIGHUP.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stopping.signal.aborted) process.exit(EXIT.stoppedAtOnce);
    stopping.abort();
  });
}
// Whoever reads on may stop reading (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.unexpected);
  throw error;
});

const code = await run(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
  stopping: stopping.signal,
});
process.exit(code);
