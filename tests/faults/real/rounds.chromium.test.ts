import { expect, it } from 'vitest';
import { extensionFolder } from '../../../demo/extension.ts';
import { isGood, runRounds } from './run.ts';

/** A few rounds of what `npm run test:faults:real` plays two hundred of; another seed each day, said when it fails. */
const SEED = Math.floor(Date.now() / 86_400_000);

it(`keeps what Chromium showed as saved, whatever dies (seed ${SEED})`, async () => {
  const played = await runRounds({
    ...{ lanes: [{ browser: 'chromium', engine: 'embedded' }], rounds: 20, seed: SEED },
    // Killed once saved, and a full disk.
    only: [0, 3],
    built: () => extensionFolder({ browser: 'chrome', mode: 'demo' }),
    hurry: true,
    onRound: () => undefined,
  });
  expect(played.filter((round) => !isGood(round))).toEqual([]);
  expect(played).toHaveLength(2);
}, 240_000);
