import { expect, it } from 'vitest';
import { today } from '../../length.ts';
import { playShort } from './short.ts';

/** A few rounds of what `npm run test:faults:real` plays two hundred of; the seed is said when it fails. */
it(`keeps what Chromium showed as saved, whatever dies (seed ${today})`, async () => {
  // A full disk, and killed once saved, with a database that Chromium loses then.
  expect(await playShort('chromium', [3, 23])).toEqual({ bad: [], ended: 2 });
}, 480_000);
