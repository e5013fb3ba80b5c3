/** What stands in the tables, read whole and worked through by hand: another way to every figure than the store's. */

import type { Selectable } from 'kysely';
import { expect } from 'vitest';
import type { VerdictKind } from '../../../../lib/contract/words.ts';
import type { Db } from '../../../../server/db/database.ts';
import type { EventTable, FeedbackTable, LeadTable } from '../../../../server/db/schema.ts';

export type LeadRow = Selectable<LeadTable>;
export type Said = Selectable<FeedbackTable> & { verdict: VerdictKind };

export interface Tables {
  leads: LeadRow[];
  events: Selectable<EventTable>[];
  /** Oldest first, as they are ordered. */
  verdicts: Said[];
  feedback: Selectable<FeedbackTable>[];
}

/** Reads by lead, so that the twin that is spread out could answer as well. */
export async function tablesOf(db: Db, wsId: string): Promise<Tables> {
  const [leads, events, feedback] = await Promise.all([
    db.selectFrom('lead').where('ws_id', '=', wsId).selectAll().execute(),
    db.selectFrom('event').where('ws_id', '=', wsId).selectAll().execute(),
    db.selectFrom('feedback').where('ws_id', '=', wsId).selectAll().execute(),
  ]);
  const ordered = feedback.toSorted(
    (a, b) =>
      a.order_at.getTime() - b.order_at.getTime() ||
      a.seq - b.seq ||
      (a.feedback_id < b.feedback_id ? -1 : 1),
  );
  const verdicts = ordered.filter((row): row is Said => row.kind === 'verdict');
  return { leads: leads.filter((lead) => lead.merged_into === null), events, verdicts, feedback };
}

export const took = ({ verdict }: Pick<Said, 'verdict'>): boolean =>
  verdict === 'accepted' || verdict === 'qualified' || verdict === 'disqualified';

/** @returns whether a moment lies in the days, both included */
export const during =
  (from: string, to: string) =>
  (at: Date): boolean => {
    const day = at.toISOString().slice(0, 10);
    return from <= day && day <= to;
  };

/** @returns the last verdict of each lead, with the lead, if it was given in the days */
export function judgedIn({ leads, verdicts }: Tables, from: string, to: string) {
  const last = new Map(verdicts.map((said) => [said.lead_id, said]));
  return leads.flatMap((lead) => {
    const said = last.get(lead.lead_id);
    return said && during(from, to)(said.order_at) ? { lead, said } : [];
  });
}

/** Wilson's interval, as written in the paper. */
export function rate(n: number, of: number) {
  if (of < 20) return { n, of, low: null, high: null };
  const [z, p] = [1.959964, n / of];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return {
    n,
    of,
    low: expect.closeTo(Math.max(0, middle - half), 9),
    high: expect.closeTo(Math.min(1, middle + half), 9),
  };
}

/** @returns the middle one; of two in the middle, half way between */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
