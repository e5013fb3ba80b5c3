/** What a person may ask for, and how long things are kept. */
import * as z from 'zod/mini';
import { email, instant, uuid } from './text.ts';
import { eventKind } from './words.ts';

/** `POST /api/privacy/find` (admin): who would be exported or erased. */
export const personRequest = z.object({ email: email });
export const personAnswer = z.object({
  person: z.nullable(
    z.object({
      leadId: uuid,
      name: z.nullable(z.string()),
      company: z.nullable(z.string()),
      names: z.array(z.string()),
      events: z.int(),
      feedback: z.int(),
      firstAt: z.nullable(instant),
    }),
  ),
  /** When somebody of this address was erased before. */
  erasedAt: z.nullable(instant),
});
export type PersonAnswer = z.infer<typeof personAnswer>;

/** `GET /api/privacy/people/:leadId` (admin): everything that is kept of one person, as one JSON file. */
export const personExport = z.object({
  exportedAt: instant,
  workspace: z.string(),
  person: z.record(z.string(), z.unknown()),
  names: z.array(z.string()),
  events: z.array(z.record(z.string(), z.unknown())),
  feedback: z.array(z.record(z.string(), z.unknown())),
  resolutions: z.array(z.record(z.string(), z.unknown())),
  score: z.record(z.string(), z.unknown()),
  /** Why several leads are one, and what each of them was. */
  merges: z._default(z.array(z.unknown()), []),
  parts: z._default(z.array(z.record(z.string(), z.unknown())), []),
  /** Which members keep them on their watch list. */
  watched: z._default(z.array(z.record(z.string(), z.unknown())), []),
});
export type PersonExport = z.infer<typeof personExport>;

/** `POST /api/privacy/erase` (admin). The address is typed again, so that nobody is erased by a slip. */
export const eraseRequest = z.object({ leadId: uuid, email: z.nullable(email) });
export const eraseAnswer = z.object({ events: z.int(), feedback: z.int(), erasedAt: instant });
export type EraseAnswer = z.infer<typeof eraseAnswer>;

/** `GET` and `PUT /api/privacy/retention` (admin): days by kind of event; null keeps for ever. */
export const retention = z.object({
  days: z.record(eventKind, z.nullable(z.int().check(z.gte(1), z.lte(3650)))),
});
export type Retention = z.infer<typeof retention>;
/** With how many events are older than that today. */
export const retentionAnswer = z.object({
  ...retention.shape,
  due: z.int(),
  /** There may be more: counting stops before it takes long. */
  atLeast: z.optional(z.literal(true)),
  sweptAt: z.nullable(instant),
});
export type RetentionAnswer = z.infer<typeof retentionAnswer>;
