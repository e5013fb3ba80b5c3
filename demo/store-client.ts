/** The store's public doors, as the demo knocks on them: the same ones any client uses. */
import type * as z from 'zod/mini';
import { type Member, pairAnswer } from '../lib/contract/access.ts';
import { type FeedbackItem, feedbackAnswer } from '../lib/contract/feedback.ts';
import { type FindLead, findAnswer, type LeadCard } from '../lib/contract/lead.ts';
import { inviteAnswer } from '../lib/contract/people.ts';
import { writeKeyAnswer } from '../lib/contract/sources.ts';
import type { Role } from '../lib/contract/words.ts';

/** Somebody the demo speaks as. */
export interface Account {
  token: string;
  member: Member;
}

/** The store refused. `status` is its HTTP answer. */
export class StoreRefused extends Error {
  readonly status: number;

  constructor(what: string, status: number, answer: string) {
    super(`The store refused ${what} (${status}): ${answer.slice(0, 300)}`);
    this.name = 'StoreRefused';
    this.status = status;
  }
}

/** @param url address of the store */
export function makeStoreClient(url: string) {
  const post = <T>(path: string, body: unknown, schema: z.ZodMiniType<T>, token?: string) =>
    ask(path, schema, token, body);

  async function ask<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    token?: string,
    body?: unknown,
  ): Promise<T> {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new StoreRefused(path, response.status, text);
    return schema.parse(JSON.parse(text));
  }

  return {
    url,
    /** Anything else. With a body it is a POST. */
    ask,

    pair: (code: string, label: string): Promise<Account> =>
      post('/api/pair', { code, label }, pairAnswer),

    /** @returns a code for one more member, good once */
    async invite(admin: string, name: string, role: Role, email?: string): Promise<string> {
      const answer = await post('/api/invites', { name, role, email }, inviteAnswer, admin);
      return answer.code;
    },

    /** @returns the write key of a new sender of events */
    async source(admin: string, label: string): Promise<string> {
      const answer = await post('/api/sources', { kind: 'segment', label }, writeKeyAnswer, admin);
      return answer.writeKey;
    },

    /** @returns the lead's card, or null when nobody like this is known */
    async find(token: string, wanted: FindLead): Promise<LeadCard | null> {
      const answer = await post('/api/leads/find', wanted, findAnswer, token);
      return answer.found ? answer.card : null;
    },

    /** @throws when the store did not keep one of them */
    async feedback(token: string, items: FeedbackItem[]): Promise<void> {
      const { results } = await post('/api/feedback', { items }, feedbackAnswer, token);
      const bad = results.find(({ outcome }) => outcome === 'refused' || outcome === 'retry');
      if (bad) throw new Error(`The store did not keep a sample verdict: ${bad.message}`);
    },
  };
}
export type StoreClient = ReturnType<typeof makeStoreClient>;
