/** CRMs that an administrator shared with the team, and repaired selectors, as the store hands them out. */
import * as z from 'zod/mini';
import { recipe } from './recipe.ts';
import { crmId } from './record.ts';
import { instant } from './text.ts';

/** What the store takes: bytes of one recipe as JSON, recipes per team, bytes of the repairs. */
export const SHARING = { recipeBytes: 64_000, recipes: 50, repairsBytes: 256_000 } as const;

/** Who shared a recipe, and when. */
export const sharedNote = z.object({
  id: crmId,
  /** Null when that person is gone. */
  by: z.nullable(z.string()),
  at: instant,
});
export type SharedNote = z.infer<typeof sharedNote>;

/** A recipe is parsed by itself when it is taken in, so that one of a newer version does not hide the others. */
const sharedCrm = z.object({ ...sharedNote.shape, recipe: z.unknown() });

/** `GET /api/crms`: what the team shares. The repairs are passed on as they are; who uses them checks the signature. */
export const sharedCrms = z.object({
  crms: z.array(sharedCrm),
  repairs: z.nullable(z.string()),
});
export type SharedCrms = z.infer<typeof sharedCrms>;

/** `PUT /api/crms/:id` (admin): the recipe itself. */
export const shareRequest = recipe;
/** What sharing and taking back answer. */
export const shareAnswer = z.object({ id: crmId });
