/** Writing down what administrators do. Reading it is a route (team.ts). */
import type { AuditAction } from '../../lib/contract/people.ts';
import { cutLine } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';

/** What was done, to what; never a secret in it, and no address of a lead. */
export interface Deed {
  wsId: string;
  /** Null: the store itself, or whoever runs it. */
  memberId: string | null;
  action: AuditAction;
  what: string;
}

/** To be called in the transaction that does it, so that neither is there without the other. */
export async function writeDown(
  tx: Db,
  { now, newId }: Pick<Store, 'now' | 'newId'>,
  { wsId, memberId, action, what }: Deed,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      audit_id: newId(),
      ws_id: wsId,
      at: new Date(now()),
      member_id: memberId,
      action,
      what: cutLine(what),
    })
    .execute();
}
