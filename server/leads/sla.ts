/** Until when sales has promised to answer. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';

const HOUR = 3_600_000;

/** @returns by when a lead that was handed over then has to be answered */
export function dueAfter(handoffAt: Date, { sla }: LeadDefinition): string {
  return new Date(handoffAt.getTime() + sla.salesHours * HOUR).toISOString();
}
