import { expect, it } from 'vitest';
import { extensionFolder } from '../../../demo/extension.ts';
import { isGood, runRounds } from './run.ts';

/** A round of what `npm run test:faults:real` plays two hundred of; another seed each day, said when it fails. */
const SEED = Math.floor(Date.now() / 86_400_000);

it(`keeps what Firefox showed as saved, whatever dies (seed ${SEED})`, async () => {
  const played = await runRounds({
    ...{ lanes: [{ browser: 'firefox', engine: 'embedded' }], rounds: 20, seed: SEED },
    // Killed, once it was stored and before it heard so.
    only: [2],
    built: () => extensionFolder({ browser: 'firefox', mode: 'demo' }),
    hurry: true,
    onRound: () => undefined,
  });
  expect(played.filter((round) => !isGood(round))).toEqual([]);
  expect(played).toHaveLength(1);
}, 240_000);
