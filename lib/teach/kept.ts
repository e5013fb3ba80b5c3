/** The lesson as it is kept on the disk. Apart from lesson.ts, so that the script in the page carries no zod. */
import * as z from 'zod/mini';
import { factName, listPage, place } from '../contract/recipe.ts';

/** One record's page as it was when its facts were read. */
const sample = z.object({
  url: z.string(),
  values: z.partialRecord(factName, z.string()),
});

/** What has been learned so far. Kept on the disk, so that a page load or a restart loses nothing. */
export const lesson = z.object({
  origin: z.string(),
  /** Where the person is: one record, another, a list, the name. */
  stage: z.enum(['first', 'second', 'list', 'name', 'done']),
  /** What the person calls this CRM. */
  name: z.string(),
  kind: z.enum(['lead', 'contact']),
  /** Places that were pointed at, best first. */
  places: z.partialRecord(factName, z.array(place)),
  first: z.nullable(sample),
  second: z.nullable(sample),
  list: z.nullable(z.object({ url: z.string(), page: listPage })),
});
export type Lesson = z.infer<typeof lesson>;
export type Sample = z.infer<typeof sample>;
