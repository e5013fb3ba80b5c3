/** The same as tables, for people with a spreadsheet. */
import Papa from 'papaparse';
import { feedbackItem } from '../../lib/contract/feedback.ts';
import type { LeadEvents } from './events.ts';
import type { FeedbackOut } from './feedback.ts';
import type { NamedLead } from './leads.ts';

type Cell = string | number | boolean | null;

/** @returns lines; what a spreadsheet would take for a formula is made text by an apostrophe */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse([...rows.map((row) => [...row])], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

export const LEAD_COLUMNS = [
  'lead_id',
  'email',
  'name',
  'title',
  'company',
  'phone',
  'industry',
  'country',
  'employees',
  'stage',
  'points',
  'opted_out',
  'first_at',
  'first_source',
  'first_campaign',
  'handed_over_at',
  'records',
  'created_at',
  'updated_at',
] as const;

export function leadCells({ lead, names }: NamedLead): Cell[] {
  const { phone, industry, country, employees } = lead.traits;
  return [
    lead.lead_id,
    lead.email,
    lead.name,
    lead.title,
    lead.company,
    phone ?? null,
    industry ?? null,
    country ?? null,
    employees ?? null,
    lead.stage,
    lead.points,
    lead.opted_out,
    timeOf(lead.first_at),
    lead.first_source,
    lead.first_campaign,
    timeOf(lead.handoff_at),
    names.filter((name) => name.startsWith('record:')).join(' '),
    timeOf(lead.created_at),
    timeOf(lead.updated_at),
  ];
}

export const EVENT_COLUMNS = [
  'lead_id',
  'email',
  'event_id',
  'at',
  'kind',
  'name',
  'title',
  'url',
  'path',
  'campaign',
  'channel',
  'source',
  'machine',
  'received_at',
] as const;

export function eventCells({ named, events }: LeadEvents): Cell[][] {
  return events.map((event) => [
    event.lead_id,
    named.lead.email,
    event.event_id,
    timeOf(event.at),
    event.kind,
    event.name,
    event.title,
    event.url,
    event.path,
    event.campaign,
    event.channel,
    event.source,
    event.machine,
    timeOf(event.received_at),
  ]);
}

export const FEEDBACK_COLUMNS = [
  'lead_id',
  'feedback_id',
  'kind',
  'verdict',
  'flag',
  'reason',
  'note',
  'by',
  'made_at',
  'points_seen',
  'definition_version',
  'resolution',
  'reply',
  'answered_by',
  'answered_at',
] as const;

/** Of several answers the last. */
export function feedbackCells({ row, by, item, answers }: FeedbackOut): Cell[] {
  const parsed = feedbackItem.safeParse(item);
  const said = parsed.success ? parsed.data : null;
  const snapshot = said?.kind === 'verdict' || said?.kind === 'flag' ? said.snapshot : null;
  const answer = answers.at(-1);
  return [
    row.lead_id,
    row.feedback_id,
    row.kind,
    row.verdict,
    row.flag,
    row.reason_label,
    said?.kind === 'verdict' || said?.kind === 'flag' ? said.note : null,
    by,
    timeOf(row.order_at),
    snapshot?.points ?? null,
    snapshot?.definitionVersion ?? null,
    answer?.resolution ?? null,
    answer?.reply ?? null,
    answer?.by ?? null,
    answer?.at ?? null,
  ];
}

export const DEFINITION_COLUMNS = ['version', 'created_at', 'name', 'definition'] as const;

function timeOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
