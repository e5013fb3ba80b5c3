/** Every attack there is, in the order of the table. */
import { ACTING } from './acting.ts';
import { COVERING } from './covering.ts';
import { FRAMING } from './framing.ts';
import { LISTING } from './listing.ts';
import { LOAD } from './load.ts';
import { READING } from './reading.ts';
import type { Group } from './support/attack.ts';

export const GROUPS: Group[] = [READING, LISTING, FRAMING, ACTING, LOAD, COVERING];
