/** Keeps the card on screen current while somebody looks: listens for changes when visible, rests when not. */
import type { Client } from '../sync/client.ts';
import { follow } from '../sync/follow.ts';
import type { LeadSession } from './session.ts';

export interface LiveOptions {
  session: LeadSession;
  client(): Promise<Client | null>;
  document: Document;
}

/** Starts following whenever the session shows a lead from the store in a visible page. */
export function keepLive({ session, client, document }: LiveOptions): void {
  let life = new AbortController();
  let following: string | null = null;

  const adjust = () => {
    const view = session.view.get();
    const lead = view.is === 'lead' && document.visibilityState === 'visible' ? view.card : null;
    if (following === (lead?.leadId ?? null)) return;
    life.abort();
    life = new AbortController();
    following = lead?.leadId ?? null;
    if (!lead) return;
    void follow({
      leadId: lead.leadId,
      rev: lead.rev,
      client,
      onChange: () => void session.refresh(),
      signal: life.signal,
    });
  };

  session.view.subscribe(adjust);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && session.view.get().is === 'lead') {
      void session.refresh();
    }
    adjust();
  });
  adjust();
}
