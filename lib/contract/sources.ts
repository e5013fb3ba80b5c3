/** Senders of events: who they are, where they send to, when they were last heard. */
import * as z from 'zod/mini';
import { columnMapping } from './imports.ts';
import { filled, instant, uuid } from './text.ts';

/**
 * `segment` sends to /v1 with a write key; all others send to their own address under /hooks, and prove themselves by
 * a signature where the tool has one, else by the secret in the address.
 */
export const sourceKind = z.enum([
  'segment',
  'hubspot',
  'marketo',
  'mautic',
  'sendgrid',
  'mailchimp',
  'brevo',
  'customerio',
  'standard',
  'import',
]);
export type SourceKind = z.infer<typeof sourceKind>;

/** How a sender proves itself. */
export const proof = z.enum(['write-key', 'signature', 'secret-address', 'none']);
export type Proof = z.infer<typeof proof>;

export const source = z.object({
  sourceId: uuid,
  kind: sourceKind,
  label: z.string(),
  proof,
  /** Where it sends to, without any secret; null for imports. */
  address: z.nullable(z.string()),
  /** Whether what proves it has been given: some tools make their own key, which is entered afterwards. */
  ready: z.boolean(),
  createdAt: instant,
  /** To the minute. */
  lastAt: z.nullable(instant),
  /** Of the last seven days. */
  refused: z.int(),
  /** Of kind `standard`: what its flat objects mean. */
  mapping: z._default(z.nullable(columnMapping), null),
});
export type Source = z.infer<typeof source>;

/** `GET /api/sources` (marketer). Revoked ones are left out. */
export const sourceList = z.object({ sources: z.array(source) });

/** `POST /api/sources` (admin). */
export const sourceRequest = z.object({
  kind: sourceKind,
  label: filled(120),
  /** What the tool signs with, where it makes that itself (HubSpot's client secret, SendGrid's public key). */
  secret: z.optional(filled(4000)),
  /** Of kind `standard`: what the fields of its flat objects are; without it they are told by their usual names. */
  mapping: z.optional(columnMapping),
});
export type SourceRequest = z.infer<typeof sourceRequest>;

export const sourceAnswer = z.object({
  sourceId: uuid,
  /** Shown once. Of kind `segment`: the write key. */
  writeKey: z.nullable(z.string()),
  /** Shown once. What the tool has to sign with, when the store makes it. */
  secret: z.nullable(z.string()),
  /** Where to send to; with the secret in it for tools that cannot sign, so it is shown once. */
  address: z.nullable(z.string()),
});
export type SourceAnswer = z.infer<typeof sourceAnswer>;
/** The part of it that a sender of kind `segment` needs. */
export const writeKeyAnswer = z.object({ sourceId: uuid, writeKey: z.string() });

/** `PUT /api/sources/:sourceId` (admin); it and `DELETE` answer with the list as it is afterwards. */
export const sourceChange = z.object({
  label: z.optional(filled(120)),
  secret: z.optional(filled(4000)),
  mapping: z.optional(z.nullable(columnMapping)),
});
export type SourceChange = z.infer<typeof sourceChange>;

/** Something that came and could not be kept. */
export const refusedInput = z.object({
  intakeId: uuid,
  at: instant,
  source: z.nullable(z.string()),
  reason: z.string(),
  /** The beginning of what came, as text. */
  excerpt: z.string(),
  /** Whether it can be tried again: bodies that are too large are not kept. */
  replayable: z.boolean(),
});
export type RefusedInput = z.infer<typeof refusedInput>;

/** `GET /api/intake?before=` (marketer), newest first. `POST /api/intake/:intakeId` (admin) tries one again, DELETE drops it. */
export const intakePage = z.object({
  refused: z.array(refusedInput),
  next: z.nullable(z.string()),
});
export type IntakePage = z.infer<typeof intakePage>;
export const replayAnswer = z.object({ kept: z.int(), refused: z.nullable(z.string()) });
export type ReplayAnswer = z.infer<typeof replayAnswer>;
