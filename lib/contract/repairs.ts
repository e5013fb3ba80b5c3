/**
 * Repairs: selectors of built-in CRMs, put right by Truce's maintainers after a vendor changed its pages. Data, signed,
 * handed out by a team's store. They say where on a page something stands, never on which pages Truce runs.
 */
import * as z from 'zod/mini';
import { recipe } from './recipe.ts';
import { SHARING } from './shared-crms.ts';
import { instant } from './text.ts';

const { id, checkedOn, page, pages, list, panels, frames, ignore } = recipe.shape;

/** Each part that is given stands in for the recipe's whole part. Any other key is refused, not passed over. */
const repair = z.strictObject({
  id,
  /** Counts only where this is later than the recipe's own day. */
  checkedOn,
  page: z.optional(page),
  pages,
  list,
  panels,
  frames,
  ignore,
});
export type Repair = z.infer<typeof repair>;

const head = {
  truce: z.literal('repairs'),
  /** Lists replace each other by this, and never backwards. */
  madeAt: instant,
};

/** As a list is signed: every repair whole, and each CRM once. */
export const repairs = z.strictObject({
  ...head,
  repairs: z.array(repair).check(
    z.maxLength(200),
    z.refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
      error: 'each CRM may be repaired once',
    }),
  ),
});
export type Repairs = z.infer<typeof repairs>;

/** As a list is read, perhaps by an older Truce: a repair that it does not understand costs only itself. */
export const repairsRead = z.object({
  ...head,
  repairs: z.pipe(
    z.array(z.unknown()),
    z.transform((all) => all.flatMap((one) => repair.safeParse(one).data ?? [])),
  ),
});

const base64url = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(SHARING.repairsBytes));

/** What the store hands out: the JSON of `repairs`, and its signature (ECDSA on P-256 with SHA-256). */
export const servedRepairs = z.strictObject({ payload: base64url, signature: base64url });
