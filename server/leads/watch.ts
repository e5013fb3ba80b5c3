/**
 * Tells those who wait that a lead has changed. Within this process at once; changes made by other processes are
 * found by asking the database each second, once for all who wait, and not at all while nobody does.
 */
import type { Db } from '../db/database.ts';

export interface Listening {
  /** Settles when the lead may have changed, or after `stop`. */
  happened: Promise<void>;
  /** What was read since: changes made elsewhere are compared with this. */
  since: (leadId: string, rev: number) => void;
  stop: () => void;
}

export interface LeadWatch {
  /** To be called after the commit of any change of a lead. */
  changed: (wsId: string, leadId: string) => void;
  /** Listen first, then read: what changes between the two is noticed. */
  listen: (wsId: string, leadId: string) => Listening;
  /** How many listen now. */
  listening: () => number;
}

interface Listener {
  wsId: string;
  leadIds: Set<string>;
  seen: { leadId: string; rev: number } | null;
  wake: () => void;
}

/**
 * @param everyMs how often other processes' changes are looked for
 * @param onError told when that look fails; the next one is tried all the same
 */
export function createWatch(db: Db, onError: (error: unknown) => void, everyMs = 1000): LeadWatch {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;

  const look = async () => {
    // A slow database must not be asked again while it has not answered.
    if (looking) return;
    looking = true;
    await wakeChanged(db, [...listeners]).catch(onError);
    looking = false;
  };

  return {
    changed: (wsId, leadId) => {
      for (const listener of listeners) {
        if (listener.wsId === wsId && listener.leadIds.has(leadId)) listener.wake();
      }
    },
    listen: (wsId, leadId) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer) {
          clearInterval(timer);
          timer = null;
        }
        resolve();
      };
      const listener: Listener = { wsId, leadIds: new Set([leadId]), seen: null, wake: stop };
      listeners.add(listener);
      timer ??= setInterval(look, everyMs);
      const since = (id: string, rev: number) => {
        listener.leadIds.add(id);
        listener.seen = { leadId: id, rev };
      };
      return { happened: promise, since, stop };
    },
    listening: () => listeners.size,
  };
}

async function wakeChanged(db: Db, listeners: readonly Listener[]): Promise<void> {
  const ids = listeners.flatMap((listener) => (listener.seen ? [listener.seen.leadId] : []));
  if (ids.length === 0) return;
  const rows = await db
    .selectFrom('lead')
    .where('lead_id', 'in', [...new Set(ids)])
    .select(['lead_id', 'ws_id', 'rev'])
    .execute();
  const revs = new Map(rows.map((row) => [`${row.ws_id}:${row.lead_id}`, row.rev]));
  for (const { wsId, seen, wake } of listeners) {
    if (seen && revs.get(`${wsId}:${seen.leadId}`) !== seen.rev) wake();
  }
}
