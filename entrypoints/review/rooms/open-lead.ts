/** Brings a lead of a list to the front: its page in the CRM, or ours. */
import type { BehindAnswer } from '../../../lib/contract/reports.ts';
import { ask } from '../desk.ts';

export function openLead({ leadId, records }: BehindAnswer['leads'][number]): void {
  void ask('lead.open', { leadId, records });
}
