/** Rows that come as JSON, so that rows of several tables can come in one answer: the same as the driver makes of their columns. */
import type { Selectable } from 'kysely';
import type { FeedbackTable, ResolutionTable } from '../db/schema.ts';
import type { Lead } from './follow.ts';
import type { ShownRow } from './timeline-page.ts';

/** A row as `row_to_json` writes it: moments are text. */
export type AsJson<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key];
};

export function leadIn(json: AsJson<Lead>): Lead {
  return {
    ...json,
    traits_at: maybe(json.traits_at),
    first_at: maybe(json.first_at),
    handoff_at: maybe(json.handoff_at),
    created_at: new Date(json.created_at),
    updated_at: new Date(json.updated_at),
  };
}

/** An event of a lead's timeline, and when it came to us. */
export type ReceivedRow = ShownRow & { received_at: Date };

export function eventIn(json: AsJson<ReceivedRow>): ReceivedRow {
  return { ...json, at: new Date(json.at), received_at: new Date(json.received_at) };
}

type Feedback = Selectable<FeedbackTable>;

export function feedbackIn(json: AsJson<Feedback>): Feedback {
  return {
    ...json,
    made_at: new Date(json.made_at),
    order_at: new Date(json.order_at),
    received_at: new Date(json.received_at),
    answered_at: maybe(json.answered_at),
    wake_at: maybe(json.wake_at),
    woken_at: maybe(json.woken_at),
  };
}

type Resolution = Selectable<ResolutionTable>;

export function resolutionIn(json: AsJson<Resolution>): Resolution {
  return {
    ...json,
    made_at: new Date(json.made_at),
    order_at: new Date(json.order_at),
    received_at: new Date(json.received_at),
  };
}

export function maybe(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment);
}
