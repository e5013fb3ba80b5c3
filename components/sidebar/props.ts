/**
 * components/sidebar: the page inside the frame on the CRM's record page.
 *
 * In: one `SidebarState`, the state of the outbox, and callbacks. Out: what the rep reads and says.
 * Order on screen is the order of reading: who, how likely, why, story, evidence; the verdict bar stays.
 */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import type { IdentityAnswer } from '../../lib/contract/identity.ts';
import type { Colleague, FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import type { Problem, Result } from '../../lib/contract/problem.ts';
import type { CrmRecord, PageFacts, RegistrationFacts } from '../../lib/contract/record.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import type { EventKind, FlagKind, SignalFault, VerdictKind } from '../../lib/contract/words.ts';
import type { OutboxView, Place, Saving } from '../ui/views.ts';

/** What this person did that is worth telling, everything they did, or what everybody of their company did. */
export type TimelineTab = 'moments' | 'all' | 'company';

/** The timeline as far as it is loaded. Start with `card.moments` and `more: card.counts.moments > 30`. */
export type TimelineView = {
  tab: TimelineTab;
  /** Only these, under `all`; empty: every kind. */
  kinds: EventKind[];
  /** Newest first, of this tab and these kinds only. */
  events: TimelineEvent[];
  /** The others of the company, most engaged first; empty under the other tabs. */
  colleagues: Colleague[];
  /** True when the store has older ones. */
  more: boolean;
  loading: boolean;
  /** Why loading older ones failed; the list stays. */
  problem: Problem | null;
};

/** A lead is known and its card is here. */
export type LeadState = {
  is: 'lead';
  card: LeadCard;
  timeline: TimelineView;
  /**
   * What was said about this lead on this device and is not in `card.feedback` yet, newest first. Matched by
   * id, so an entry that is in both shows once. Leave out what was undone.
   */
  unsent: FeedbackEntry[];
  /** Set when the card is from the cache and the store does not answer; `seenAt` in ms. */
  stale: { seenAt: number; problem: Problem | null } | null;
};

/** Everything the frame can be showing. */
export type SidebarState =
  /** Nothing is known yet: the page has not reported a record, or the lead is being looked up. */
  | { is: 'skeleton'; waitingFor: 'page' | 'lead' }
  | LeadState
  /** The store answered: nobody like this. */
  | { is: 'unknown'; record: CrmRecord; crmName: string; facts: PageFacts }
  /** The record's id is in the address, but its page gave no name and no email, and the id alone is not known. */
  | { is: 'pageUnreadable'; record: CrmRecord; crmName: string }
  | { is: 'notConnected' }
  /** Nothing to show, not even from the cache. */
  | { is: 'problem'; problem: Problem; retrying: boolean };

/** A verdict that can still be taken back. `label` completes "…": `Rejected: Student`. `until` in ms. */
export type UndoView = { label: string; until: number };

/** What the rep said. `reason` is the id in the definition; `until` (a day) and `wakeOn` only with `recycled`. */
export type VerdictSaid = {
  verdict: VerdictKind;
  reason: string | null;
  note: string;
  until: string | null;
  wakeOn?: WakeSignal[];
};

/** What the rep says is wrong. `ruleId` and `fault` only with `signal_wrong`. */
export type FlagSaid = {
  flag: FlagKind;
  ruleId: string | null;
  fault: SignalFault | null;
  note: string;
  /** The flag this one says again with a note: in its place while it has not left, beside it after. */
  instead?: string;
};

export type SidebarCallbacks = {
  /** Resolve when it is on disk; a failure keeps the form open with the words in it. */
  onVerdict: (said: VerdictSaid) => Saving;
  onFlag: (said: FlagSaid) => Saving;
  onUndo: () => void;
  /** All names of the lead, and what joined them. */
  onIdentity: (leadId: string) => Promise<Result<IdentityAnswer>>;
  onRegister: (facts: RegistrationFacts) => Saving;
  /** Ask the store again: from `problem`, from the stale notice. */
  onRetry: () => void;
  onLoadMore: () => void;
  onTab: (tab: TimelineTab) => void;
  /** Leaves only events of these kinds; none: all again. */
  onKinds: (kinds: EventKind[]) => void;
  /** On or off one's own watch list; the card says so when it is done. */
  onWatch: (on: boolean) => void;
  /** Collapse to the tab. */
  onClose: () => void;
  /** Move to the other side of the page. */
  onDock: () => void;
  /** Open the options page, where one connects. */
  onConnect: () => void;
  /** Open the outbox list of the options page. */
  onOpenOutbox: () => void;
};

export type SidebarProps = SidebarCallbacks & {
  state: SidebarState;
  outbox: OutboxView;
  undo: UndoView | null;
  /** Why verdicts and flags cannot be given now, as a sentence; null when they can. */
  disarmed: string | null;
  /** Which side of the page the sidebar is on; null in the browser's own panel, which has its own buttons for that. */
  side: 'left' | 'right' | null;
  /** Milliseconds. Tick every second while `undo` is set, every half minute otherwise. */
  now: number;
  /** False while of a lead only what is read first is to be drawn: who, how likely, and the verdict. */
  rest?: boolean;
  place?: Place;
};
