/** What a frame is to hear as soon as it is known as ours: from the scout by way of the background, before it has its port. */
import * as z from 'zod/mini';
import { seenRecord } from '../contract/record.ts';

/** The panel and the record in front, each at most once. */
export const firstHeard = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('seen'), seen: z.nullable(seenRecord) }),
      z.object({
        kind: z.literal('panel'),
        side: z.nullable(z.enum(['left', 'right'])),
        shown: z.boolean(),
      }),
    ]),
  )
  .check(z.maxLength(2));
