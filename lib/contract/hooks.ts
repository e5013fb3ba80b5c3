/** Telling other tools: Standard Webhooks on what people say and decide. */
import * as z from 'zod/mini';
import { instant, LIMITS, text, uuid } from './text.ts';

/** What can be told. */
export const hookTopic = z.enum([
  'feedback.received',
  'resolution.made',
  'definition.published',
  'lead.handed-over',
]);
export type HookTopic = z.infer<typeof hookTopic>;

const address = z.url({ protocol: /^https?$/ }).check(z.maxLength(LIMITS.url));

/** `POST /api/hooks` (admin). */
export const hookRequest = z.object({
  url: address,
  topics: z.array(hookTopic).check(z.minLength(1)),
});
export type HookRequest = z.infer<typeof hookRequest>;
/** Shown once: `whsec_…`. */
export const hookAnswer = z.object({ hookId: uuid, secret: z.string() });
export type HookAnswer = z.infer<typeof hookAnswer>;

export const delivery = z.object({
  deliveryId: uuid,
  topic: hookTopic,
  at: instant,
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.int(),
  /** `200`, `connection refused`. */
  last: z.nullable(text(LIMITS.line)),
  nextAt: z.nullable(instant),
});
export type Delivery = z.infer<typeof delivery>;

export const hook = z.object({
  hookId: uuid,
  url: z.string(),
  topics: z.array(hookTopic),
  createdAt: instant,
  /** Why nothing is sent any more: `It answered 410 (gone).`, `Switched off by Ada.` */
  off: z.nullable(z.object({ at: instant, why: z.string() })),
  recent: z.array(delivery),
});
export type Hook = z.infer<typeof hook>;

/**
 * `GET /api/hooks` (admin). `PUT /api/hooks/:hookId` changes or switches on and off, `DELETE` removes,
 * `POST …/test` sends an example, `POST /api/hooks/:hookId/deliveries/:deliveryId` tries one again.
 */
export const hookList = z.object({ hooks: z.array(hook) });
export const hookChange = z.object({
  topics: z.optional(z.array(hookTopic).check(z.minLength(1))),
  on: z.optional(z.boolean()),
});
export type HookChange = z.infer<typeof hookChange>;
