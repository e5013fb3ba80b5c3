/** Telling other tools: Standard Webhooks on what people say and decide. */
import * as z from 'zod/mini';
import { leadDefinition } from './definition.ts';
import { feedbackEntry } from './lead.ts';
import { crmRecord } from './record.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { resolutionKind, stage } from './words.ts';

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

/**
 * Who a message is about: enough to find the person in the CRM (`records`) and in marketing's tools (`email`), and for
 * people to read. As it is when the message is sent; nothing of what the person did.
 */
export const hookLead = z.object({
  leadId: uuid,
  records: z.array(crmRecord),
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  company: z.nullable(z.string()),
  stage,
  points: z.int(),
});
export type HookLead = z.infer<typeof hookLead>;

const entry = z.pick(feedbackEntry, {
  id: true,
  verdict: true,
  flag: true,
  ruleId: true,
  fault: true,
  reason: true,
  note: true,
  until: true,
  wakeOn: true,
  by: true,
  madeAt: true,
});

const told = {
  /** Goes up when something is taken away or means something else; what is added leaves it as it is. */
  version: z.literal(1),
  /** When it happened; the header `webhook-timestamp` says when it was sent. */
  timestamp: instant,
  workspaceId: uuid,
  /** Sent by “Send a test”: nothing of this happened. */
  example: z.boolean(),
};

/** The body of a webhook (docs/webhooks.md). */
export const hookBody = z.discriminatedUnion('type', [
  z.object({
    ...told,
    type: z.literal('feedback.received'),
    data: z.object({
      lead: hookLead,
      feedback: z.object({ ...entry.shape, kind: z.enum(['verdict', 'flag', 'registration']) }),
    }),
  }),
  z.object({
    ...told,
    type: z.literal('resolution.made'),
    data: z.object({
      lead: hookLead,
      resolution: z.object({
        id: uuid,
        feedbackId: uuid,
        kind: resolutionKind,
        reply: z.string(),
        by: z.string(),
        madeAt: instant,
      }),
    }),
  }),
  z.object({
    ...told,
    type: z.literal('definition.published'),
    data: z.object({ definition: leadDefinition }),
  }),
  z.object({
    ...told,
    type: z.literal('lead.handed-over'),
    data: z.object({
      lead: hookLead,
      handoff: z.object({
        at: instant,
        dueAt: instant,
        by: z.nullable(z.enum(['line', 'asked', 'audit'])),
      }),
    }),
  }),
]);
export type HookBody = z.infer<typeof hookBody>;
