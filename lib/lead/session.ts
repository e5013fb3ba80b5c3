/** The sidebar's working day: record in, card out, and never a card of somebody else. */
import type { LeadCard } from '../contract/lead.ts';
import type { Problem } from '../contract/problem.ts';
import type { CrmRecord, PageFacts, SeenRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { type CardMemory, cardMemory } from '../engagement/card-memory.ts';
import type { Cards, KeptCard } from '../engagement/cards.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';

/** What there is to show. The screens' own state is this with timeline and feedback added. */
export type LeadView =
  | { is: 'skeleton'; waitingFor: 'page' | 'lead' }
  | { is: 'lead'; card: LeadCard; stale: { seenAt: number; problem: Problem | null } | null }
  | { is: 'unknown'; record: CrmRecord; crmName: string; facts: PageFacts }
  | { is: 'pageUnreadable'; record: CrmRecord; crmName: string }
  | { is: 'notConnected' }
  | { is: 'problem'; problem: Problem; retrying: boolean };

export interface LeadSession {
  view: Cell<LeadView>;
  /** The scout's report: another record, or the same with what its page says. */
  see(seen: SeenRecord | null): void;
  /** Asks the store again about what is on screen. */
  refresh(): Promise<void>;
}

export interface SessionOptions {
  ask: Ask;
  cards: Pick<Cards, 'ofRecord'>;
  /** What was shown here before; whoever gives it clears it when somebody else is connected. */
  memory?: CardMemory;
  now?: () => number;
}

const EMPTY: LeadView = { is: 'skeleton', waitingFor: 'page' };

/**
 * Disk and store race for the first paint, unless this frame has shown the record before: what was seen before shows at once,
 * the store's answer replaces it. Each look-up carries a number and the record it was for; an answer for another record, or an
 * older one, is dropped.
 */
export function leadSession({
  ask,
  cards,
  memory = cardMemory(),
  now: clock = Date.now,
}: SessionOptions): LeadSession {
  const view = cell<LeadView>(EMPTY);
  let seen: SeenRecord | null = null;
  let round = 0;
  /** When this record was opened, and since when things are new: both stay while it is on screen. */
  let opened = '';
  let lookedAt: string | null = null;

  const see = (next: SeenRecord | null) => {
    const same = seen && next && recordKey(seen.record) === recordKey(next.record);
    seen = next;
    if (!next) {
      round += 1;
      view.set(EMPTY);
    } else if (!same) {
      opened = new Date(clock()).toISOString();
      lookedAt = null;
      const known = memory.of(next.record);
      const skeleton: LeadView = { is: 'skeleton', waitingFor: 'lead' };
      view.set(known ? withKept(skeleton, asOfBefore(known)) : skeleton);
      const look = () => {
        if (!isCurrent(next.record)) return;
        void fromDisk(next.record);
        void fromStore();
      };
      // What is there already is painted first; waking the background and reading the disk cost the same processors.
      if (known) setTimeout(look);
      else look();
    } else if (next.settled) {
      void fromStore();
    }
  };

  const fromDisk = async (record: CrmRecord) => {
    const kept = await cards.ofRecord(record).catch(() => null);
    if (!kept || !isCurrent(record)) return;
    view.set(withKept(view.get(), asOfBefore(kept)));
  };

  const fromStore = async () => {
    if (!seen) return;
    const asked = seen;
    const { record, facts } = asked;
    round += 1;
    const own = round;
    // The first time the background says when this was last looked at; it knows the lead behind the record.
    const since = lookedAt === null ? {} : { lookedAt };
    const answer = await ask('lead.find', { record, facts, ...since });
    if (!isCurrent(record)) return;
    if (answer.ok && answer.value.found) {
      memory.note(record, { card: answer.value.card, seenAt: clock() });
      show(answer.value.card);
      return;
    }
    if (own !== round) return;
    // Erased, or somebody else's by now: not to be seen here again.
    if (answer.ok) memory.forget(record);
    if (answer.ok) view.set(nobody(asked));
    else view.set(without(view.get(), answer.problem));
  };

  const isCurrent = (record: CrmRecord) =>
    seen !== null && recordKey(seen.record) === recordKey(record);

  const show = (found: LeadCard) => {
    lookedAt ??= found.since?.at ?? opened;
    const now = view.get();
    const before = now.is === 'lead' && now.card.leadId === found.leadId ? now.card.since : null;
    // What happens while one looks is seen happening; this opening itself is no earlier look.
    const since = found.since && found.since.at < opened ? found.since : before;
    const card = { ...found, since };
    const newer = now.is !== 'lead' || now.card.leadId !== card.leadId || now.card.rev <= card.rev;
    if (newer) view.set({ is: 'lead', card, stale: null });
  };

  return {
    view,
    see,
    async refresh() {
      const now = view.get();
      if (now.is === 'problem') view.set({ ...now, retrying: true });
      await fromStore();
    },
  };
}

/** The store knows nobody here. Before the page has settled that means little: the address may still come. */
function nobody({ record, crmName, facts, settled }: SeenRecord): LeadView {
  if (!settled) return { is: 'skeleton', waitingFor: 'page' };
  return facts.name || facts.email
    ? { is: 'unknown', record, crmName, facts }
    : { is: 'pageUnreadable', record, crmName };
}

/** What was new when it was kept was looked at since. */
const asOfBefore = (kept: KeptCard): KeptCard => ({ ...kept, card: { ...kept.card, since: null } });

/**
 * What was kept shows while nothing newer does. A store that is away says so faster than a disk answers: that takes nothing away.
 */
export function withKept(now: LeadView, { card, seenAt }: KeptCard): LeadView {
  if (now.is === 'skeleton') return { is: 'lead', card, stale: { seenAt, problem: null } };
  if (now.is === 'problem') return { is: 'lead', card, stale: { seenAt, problem: now.problem } };
  if (now.is !== 'lead' || !now.stale || now.stale.seenAt >= seenAt) return now;
  return { is: 'lead', card, stale: { ...now.stale, seenAt } };
}

/** The store gave no answer: what is on screen stays, and says how old it is. */
function without(now: LeadView, problem: Problem): LeadView {
  if (problem.code === 'not-connected') return { is: 'notConnected' };
  // What somebody is typing about a person nobody knows must not go away with the network.
  if (now.is === 'unknown' || now.is === 'pageUnreadable') return now;
  if (now.is !== 'lead') return { is: 'problem', problem, retrying: false };
  const seenAt = now.stale?.seenAt ?? Date.parse(now.card.asOf);
  return { ...now, stale: { seenAt, problem } };
}
