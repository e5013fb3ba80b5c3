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
  /** To be called after the commit of what is no lead's change: a definition. */
  told: (wsId: string) => void;
  /** Calls `wake` at any change of this workspace that this process makes. @returns what ends it */
  listenAll: (wsId: string, wake: () => void) => () => void;
  /** How many listen to a lead now. */
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
  const toAll = new Map<string, Set<() => void>>();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;

  const look = async () => {
    // A slow database must not be asked again while it has not answered.
    if (looking) return;
    looking = true;
    await wakeChanged(db, [...listeners]).catch(onError);
    looking = false;
  };

  const told = (wsId: string) => {
    for (const wake of toAll.get(wsId) ?? []) wake();
  };

  return {
    told,
    listenAll: (wsId, wake) => {
      const own = toAll.get(wsId) ?? new Set();
      toAll.set(wsId, own.add(wake));
      return () => {
        own.delete(wake);
        if (own.size === 0 && toAll.get(wsId) === own) toAll.delete(wsId);
      };
    },
    changed: (wsId, leadId) => {
      told(wsId);
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
