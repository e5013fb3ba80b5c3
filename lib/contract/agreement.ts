/**
 * From a proposal to a definition in force: signatures of both sides, comments, the day it starts, and the way back.
 * Nobody signs for both sides, and any change of the proposal takes both signatures away.
 */
import * as z from 'zod/mini';
import { fitRule, leadDefinition } from './definition.ts';
import { definitionDraft, rescoring } from './learning.ts';
import { day, filled, instant, LIMITS, text, uuid } from './text.ts';

/** The two who have to agree. */
export const side = z.enum(['marketing', 'sales']);
export type Side = z.infer<typeof side>;

/** One member's signature under a draft. Marketers sign for marketing, reps for sales, admins for either, nobody for both. */
export const signature = z.object({ memberId: uuid, by: z.string(), at: instant });
export type Signature = z.infer<typeof signature>;

export const draftComment = z.object({
  commentId: uuid,
  memberId: uuid,
  by: z.string(),
  at: instant,
  text: text(LIMITS.note),
});
export type DraftComment = z.infer<typeof draftComment>;

/** A proposal with all that is needed to agree on it. */
export const agreedDraft = z.extend(definitionDraft, {
  signatures: z.object({ marketing: z.nullable(signature), sales: z.nullable(signature) }),
  /** Oldest first. */
  comments: z.array(draftComment),
  /** The first UTC day it is to be in force; null: as soon as it is put in force. */
  startsOn: z.nullable(day),
  /** Put in force already, and waiting for that day. */
  scheduled: z.boolean(),
});
export type AgreedDraft = z.infer<typeof agreedDraft>;

/** One version that is or was in force. */
export const versionLine = z.object({
  version: z.int(),
  name: z.string(),
  /** Since when. */
  at: instant,
  /** Who put it in force; null for the one the store began with. */
  by: z.nullable(z.string()),
  signedBy: leadDefinition.shape.signedBy,
  /** The version it went back to; null when it was a new one. */
  backTo: z.nullable(z.int()),
  /** In words, against the version before. */
  changes: z.array(z.string()),
  /** Verdicts and flags that were given under it. */
  feedback: z.int(),
});
export type VersionLine = z.infer<typeof versionLine>;

/** `GET /api/definitions` (rep): what is in force, what was, newest first, and what is proposed. */
export const definitionsAnswer = z.object({
  current: leadDefinition,
  versions: z.array(versionLine),
  draft: z.nullable(agreedDraft),
  rescoring: z.nullable(rescoring),
  /** For which sides the one who asks may sign. */
  maySign: z.array(side),
});
export type DefinitionsAnswer = z.infer<typeof definitionsAnswer>;

/** `GET /api/definitions/:version` (rep). */
export const definitionAnswer = z.object({ definition: leadDefinition });

/**
 * `POST /api/definitions/drafts/:draftId/signatures` (rep) signs for a side; `DELETE …/signatures/:side` takes one's own back.
 * Both answer with the draft as it is then.
 */
export const signRequest = z.object({ side });

/** `POST /api/definitions/drafts/:draftId/comments` (rep). The id is made by the client, so saying it twice says it once. */
export const commentRequest = z.object({ commentId: uuid, text: filled(LIMITS.note) });

/** `PUT /api/definitions/drafts/:draftId/start` (marketer): the day it is to start; takes no signature away. */
export const startRequest = z.object({ startsOn: z.nullable(day) });

/**
 * `POST /api/definitions/drafts/:draftId/publish` (marketer): puts a draft in force that both sides have signed, at once or (when
 * `startsOn` lies ahead) on that day, by itself. `POST /api/definitions/roll-back` (marketer): makes what an earlier version
 * said the next version, at once, with the signatures it had: it was in force before, so nobody has to agree to it again.
 */
export const rollBackRequest = z.object({ to: z.int(), basedOn: z.int() });
export const inForceAnswer = z.object({
  /** The version now in force. */
  version: z.int(),
  /** It waits for its day. */
  scheduled: z.boolean(),
  rescoring: z.nullable(rescoring),
});
export type InForceAnswer = z.infer<typeof inForceAnswer>;

/** One change somebody wants in the draft: a line's points, where leads are handed over, a new rule about who they are. */
export const draftChange = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('points'),
    ruleId: z.string().check(z.maxLength(60)),
    step: z.nullable(z.number()),
    to: z.int(),
  }),
  z.object({ of: z.literal('line'), points: z.int() }),
  z.object({ of: z.literal('fit-rule'), rule: fitRule }),
]);
export type DraftChange = z.infer<typeof draftChange>;
