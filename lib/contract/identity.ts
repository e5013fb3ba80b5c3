/** When several leads turned out to be one person: why, and how to take it back. */
import * as z from 'zod/mini';
import { email, instant, uuid } from './text.ts';

/** A name somebody goes by, for people to read: `email gordon@shanahan.example`, `visitor 8f1c…`. */
export const knownName = z.object({
  kind: z.enum(['email', 'user', 'visitor', 'record', 'other']),
  value: z.string(),
});
export type KnownName = z.infer<typeof knownName>;

export const mergeEntry = z.object({
  mergeId: uuid,
  at: instant,
  /** Why, in a sentence: `“Website” said that visitor 8f1c… is gordon@shanahan.example.` */
  because: z.string(),
  /** Null: by what a source said. */
  by: z.nullable(z.string()),
  /** The names that came with it. */
  names: z.array(knownName),
  /** How much of the history came with it. */
  events: z.int(),
  feedback: z.int(),
  undone: z.nullable(z.object({ at: instant, by: z.string() })),
  /** False when the two cannot be told apart any more (history that retention removed is no obstacle). */
  undoable: z.boolean(),
});
export type MergeEntry = z.infer<typeof mergeEntry>;

/** `GET /api/leads/:leadId/identity` (rep): all names of a lead, and the merges it was made by, newest first. */
export const identityAnswer = z.object({
  leadId: uuid,
  names: z.array(knownName),
  merges: z.array(mergeEntry),
});
export type IdentityAnswer = z.infer<typeof identityAnswer>;

/** `POST /api/leads/by-email` (marketer): whose address this is, before two are said to be one person. */
export const byEmailRequest = z.object({ email });
export const byEmailAnswer = z.object({
  lead: z.nullable(
    z.object({ leadId: uuid, name: z.nullable(z.string()), company: z.nullable(z.string()) }),
  ),
});
export type ByEmailAnswer = z.infer<typeof byEmailAnswer>;

/** `POST /api/leads/:leadId/merge` (marketer): that one is the same person, although their addresses differ. */
export const mergeRequest = z.object({ other: uuid });
export type MergeRequest = z.infer<typeof mergeRequest>;
/** `POST /api/merges/:mergeId/undo` (marketer): two leads again, as if it had not been said. */
export const undoMergeAnswer = z.object({ kept: uuid, apart: uuid });

/** `GET /api/merges?before=` (marketer): the merges of the whole workspace, newest first. */
export const mergePage = z.object({
  merges: z.array(
    z.object({
      ...mergeEntry.shape,
      leadId: uuid,
      who: z.nullable(z.string()),
    }),
  ),
  next: z.nullable(z.string()),
});
export type MergePage = z.infer<typeof mergePage>;
