/**
 * server/reports: what became of leads, counted in the database.
 *
 * In: a period, a segment. Out: figures as lib/contract/reports.ts words them, and for each figure the leads behind it. Nothing is
 * kept: a report is what the tables say now. Every figure and its leads come from the same statement of who is meant, so they
 * cannot differ.
 *
 * This file: what a report is, and its route.
 */
import type { RawBuilder } from 'kysely';
import type * as z from 'zod/mini';
import type { Member } from '../../lib/contract/access.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { done } from '../../lib/contract/problem.ts';
import type { ReportName, ReportQuery } from '../../lib/contract/reports.ts';
import type { Store } from '../http/context.ts';
import { type Route, route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';

/** Who asks for what, and when. */
export interface Asked<Query extends ReportQuery = ReportQuery> {
  store: Store;
  wsId: string;
  member: Member;
  /** In force now. */
  definition: LeadDefinition;
  query: Query;
  /** Milliseconds since 1970. */
  now: number;
}

export interface Report<Query extends ReportQuery, Answer> {
  name: ReportName;
  input: z.ZodMiniType<Query>;
  answer: z.ZodMiniType<Answer>;
  figures: (asked: Asked<Query>) => Promise<Answer>;
  /**
   * @returns a statement that gives the ids (`lead_id`) of the leads behind a figure, each once; null when the mark is none of
   * this report's
   */
  behind: (asked: Asked<Query>, mark: string) => RawBuilder<{ lead_id: string }> | null;
}

/** @returns `GET /api/reports/<name>` */
export function reportRoute<Query extends ReportQuery, Answer>(
  report: Report<Query, Answer>,
): Route {
  return route({
    method: 'GET',
    path: `/api/reports/${report.name}`,
    role: 'rep',
    input: report.input,
    answer: report.answer,
    handle: async ({ store, asker, input }) => {
      const { wsId, member } = asker;
      const definition = await currentDefinition(store.db, wsId);
      const now = store.now();
      return done(await report.figures({ store, wsId, member, definition, query: input, now }));
    },
  });
}
