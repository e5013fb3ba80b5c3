/** Requests of the review desk: the queue, the definition, reports, the check-in. */
import * as z from 'zod/mini';
import {
  agreedDraft,
  definitionAnswer,
  definitionsAnswer,
  inForceAnswer,
  type Side,
} from '../contract/agreement.ts';
import { checkIn, decision } from '../contract/check-in.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import { identityAnswer } from '../contract/identity.ts';
import { learningAnswer, preview } from '../contract/learning.ts';
import type { Result } from '../contract/problem.ts';
import * as reports from '../contract/reports.ts';
import {
  patternsAnswer,
  type ReviewFilter,
  reviewCase,
  reviewFacets,
  reviewPage,
  searchAnswer,
} from '../contract/review.ts';
import type { Call } from './request.ts';

type Ask = <T>(path: string, schema: z.ZodMiniType<T>, request?: Call) => Promise<Result<T>>;
type Query = Record<string, string | undefined>;

/** @returns one function per request; none of them throws */
export function deskClient(call: Ask) {
  const report =
    <T>(name: reports.ReportName, schema: z.ZodMiniType<T>) =>
    (query: Query) =>
      call(`/api/reports/${name}?${queryOf(query)}`, schema);
  const draft = (draftId: string, rest: string) => `/api/definitions/drafts/${draftId}/${rest}`;
  return {
    review: (body: { filter: ReviewFilter; before: string | null; limit: number }) =>
      call('/api/review/queue', reviewPage, { body }),
    facets: (filter: ReviewFilter) =>
      call('/api/review/facets', reviewFacets, { body: { filter } }),
    patterns: () => call('/api/review/patterns', patternsAnswer),
    reviewCase: (leadId: string, feedbackId: string) =>
      call(`/api/review/${leadId}/${feedbackId}`, reviewCase),
    search: (q: string) => call(`/api/leads/search?${queryOf({ q })}`, searchAnswer),
    merge: (leadId: string, other: string) =>
      call(`/api/leads/${leadId}/merge`, identityAnswer, { body: { other } }),
    learning: () => call('/api/learning', learningAnswer),
    definitions: () => call('/api/definitions', definitionsAnswer),
    definition: (version: number) => call(`/api/definitions/${version}`, definitionAnswer),
    preview: (definition: LeadDefinition) =>
      call('/api/definitions/preview', preview, { body: { definition } }),
    // What these two answer is read with the next question, which asks for the whole picture again.
    draft: (body: { basedOn: number; definition: LeadDefinition; replaces: string | null }) =>
      call('/api/definitions/drafts', z.unknown(), { body }),
    discardDraft: (draftId: string) =>
      call(`/api/definitions/drafts/${draftId}`, z.unknown(), { method: 'DELETE' }),
    sign: (draftId: string, side: Side) =>
      call(draft(draftId, 'signatures'), agreedDraft, { body: { side } }),
    unsign: (draftId: string, side: Side) =>
      call(draft(draftId, `signatures/${side}`), agreedDraft, { method: 'DELETE' }),
    comment: (draftId: string, body: { commentId: string; text: string }) =>
      call(draft(draftId, 'comments'), agreedDraft, { body }),
    start: (draftId: string, startsOn: string | null) =>
      call(draft(draftId, 'start'), agreedDraft, { method: 'PUT', body: { startsOn } }),
    publish: (draftId: string) => call(draft(draftId, 'publish'), inForceAnswer, { body: {} }),
    rollBack: (body: { to: number; basedOn: number }) =>
      call('/api/definitions/roll-back', inForceAnswer, { body }),
    reports: {
      headline: report('headline', reports.headlineReport),
      funnel: report('funnel', reports.funnelReport),
      acceptance: report('acceptance', reports.acceptanceReport),
      reasons: report('reasons', reports.reasonsReport),
      calibration: report('calibration', reports.calibrationReport),
      rules: report('rules', reports.rulesReport),
      delays: report('delays', reports.delaysReport),
      recycled: report('recycled', reports.recycledReport),
      sourced: report('sourced', reports.sourcedReport),
      agreement: report('agreement', reports.agreementReport),
      drift: report('drift', reports.driftReport),
    },
    segments: () => call('/api/reports/segments', reports.segmentsAnswer),
    behind: (query: Query) => call(`/api/reports/leads?${queryOf(query)}`, reports.behindAnswer),
    settings: () => call('/api/settings', reports.teamSettings),
    setSettings: (body: reports.TeamSettings) =>
      call('/api/settings', reports.teamSettings, { method: 'PUT', body }),
    checkIn: (query: Query) => call(`/api/check-in?${queryOf(query)}`, checkIn),
    decide: (body: {
      decisionId: string;
      text: string;
      owner: string | null;
      dueOn: string | null;
    }) => call('/api/check-in/decisions', decision, { body }),
    decisionDone: (decisionId: string, done: boolean) =>
      call(`/api/check-in/decisions/${decisionId}`, decision, { method: 'PUT', body: { done } }),
    takeBackDecision: (decisionId: string) =>
      call(`/api/check-in/decisions/${decisionId}`, z.unknown(), { method: 'DELETE' }),
  };
}

/** What is not asked for is left out, as the store reads it. */
function queryOf(query: Query): URLSearchParams {
  const given = Object.entries(query).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  return new URLSearchParams(given);
}
