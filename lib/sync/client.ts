/**
 * lib/sync: the way to the store and back; the only `fetch` of the extension.
 *
 * In: the connection, requests. Out: parsed answers or problems that say what to do. The worker sends the outbox
 * and asks for cards; the visible sidebar itself listens for changes (follow.ts).
 */
import * as z from 'zod/mini';
import { inviteAnswer, pairAnswer, sourceAnswer } from '../contract/access.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import { timelinePage } from '../contract/event.ts';
import { type FeedbackItem, feedbackAnswer } from '../contract/feedback.ts';
import { changeAnswer, type FindLead, findAnswer } from '../contract/lead.ts';
import { learningAnswer, preview, publishAnswer } from '../contract/learning.ts';
import {
  failed,
  type Problem,
  type ProblemCode,
  problem,
  type Result,
} from '../contract/problem.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import { reviewCase, reviewPage } from '../contract/review.ts';
import { shareAnswer, sharedCrms } from '../contract/shared-crms.ts';
import type { Role } from '../contract/words.ts';

/** Chrome ends a worker whose fetch takes 30 s; better to end it ourselves and know. */
const TIMEOUT_MS = 20_000;
/** No answer of ours comes near this. */
const MOST_BYTES = 5_000_000;

export interface ClientOptions {
  store: string;
  /** Null before pairing. */
  token: string | null;
  fetch?: typeof fetch;
  timeout?: number;
}

export type Client = ReturnType<typeof createClient>;

/** @returns one function per request of the store's API; none of them throws */
export function createClient(options: ClientOptions) {
  const call = <T>(path: string, schema: z.ZodMiniType<T>, request: Call = {}) =>
    requested(options, path, schema, request);
  return {
    pair: (code: string, label: string) => call('/api/pair', pairAnswer, { body: { code, label } }),
    invite: (said: { name: string; email?: string | undefined; role: Role }) =>
      call('/api/invites', inviteAnswer, { body: said }),
    addSource: (label: string) =>
      call('/api/sources', sourceAnswer, { body: { kind: 'segment', label } }),
    findLead: (find: FindLead) => call('/api/leads/find', findAnswer, { body: find }),
    events: (leadId: string, query: Record<string, string>) =>
      call(`/api/leads/${leadId}/events?${new URLSearchParams(query)}`, timelinePage),
    changes: (leadId: string, rev: number, wait: number, signal?: AbortSignal) =>
      call(`/api/leads/${leadId}/changes?rev=${rev}&wait=${wait}`, changeAnswer, {
        signal,
        timeout: (wait + 5) * 1000,
      }),
    feedback: (items: FeedbackItem[]) => call('/api/feedback', feedbackAnswer, { body: { items } }),
    review: (query: Record<string, string>) =>
      call(`/api/review?${new URLSearchParams(query)}`, reviewPage),
    reviewCase: (leadId: string, feedbackId: string) =>
      call(`/api/review/${leadId}/${feedbackId}`, reviewCase),
    learning: () => call('/api/learning', learningAnswer),
    preview: (definition: LeadDefinition) =>
      call('/api/definitions/preview', preview, { body: { definition } }),
    // What these two answer is read with the next question, which asks for the whole picture again.
    draft: (body: { basedOn: number; definition: LeadDefinition; replaces: string | null }) =>
      call('/api/definitions/drafts', z.unknown(), { body }),
    discardDraft: (draftId: string) =>
      call(`/api/definitions/drafts/${draftId}`, z.unknown(), { method: 'DELETE' }),
    publish: (body: { basedOn: number; definition: LeadDefinition }) =>
      call('/api/definitions', publishAnswer, { body }),
    crms: () => call('/api/crms', sharedCrms),
    shareCrm: (recipe: Recipe) =>
      call(`/api/crms/${recipe.id}`, shareAnswer, { method: 'PUT', body: recipe }),
    unshareCrm: (id: CrmId) => call(`/api/crms/${id}`, shareAnswer, { method: 'DELETE' }),
  };
}

interface Call {
  /** GET, or POST with a body, when it is not said. */
  method?: 'PUT' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal | undefined;
  timeout?: number;
}

async function requested<T>(
  { store, token, fetch: send = fetch, timeout = TIMEOUT_MS }: ClientOptions,
  path: string,
  schema: z.ZodMiniType<T>,
  { method, body, signal, timeout: own }: Call,
): Promise<Result<T>> {
  const end = AbortSignal.timeout(own ?? timeout);
  try {
    const response = await send(store + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, end]) : end,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    const text = await response.text();
    return response.ok ? answered(text, schema) : refused(response, text);
  } catch {
    return failed(
      'offline',
      'The store does not answer',
      'What you saved stays here and is sent as soon as it does. Check the network, or ask whoever runs the store.',
    );
  }
}

/** A captive portal answers 200 with a page of its own, so a good status is not yet an answer. */
function answered<T>(text: string, schema: z.ZodMiniType<T>): Result<T> {
  const parsed = text.length <= MOST_BYTES ? schema.safeParse(jsonIn(text)) : null;
  if (parsed?.success) return { ok: true, value: parsed.data };
  return failed(
    'bad-answer',
    'Something else answered for the store',
    'A network sign-in page or another version of the store may be in between. Nothing was lost; it is tried again.',
  );
}

/** For answers that are not ours: a proxy in between says what it does not take by the status alone. */
const CODES: Record<number, ProblemCode> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  413: 'too-large',
  422: 'bad-request',
  429: 'too-many-requests',
};

function refused(response: Response, text: string): Result<never> {
  const said = problem.safeParse(jsonIn(text));
  const retryAfter = secondsIn(response.headers.get('retry-after'));
  const base: Problem = said.success
    ? said.data
    : {
        type: 'about:blank',
        code: CODES[response.status] ?? 'store-error',
        title: `The store answered with an error (${response.status})`,
        detail: 'Nothing was lost; it is tried again. If this stays, tell whoever runs the store.',
      };
  return {
    ok: false,
    problem: { ...base, status: response.status, ...(retryAfter === null ? {} : { retryAfter }) },
  };
}

/** Retry-After comes as seconds or as a date; more than a quarter of an hour is not believed. */
function secondsIn(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(900, Math.max(1, Math.ceil(seconds))) : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
