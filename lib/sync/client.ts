/**
 * lib/sync: the way to the store and back.
 *
 * In: the connection, requests. Out: parsed answers or problems that say what to do. The worker sends the outbox
 * and asks for cards; the visible sidebar itself listens for changes (follow.ts).
 */
import type * as z from 'zod/mini';
import { pairAnswer } from '../contract/access.ts';
import { timelinePage } from '../contract/event.ts';
import { type FeedbackItem, feedbackAnswer } from '../contract/feedback.ts';
import { identityAnswer } from '../contract/identity.ts';
import {
  accountAnswer,
  cardsAnswer,
  type FindLead,
  findAnswer,
  leadCard,
  watchAnswer,
} from '../contract/lead.ts';
import { type LookUpItem, lookUpAnswer } from '../contract/look-up.ts';
import { mine } from '../contract/mine.ts';
import { ownDevices, signOn } from '../contract/people.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import { shareAnswer, sharedCrms } from '../contract/shared-crms.ts';
import { deskClient } from './desk-client.ts';
import { type Call, type ClientOptions, requested } from './request.ts';

export type Client = ReturnType<typeof createClient>;

/** @returns one function per request of the store's API; none of them throws */
export function createClient(options: ClientOptions) {
  const call = <T>(path: string, schema: z.ZodMiniType<T>, request: Call = {}) =>
    requested(options, path, schema, request);
  return {
    pair: (code: string, label: string) => call('/api/pair', pairAnswer, { body: { code, label } }),
    signOn: () => call('/api/sign-on', signOn),
    devices: () => call('/api/devices', ownDevices),
    letGo: (deviceId: string) =>
      call(`/api/me/devices/${deviceId}`, ownDevices, { method: 'DELETE' }),
    card: (leadId: string) => call(`/api/leads/${leadId}`, leadCard),
    findLead: (find: FindLead) => call('/api/leads/find', findAnswer, { body: find }),
    scores: (items: LookUpItem[]) => call('/api/leads/scores', lookUpAnswer, { body: { items } }),
    /** Of those leads only that have a newer card than the revision named. */
    cards: (leads: { leadId: string; rev: number | null }[]) =>
      call('/api/leads/cards', cardsAnswer, { body: { leads } }),
    /** `filter`, `kinds` (with commas between), `before`. */
    events: (leadId: string, query: Record<string, string>) =>
      call(`/api/leads/${leadId}/events?${new URLSearchParams(query)}`, timelinePage),
    account: (leadId: string, before?: string) =>
      call(
        `/api/leads/${leadId}/account${before === undefined ? '' : `?${new URLSearchParams({ before })}`}`,
        accountAnswer,
      ),
    identity: (leadId: string) => call(`/api/leads/${leadId}/identity`, identityAnswer),
    mine: () => call('/api/mine', mine),
    watch: (leadId: string) =>
      call(`/api/leads/${leadId}/watch`, watchAnswer, { method: 'PUT', body: {} }),
    unwatch: (leadId: string) =>
      call(`/api/leads/${leadId}/watch`, watchAnswer, { method: 'DELETE' }),
    feedback: (items: FeedbackItem[]) => call('/api/feedback', feedbackAnswer, { body: { items } }),
    ...deskClient(call),
    crms: () => call('/api/crms', sharedCrms),
    shareCrm: (recipe: Recipe) =>
      call(`/api/crms/${recipe.id}`, shareAnswer, { method: 'PUT', body: recipe }),
    unshareCrm: (id: CrmId) => call(`/api/crms/${id}`, shareAnswer, { method: 'DELETE' }),
  };
}
