/** The hot list: which leads first. */
import * as z from 'zod/mini';
import { instant, text, uuid } from './text.ts';
import { stage } from './words.ts';

/** `GET /api/leads/hot`: those with the most points that wait for sales, best first. */
export const hotLead = z.object({
  leadId: uuid,
  name: z.nullable(z.string()),
  title: z.nullable(z.string()),
  company: z.nullable(z.string()),
  stage,
  points: z.int(),
  chance: z.nullable(z.int()),
  grade: z.nullable(z.string()),
  /** The lines that raise it most. */
  why: z.array(z.object({ label: text(160), points: z.int() })),
  handoffAt: z.nullable(instant),
});
export type HotLead = z.infer<typeof hotLead>;

export const hotAnswer = z.object({ leads: z.array(hotLead), next: z.nullable(z.string()) });
