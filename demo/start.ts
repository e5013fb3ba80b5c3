/**
 * demo: everything a person needs to see Truce at work, started by one command.
 *
 * In: what was typed after `npm start`. Out: a store with a sample team in it, a CRM, a browser with the extension,
 * and nothing left running afterwards. Only wires; each step is a file beside this one.
 */

import { NoBrowser } from '../scripts/install-browsers.ts';
import { RunFailed } from '../scripts/run.ts';
import { HELP, parseOptions } from './options.ts';
import { makeProgress } from './progress.ts';
import { runDemo } from './run-demo.ts';
import { Sentence } from './sentence.ts';
import { makeStopping, onSignals } from './stopping.ts';
import { StoreFailed } from './store-process.ts';

async function main(args: string[]): Promise<number> {
  const parsed = parseOptions(args);
  if (parsed.is === 'help') {
    console.log(HELP);
    return 0;
  }
  if (parsed.is === 'wrong') {
    console.error(parsed.message);
    return 2;
  }
  const stopping = makeStopping();
  onSignals(() => void stopping.stop());
  try {
    await runDemo(parsed.options, { progress: makeProgress(), stopping });
    return 0;
  } catch (error) {
    // Being told to stop in the middle of something is no failure.
    if (stopping.signal.aborted) return 0;
    console.error(`\n${wordsFor(error)}`);
    return 1;
  } finally {
    await stopping.stop();
  }
}

/** Expected failures speak for themselves; the rest comes with the place it happened. */
function wordsFor(error: unknown): string {
  const expected = [Sentence, StoreFailed, NoBrowser, RunFailed];
  if (!(error instanceof Error)) return String(error);
  if (expected.some((kind) => error instanceof kind)) return error.message;
  return error.stack ?? error.message;
}

process.exit(await main(process.argv.slice(2)));
