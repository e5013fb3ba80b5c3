/** Apart from record.ts, so that the script in the page, which needs only this, carries no zod. */
import type { CrmRecord } from './record.ts';

/** @returns one string per record, the same on every machine: `atomic:localhost:4861:contact:2`. */
export function recordKey(record: CrmRecord): string {
  return `${record.crm}:${record.org}:${record.kind}:${record.id}`;
}
