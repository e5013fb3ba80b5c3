/** Contacts of HubSpot by the name that the sidebar knows them by: their record in the CRM. */
import { crmRecord } from '../../lib/contract/record.ts';
import { idOf, recordIdent } from '../leads/idents.ts';

/** @returns the ids among these, each once */
export function idsOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map(idOf).filter((id) => id !== null))];
}

/** @returns the names of these contacts; none without a portal */
export function contactNames(portalId: unknown, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const record = { crm: 'hubspot', org: idOf(portalId) ?? '', kind: 'contact', id };
    const parsed = crmRecord.safeParse(record);
    return parsed.success ? [recordIdent(parsed.data)] : [];
  });
}
