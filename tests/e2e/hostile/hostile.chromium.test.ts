import { describe } from 'vitest';
import { chromiumGround } from './support/chromium-ground.ts';
import { attackAll } from './support/run.ts';

/** A CRM page in the hands of an attacker, in Chromium. */
describe('a hostile page in Chromium', () => attackAll(chromiumGround));
