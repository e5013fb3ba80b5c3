/** The leads behind the figures of reports, what reports can be filtered by, and what an administrator decides about them. */
import * as z from 'zod/mini';
import { crmRecord } from './record.ts';
import { acceptanceBy } from './reports-flow.ts';
import { mark, name, reportName, reportQuery } from './reports-frame.ts';
import { instant, uuid } from './text.ts';
import { stage, verdictKind } from './words.ts';

/** `GET /api/reports/leads?report=&mark=&…the query of the report&before=`: the leads behind a figure, by id, 50 a page. */
export const behindQuery = z.extend(reportQuery, {
  report: reportName,
  mark,
  by: z.optional(acceptanceBy),
  /** `next` of the page before. */
  before: z.optional(uuid),
});
export type BehindQuery = z.infer<typeof behindQuery>;
export const behindLead = z.object({
  leadId: uuid,
  name,
  company: name,
  source: name,
  campaign: name,
  stage,
  points: z.int(),
  verdict: z.nullable(verdictKind),
  reason: name,
  handoffAt: z.nullable(instant),
  /** Where the CRM shows it, as far as Truce has seen. */
  records: z.array(crmRecord).check(z.maxLength(5)),
});
export const behindAnswer = z.object({
  /** All of them; equals the figure. */
  total: z.int(),
  leads: z.array(behindLead),
  next: z.nullable(z.string()),
});
export type BehindAnswer = z.infer<typeof behindAnswer>;

/** `GET /api/reports/segments`: what reports can be filtered by, of leads that came in the last year, the most first, at most 100 each. */
export const segmentsAnswer = z.object({ sources: z.array(name), campaigns: z.array(name) });
export type SegmentsAnswer = z.infer<typeof segmentsAnswer>;

/** `GET` (rep) and `PUT` (admin) `/api/settings`: what an administrator decides for the team. */
export const teamSettings = z.object({
  /** Whether reports may show figures of single reps. Off until somebody switches it on. */
  repFigures: z.boolean(),
});
export type TeamSettings = z.infer<typeof teamSettings>;
