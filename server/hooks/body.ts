/** What a message says, made from the tables when it is sent: nothing about a person is kept for webhooks. */
import type { Selectable } from 'kysely';
import type { HookBody, HookLead } from '../../lib/contract/hooks.ts';
import type { HookDeliveryTable } from '../db/schema-out.ts';
import type { Store } from '../http/context.ts';
import { cellsOf } from '../identity/parts.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { type Lead, liveLead } from '../leads/follow.ts';
import { entriesOf, namesOf } from '../leads/history.ts';
import { recordIn } from '../leads/idents.ts';
import { exampleBody } from './example.ts';

export type Delivery = Selectable<HookDeliveryTable>;

const HOUR_MS = 3_600_000;

/** @returns null when what it was about is not there any more: the person was erased */
export async function bodyFor(store: Store, delivery: Delivery): Promise<HookBody | null> {
  const { ws_id, topic, lead_id, at } = delivery;
  const told = {
    version: 1 as const,
    timestamp: at.toISOString(),
    workspaceId: ws_id,
    example: delivery.example,
  };
  if (delivery.example) {
    return { ...told, ...exampleBody(topic, await currentDefinition(store.db, ws_id), at) };
  }
  if (topic === 'definition.published') {
    const definition = await definitionOf(store.db, ws_id, Number(delivery.subject));
    return definition && { ...told, type: topic, data: { definition } };
  }
  const row = lead_id === null ? null : await liveLead(store.db, ws_id, lead_id);
  if (!row) return null;
  const lead = await hookLeadOf(store, row);
  switch (topic) {
    case 'feedback.received': {
      const feedback = await feedbackOf(store, row, delivery.subject);
      return feedback && { ...told, type: topic, data: { lead, feedback } };
    }
    case 'resolution.made': {
      const resolution = await resolutionOf(store, row, delivery.subject);
      return resolution && { ...told, type: topic, data: { lead, resolution } };
    }
    case 'lead.handed-over': {
      const handoff = await handoffOf(store, row, at);
      return { ...told, type: topic, data: { lead, handoff } };
    }
  }
}

async function hookLeadOf({ db }: Store, lead: Lead): Promise<HookLead> {
  const { lead_id, ws_id, email, name, company, stage, points } = lead;
  // Names stay with the lead they were first names of, also when that one was joined to this.
  const cells = (await cellsOf(db, ws_id, [lead])).get(lead_id) ?? [lead_id];
  const rows = await db
    .selectFrom('identity')
    .where('lead_id', 'in', cells)
    .where('ws_id', '=', ws_id)
    .where('ident', 'like', 'record:%')
    .select('ident')
    .orderBy('ident')
    .execute();
  const records = rows.flatMap(({ ident }) => recordIn(ident) ?? []);
  return { leadId: lead_id, records, email, name, company, stage, points };
}

type FeedbackData = Extract<HookBody, { type: 'feedback.received' }>['data']['feedback'];
type ResolutionData = Extract<HookBody, { type: 'resolution.made' }>['data']['resolution'];
type HandoffData = Extract<HookBody, { type: 'lead.handed-over' }>['data']['handoff'];

async function feedbackOf(
  { db }: Store,
  { lead_id, ws_id }: Lead,
  id: string | null,
): Promise<FeedbackData | null> {
  const row = await db
    .selectFrom('feedback')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .where('feedback_id', '=', id ?? '')
    .selectAll()
    .executeTakeFirst();
  const [entry] = row ? await entriesOf(db, ws_id, [row], '') : [];
  if (!row || !entry) return null;
  const { leadId: _, mine: __, resolution: ___, pointsThen: ____, ...said } = entry;
  return { ...said, kind: row.kind };
}

async function resolutionOf(
  { db }: Store,
  { lead_id, ws_id }: Lead,
  id: string | null,
): Promise<ResolutionData | null> {
  const row = await db
    .selectFrom('resolution')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .where('resolution_id', '=', id ?? '')
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  const names = await namesOf(db, ws_id);
  return {
    id: row.resolution_id,
    feedbackId: row.feedback_id,
    kind: row.kind,
    reply: row.reply,
    by: names.get(row.member_id) ?? 'Somebody who left',
    madeAt: row.order_at.toISOString(),
  };
}

async function handoffOf({ db }: Store, lead: Lead, at: Date): Promise<HandoffData> {
  const { sla } = await currentDefinition(db, lead.ws_id);
  const since = lead.handoff_at ?? at;
  const due = new Date(since.getTime() + sla.salesHours * HOUR_MS);
  return { at: since.toISOString(), dueAt: due.toISOString(), by: lead.handed_by };
}
