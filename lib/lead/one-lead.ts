/** One lead by its id, where no page of a CRM shows it. */
import type { Cards } from '../engagement/cards.ts';
import type { Ask } from '../messaging/ask.ts';
import { cell } from '../platform/cell.ts';
import { type LeadSession, type LeadView, withKept } from './session.ts';

export interface OneLeadOptions {
  ask: Ask;
  cards: Pick<Cards, 'ofLead'>;
}

/** As the session of a record: what was seen before at once, the store's answer as soon as it comes. */
export function oneLead({ ask, cards }: OneLeadOptions, leadId: string): LeadSession {
  const view = cell<LeadView>({ is: 'skeleton', waitingFor: 'lead' });

  const fromDisk = async () => {
    const kept = await cards.ofLead(leadId).catch(() => null);
    if (kept) view.set(withKept(view.get(), kept));
  };

  const fromStore = async () => {
    const answer = await ask('lead.get', { leadId });
    const now = view.get();
    if (answer.ok) {
      const newer = now.is !== 'lead' || now.card.rev <= answer.value.rev;
      if (newer) view.set({ is: 'lead', card: answer.value, stale: null });
    } else if (answer.problem.code === 'not-connected') view.set({ is: 'notConnected' });
    else if (now.is === 'lead') {
      const seenAt = now.stale?.seenAt ?? Date.parse(now.card.asOf);
      view.set({ ...now, stale: { seenAt, problem: answer.problem } });
    } else view.set({ is: 'problem', problem: answer.problem, retrying: false });
  };

  void fromDisk();
  void fromStore();
  return {
    view,
    see: () => undefined,
    async refresh() {
      const now = view.get();
      if (now.is === 'problem') view.set({ ...now, retrying: true });
      await fromStore();
    },
  };
}
