/** What a frame is to hear as soon as it is known as ours: from the scout by way of the background, before it has its port. */
import * as z from 'zod/mini';
import { seenRecord } from './record.ts';

const heard = z.discriminatedUnion('kind', [
  /** The record in the address, with what the page says of it; null on pages that are no record. */
  z.object({ kind: z.literal('seen'), seen: z.nullable(seenRecord) }),
  z.object({
    kind: z.literal('panel'),
    /** Null where the browser and not the page holds it: it can be neither moved nor closed from inside. */
    side: z.nullable(z.enum(['left', 'right'])),
    shown: z.boolean(),
  }),
]);
export type FirstHeard = z.infer<typeof heard>;

/** The panel and the record in front, each at most once. */
export const firstHeard = z.array(heard).check(z.maxLength(2));
