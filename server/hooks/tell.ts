/**
 * server/hooks: telling other tools what people say and decide, as Standard Webhooks.
 *
 * In: a row per endpoint and message, written in the transaction that makes what it tells true. Out: signed requests, at
 * least once each, to endpoints that administrators named, and nowhere inside the network the store runs in. This file:
 * writing down what is to be told.
 */
import { randomUUID } from 'node:crypto';
import type { ChangeKind } from '../../lib/contract/changes.ts';
import type { HookTopic } from '../../lib/contract/hooks.ts';
import { type NewChange, recordChanges } from '../changes/record.ts';
import type { Db } from '../db/database.ts';

/** What happened. The body of the message is made from it when it is sent. */
export interface News {
  topic: HookTopic;
  leadId: string | null;
  /** Id of the feedback or resolution, the definition's version; null for hand-overs. */
  subject: string | null;
  /** What happens once whoever writes it down; left out, each is another message. */
  idFor?: (hookId: string) => string;
}

const TOPIC: Record<Exclude<ChangeKind, 'lead'>, HookTopic> = {
  feedback: 'feedback.received',
  resolution: 'resolution.made',
  definition: 'definition.published',
};

/** Into the feed of changes, and to whoever wants to be told. In the transaction that does it, after its first write. */
export async function announce(
  tx: Db,
  wsId: string,
  change: NewChange & { kind: keyof typeof TOPIC; subject: string },
  now: number,
): Promise<void> {
  const { kind, leadId, rev, subject } = change;
  await recordChanges(tx, wsId, [{ kind, leadId, rev }], now);
  await tell(tx, wsId, [{ topic: TOPIC[kind], leadId, subject }], now);
}

/** One read where nobody wants to know, which is the rule. */
export async function tell(
  tx: Db,
  wsId: string,
  news: readonly News[],
  now: number,
): Promise<void> {
  if (news.length === 0) return;
  const hooks = await tx
    .selectFrom('hook_endpoint')
    .where('ws_id', '=', wsId)
    .where('off_at', 'is', null)
    .select(['hook_id', 'topics'])
    .execute();
  const at = new Date(now);
  const rows = hooks.flatMap(({ hook_id, topics }) =>
    news
      .filter(({ topic }) => topics.includes(topic))
      .map(({ topic, leadId, subject, idFor }) => ({
        ...newDelivery(wsId, hook_id, at),
        ...(idFor ? { delivery_id: idFor(hook_id) } : {}),
        topic,
        lead_id: leadId,
        subject,
      })),
  );
  await insertDeliveries(tx, rows);
}

/** @returns what all that is to be sent begins with */
export function newDelivery(wsId: string, hookId: string, at: Date) {
  return {
    delivery_id: String(randomUUID()),
    ws_id: wsId,
    hook_id: hookId,
    lead_id: null as string | null,
    subject: null as string | null,
    example: false,
    at,
    state: 'waiting' as const,
    attempts: 0,
    last: null,
    next_at: at,
  };
}

type NewDelivery = ReturnType<typeof newDelivery> & { topic: HookTopic };

/** Two hundred rows of ten values stay far below what a statement takes. */
const AT_ONCE = 200;

export async function insertDeliveries(tx: Db, rows: readonly NewDelivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('hook_delivery')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((conflict) => conflict.columns(['delivery_id', 'ws_id']).doNothing())
      .execute();
  }
}
