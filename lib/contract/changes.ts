/** The feed of changes: what happened in a workspace, in an order that never skips one. */
import * as z from 'zod/mini';
import { instant, uuid } from './text.ts';

export const changeKind = z.enum([
  /** A lead's card is another one. */
  'lead',
  'feedback',
  'resolution',
  'definition',
]);
export type ChangeKind = z.infer<typeof changeKind>;

export const change = z.object({
  id: uuid,
  kind: changeKind,
  at: instant,
  /** Null for definitions. */
  leadId: z.nullable(uuid),
  /** The lead's revision, the definition's version; null where there is none. */
  rev: z.nullable(z.int()),
});
export type Change = z.infer<typeof change>;

/**
 * `GET /api/changes?after=&wait=` (rep): a long poll. `GET /api/changes/stream` (rep): the same as Server-Sent Events,
 * whose ids are cursors (`Last-Event-ID`). A change may come twice, never not at all. `gap` says that the
 * cursor is older than what is kept (seven days): whoever asked has to look at everything again.
 */
export const changePage = z.object({
  changes: z.array(change),
  cursor: z.string(),
  gap: z.boolean(),
});
export type ChangePage = z.infer<typeof changePage>;
