/** Keeps the card on screen current while somebody looks: listens for changes when visible, rests when not. */

import type { Cell } from '../platform/cell.ts';
import type { ChangesClient } from '../sync/changes-client.ts';
import { follow } from '../sync/follow.ts';
import type { LeadSession } from './session.ts';

export interface LiveOptions {
  session: LeadSession;
  client(): Promise<ChangesClient | null>;
  /** Whether the panel is open; a collapsed frame counts as visible for the browser. */
  shown: Cell<boolean>;
  document: Document;
}

/** A page with nothing but a problem on it asks again this often. */
const RETRY_MS = 15_000;

/** Starts following whenever the session shows a lead from the store in a visible page. */
export function keepLive({ session, client, shown, document }: LiveOptions): void {
  let life = new AbortController();
  let following: string | null = null;

  const isSeen = () => shown.get() && document.visibilityState === 'visible';

  const adjust = () => {
    const view = session.view.get();
    const lead = isSeen() && view.is === 'lead' ? view.card : null;
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

  setInterval(() => {
    if (isSeen() && session.view.get().is === 'problem') void session.refresh();
  }, RETRY_MS);
  session.view.subscribe(adjust);
  const looked = () => {
    if (isSeen() && session.view.get().is === 'lead') void session.refresh();
    adjust();
  };
  document.addEventListener('visibilitychange', looked);
  shown.subscribe(looked);
  adjust();
}
