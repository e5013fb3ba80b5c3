/** How cards lie on the disk: one per lead, and which lead a record is. Unread; `cards.ts` believes what passes its schema. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';

/** The database. */
export const CARDS = 'truce-cards';
export const CARD = 'card:';
export const RECORD = 'record:';

/** @returns whatever is kept of the lead last seen on this record; undefined when there is nothing */
export function storedCard(record: CrmRecord, use: UseStore): Promise<unknown> {
  return use('readonly', async (store) => {
    const leadId: unknown = await promisifyRequest(store.get(RECORD + recordKey(record)));
    return typeof leadId === 'string' ? promisifyRequest(store.get(CARD + leadId)) : undefined;
  });
}
