/** A workspace filled through the store's public doors, with the real Segment client. */
import { randomUUID } from 'node:crypto';
import { Analytics } from '@segment/analytics-node';
import type * as z from 'zod/mini';
import { pairAnswer } from '../../../lib/contract/access.ts';
import { findAnswer, leadCard } from '../../../lib/contract/lead.ts';
import { inviteAnswer } from '../../../lib/contract/people.ts';
import { reviewPage } from '../../../lib/contract/review.ts';
import { writeKeyAnswer } from '../../../lib/contract/sources.ts';
import type { Role } from '../../../lib/contract/words.ts';
import { SETUP_CODE } from './store.ts';

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** @returns hands for a test: invite people, send events, look into the store as an admin */
export async function openWorkspace(url: string) {
  const { token } = await call(url, '/api/pair', pairAnswer, {
    body: { code: SETUP_CODE, label: 'Test' },
  });
  const { writeKey } = await call(url, '/api/sources', writeKeyAnswer, {
    token,
    body: { kind: 'segment', label: 'Website' },
  });
  const analytics = () => new Analytics({ host: url, writeKey, flushAt: 1 });
  return {
    token,
    writeKey,
    async invite(name: string, role: Role): Promise<string> {
      const body = { name, role };
      return (await call(url, '/api/invites', inviteAnswer, { token, body })).code;
    },
    async inviteByLink(name: string): Promise<string> {
      const body = { name, role: 'rep', kind: 'link' };
      return (await call(url, '/api/invites', inviteAnswer, { token, body })).link ?? '';
    },
    /** Sends events of one person and waits until the store has them. */
    async send(email: string, traits: Record<string, unknown>, events: SentEvent[]) {
      const client = analytics();
      client.identify({ userId: email, traits: { email, ...traits } });
      for (const { name, properties, daysAgo = 0 } of events) {
        const timestamp = new Date(Date.now() - daysAgo * 86_400_000);
        if (name === 'page')
          client.page({ userId: email, timestamp, properties: properties ?? {} });
        else client.track({ userId: email, event: name, timestamp, properties: properties ?? {} });
      }
      await client.closeAndFlush();
    },
    card: (leadId: string) => call(url, `/api/leads/${leadId}`, leadCard, { token }),
    /** @returns the lead with this address, or null */
    async find(origin: string, email: string, id: string = randomUUID()): Promise<string | null> {
      const record = {
        crm: 'atomic',
        org: new URL(origin).host,
        kind: 'contact',
        id,
      };
      const body = { record, facts: { email } };
      const answer = await call(url, '/api/leads/find', findAnswer, { token, body });
      return answer.found ? answer.card.leadId : null;
    },
    queue: () => call(url, '/api/review/queue', reviewPage, { token, body: { filter: {} } }),
  };
}

export interface SentEvent {
  name: string;
  properties?: Record<string, unknown>;
  daysAgo?: number;
}

/** One request as any client would make it. @throws with the problem's words when it is refused */
export async function call<T>(
  url: string,
  path: string,
  schema: z.ZodMiniType<T>,
  { token, body, method }: { token?: string; body?: unknown; method?: 'PUT' } = {},
): Promise<T> {
  const answer = await fetch(url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return schema.parse(JSON.parse(text));
}
