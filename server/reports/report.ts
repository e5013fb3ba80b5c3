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
import { parseWith } from '../../lib/contract/parse.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { BehindQuery, ReportName, ReportQuery } from '../../lib/contract/reports.ts';
import type { Asker, Store } from '../http/context.ts';
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

/** A statement that gives the ids of leads, each once. */
export type LeadIds = RawBuilder<{ lead_id: string }>;

export interface Report<Query extends ReportQuery, Answer> {
  name: ReportName;
  input: z.ZodMiniType<Query>;
  answer: z.ZodMiniType<Answer>;
  figures: (asked: Asked<Query>) => Promise<Answer>;
  /** @returns the leads behind a figure; null when the mark is none of this report's */
  behind: (asked: Asked<Query>, mark: string) => LeadIds | null;
}

/** A report as the store serves it, whatever it asks for. */
export interface Served {
  name: ReportName;
  /** `GET /api/reports/<name>` */
  route: Route;
  /** @returns the leads behind a figure of it; a `bad-request` when the query or its mark is none of this report's */
  behind: (store: Store, asker: Asker, query: BehindQuery) => Promise<Result<LeadIds>>;
}

export function served<Query extends ReportQuery, Answer>(report: Report<Query, Answer>): Served {
  return { name: report.name, route: reportRoute(report), behind: behindOf(report) };
}

function reportRoute<Query extends ReportQuery, Answer>(report: Report<Query, Answer>): Route {
  return route({
    method: 'GET',
    path: `/api/reports/${report.name}`,
    role: 'rep',
    input: report.input,
    answer: report.answer,
    handle: async ({ store, asker, input }) =>
      done(await report.figures(await askedFor(store, asker, input))),
  });
}

function behindOf<Query extends ReportQuery, Answer>(
  report: Report<Query, Answer>,
): Served['behind'] {
  return async (store, asker, { mark, ...given }) => {
    const query = parseWith(report.input, given, 'query');
    if (!query.ok) return query;
    const ids = report.behind(await askedFor(store, asker, query.value), mark);
    return ids ? done(ids) : unknownMark(report.name);
  };
}

async function askedFor<Query extends ReportQuery>(
  store: Store,
  { wsId, member }: Asker,
  query: Query,
): Promise<Asked<Query>> {
  const definition = await currentDefinition(store.db, wsId);
  return { store, wsId, member, definition, query, now: store.now() };
}

function unknownMark(name: ReportName): Result<never> {
  return failed(
    'bad-request',
    'There is no such figure',
    `The report “${name}” has no figure with this mark. Load the report again and take the mark from it.`,
    { status: 400, field: 'mark' },
  );
}
