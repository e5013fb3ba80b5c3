import { expect, it } from 'vitest';
import { today } from '../../length.ts';
import { playShort } from './short.ts';

/** A round of what `npm run test:faults:real` plays two hundred of; the seed is said when it fails. */
it(`keeps what Firefox showed as saved, whatever dies (seed ${today})`, async () => {
  // Killed, once it was stored and before it heard so.
  expect(await playShort('firefox', [2])).toEqual({ bad: [], ended: 1 });
}, 480_000);
