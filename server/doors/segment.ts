/** What comes by /v1, as a door: only to try again what was refused. Its requests have a route of their own (server/ingest). */

import { isObject } from '../ingest/read.ts';
import { jsonItems } from './body.ts';
import { type Door, notKept } from './door.ts';

export const segment: Door = {
  open: ({ bytes }) => jsonItems(bytes),
  read: (item) =>
    isObject(item) ? [{ message: item }] : notKept('A message has to be an object.'),
};
