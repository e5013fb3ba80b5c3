/** Leads that became sales' business in this very write. */
import { createHash } from 'node:crypto';
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';
import { tell } from './tell.ts';

/**
 * History that an import brings was handed over when it happened, so it is not told: nobody is waiting for that.
 *
 * @param leads as they are being written at `now`
 */
export async function tellHandedOver(
  tx: Db,
  wsId: string,
  leads: readonly Lead[],
  now: number,
): Promise<void> {
  const news = leads
    .filter((lead) => lead.handoff_at?.getTime() === now && lead.stage === 'mql')
    .map(({ lead_id: leadId }) => ({
      topic: 'lead.handed-over' as const,
      leadId,
      subject: null,
      // Written twice in one millisecond, it is told once.
      idFor: (hookId: string) => idOf(`${hookId} ${leadId} ${now}`),
    }));
  await tell(tx, wsId, news, now);
}

/** In the shape of a UUID version 8. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
