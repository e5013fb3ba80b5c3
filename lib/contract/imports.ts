/** Files of people, activities and outcomes: what is in them, how far they are, what was refused. */
import * as z from 'zod/mini';
import { filled, instant, uuid } from './text.ts';

/** Known by their columns; `mapped` is any other file, by a mapping. */
export const importFormat = z.enum([
  'hubspot-contacts',
  'marketo-leads',
  'marketo-activities',
  'mailchimp-audience',
  'mailchimp-activity',
  'salesforce-leads',
  'salesforce-opportunities',
  'segment-messages',
  'mapped',
]);
export type ImportFormat = z.infer<typeof importFormat>;

/** What a column can be. `record` is the person's id in the CRM. */
export const columnRole = z.enum([
  'email',
  'record',
  'userId',
  'anonymousId',
  'name',
  'firstName',
  'lastName',
  'title',
  'company',
  'phone',
  'industry',
  'country',
  'employees',
  'optedOut',
  'event',
  'at',
  'eventId',
  'page',
  'campaign',
  'channel',
  'property',
  'outcome',
]);
export type ColumnRole = z.infer<typeof columnRole>;

/** Column name → what it is; columns that are not named are left out. */
export const columnMapping = z.object({
  columns: z.record(z.string(), columnRole),
  /** What happened in every row, when no column says so: `Webinar Attended`. Null: rows are people, not events. */
  event: z.nullable(z.string()),
  /** IANA name of the zone that times without one are in. */
  zone: z._default(z.string(), 'UTC'),
  /** Whose ids a `record` column holds: which CRM, and which of its organisations. */
  record: z._default(
    z.nullable(z.object({ crm: z.string(), org: z.string(), kind: z.string() })),
    null,
  ),
  /** What 03/04/2026 means, where no row of the file tells: day first or month first. */
  dates: z.optional(z.enum(['dmy', 'mdy'])),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

export const savedMapping = z.object({ mappingId: uuid, name: z.string(), mapping: columnMapping });
export type SavedMapping = z.infer<typeof savedMapping>;
/** `GET /api/mappings`, `POST /api/mappings`, `DELETE /api/mappings/:mappingId` (marketer). */
export const mappingRequest = z.object({ name: filled(120), mapping: columnMapping });
export const mappingList = z.object({ mappings: z.array(savedMapping) });

export const importState = z.enum([
  /** The file is coming in. */
  'receiving',
  /** Read through, nothing written; waits for a word. */
  'tried',
  'waiting',
  'running',
  'stopped',
  'done',
  'failed',
]);
export type ImportState = z.infer<typeof importState>;

export const importCounts = z.object({
  rows: z.int(),
  /** New events and people that changed. */
  accepted: z.int(),
  /** Here before. */
  duplicates: z.int(),
  refused: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** A refused row, or several with the same reason. */
export const refusedRows = z.object({ reason: z.string(), rows: z.int(), firstRow: z.int() });
export type RefusedRows = z.infer<typeof refusedRows>;

export const importJob = z.object({
  importId: uuid,
  fileName: z.string(),
  format: z.nullable(importFormat),
  mapping: z.nullable(columnMapping),
  state: importState,
  /** Of bytes, so that it is known before the rows are counted. */
  done: z.number(),
  total: z.number(),
  counts: importCounts,
  /** The most frequent ones. */
  reasons: z.array(refusedRows),
  /** Of the columns, with some values: for the dry run and for mapping. */
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  /** From the first to the last thing in it that happened. */
  span: z.nullable(z.object({ from: instant, to: instant })),
  /** How many different people are in it, to about one in a hundred, and how many of the rows are events. */
  people: z.optional(z.int()),
  events: z.optional(z.int()),
  /** Why it failed. */
  problem: z.nullable(z.string()),
  by: z.nullable(z.string()),
  startedAt: instant,
  finishedAt: z.nullable(instant),
});
export type ImportJob = z.infer<typeof importJob>;

/**
 * All for marketers. `POST /api/imports?name=leads.csv` takes the file itself as body (streamed, gzip understood) and tries it
 * at once: the answer is the job in state `receiving`; it goes to `tried` by itself. `POST /api/imports/:importId/try`
 * with a mapping tries it again; `…/start` writes it, `…/stop` stops it where it is, and `…/start` goes on from there.
 * `GET /api/imports/:importId/refused` is the file of refused rows (CSV: the row as it was, its number, the reason).
 * `DELETE /api/imports/:importId` forgets the file; what it brought stays.
 */
export const importList = z.object({ imports: z.array(importJob) });
export const tryRequest = z.object({
  format: z.nullable(importFormat),
  mapping: z.nullable(columnMapping),
});
export type TryRequest = z.infer<typeof tryRequest>;
