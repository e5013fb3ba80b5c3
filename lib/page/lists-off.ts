/** Whether a CRM's lists are to stay as they are: what `lib/sites/lists.ts` writes, and every page of a CRM reads. */
import type { CrmId } from '../contract/record.ts';

/** The key in storage. It holds the CRMs whose lists stay as they are; all others get chips. */
export const LISTS_OFF = 'listsOff';

export const wantsLists = (off: unknown, crm: CrmId): boolean =>
  !(Array.isArray(off) && off.includes(crm));
