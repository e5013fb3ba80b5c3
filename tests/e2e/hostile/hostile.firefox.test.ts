import { describe } from 'vitest';
import { firefoxGround } from './support/firefox-ground.ts';
import { attackAll } from './support/run.ts';

/** The same in Firefox: by hand (`npm run test:hostile`), where CI has the time for one browser. */
describe.runIf(process.env.TRUCE_HOSTILE === 'all')('a hostile page in Firefox', () =>
  attackAll(firefoxGround),
);
