/**
 * components/popup: what the toolbar button opens, 360 px wide.
 *
 * In: connection, the rep's day, what Truce can do in this tab, the outbox, and callbacks. Out: one click to somewhere.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { Mine } from '../../lib/contract/mine.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { CrmId, CrmRecord } from '../../lib/contract/record.ts';
import type { OptionsCallbacks, OutboxItemView } from '../options/props.ts';
import type { CrmChoice, OutboxView, Place, Saving } from '../ui/views.ts';

/** What Truce can do in the tab that is in front. */
export type TabView =
  | { is: 'loading' }
  /** A record page. `lead` is the name when one is known, `open` whether the sidebar shows. */
  | {
      is: 'record';
      crmName: string;
      site: string;
      lead: string | null;
      known: boolean;
      open: boolean;
      /** People want the sidebar in the browser's own panel and not in pages. */
      beside: boolean;
    }
  /** A site Truce works on, but this page of it is no person's record. */
  | { is: 'crm'; crmName: string; site: string }
  /** A site Truce was not told about. `guess` is set when the page looks like one of the CRMs. */
  | { is: 'other'; site: string; guess: CrmId | null }
  /** Known site whose permission was taken away. */
  | { is: 'noPermission'; site: string }
  | { is: 'impossible'; why: 'browser' | 'headers' };

/** The rep's own day, as the store says or last said. */
export type DayView =
  | { is: 'loading' }
  /** Nothing to show, not even from before. */
  | { is: 'problem'; problem: Problem }
  | {
      is: 'day';
      mine: Mine;
      /** When the store said so, in ms. */
      at: number;
      /** Why it is from before; null when it is fresh or still being asked for. */
      problem: Problem | null;
      /** Answers that were not on screen before this popup was opened, by `keyOfReply`. */
      unread: readonly string[];
    };

/** What the number on the toolbar button counts. */
export type NeedsView = {
  waiting: number;
  woken: number;
  replies: number;
  refused: number;
  all: number;
};

/** Whom to go to, and where the CRM shows them. */
export type LeadPlace = { leadId: string; records: readonly CrmRecord[] };

export type PopupProps = Pick<OptionsCallbacks, 'onRetryItem' | 'onRetryAll' | 'onDropItem'> & {
  connection:
    | { is: 'loading' }
    | { is: 'none' }
    /** `problem` is set when the store did not answer the last time. */
    | { is: 'connected'; store: string; member: Member; problem: Problem | null };
  day: DayView;
  needs: NeedsView;
  tab: TabView;
  /** What the organisation has switched off: sites of one's own, teaching a CRM. */
  closed: { sites: boolean; teach: boolean };
  /** All CRMs that Truce can read, in the order to offer them. */
  crms: readonly CrmChoice[];
  outbox: OutboxView;
  /** The same, one by one. */
  items: readonly OutboxItemView[];
  /** No page is read and nothing shown in pages. */
  paused: boolean;
  /** Milliseconds; tick every half minute. */
  now: number;
  place?: Place;
  /** Brings the lead's page in the CRM to the front. */
  onOpenLead: (lead: LeadPlace) => void;
  /** These answers are on screen now. */
  onSeenReplies: (keys: readonly string[]) => void;
  /** Ask the store again. */
  onRetry: () => void;
  onPause: (paused: boolean) => Saving;
  /** Called inside the click, so that the browser's permission question may be asked. */
  onUseHere: (crm: CrmId) => Saving;
  /** Ask again for the permission that is missing. Called inside the click. */
  onAllowHere: () => Saving;
  /** Teach Truce the CRM in this tab, which it does not know. Called inside the click. */
  onTeachHere: () => Saving;
  onOpenSidebar: () => void;
  /** Opens the browser's own panel; called inside the click. Null in a browser that has none. */
  onOpenBeside: (() => void) | null;
  /** The review desk; for sales, who sign there too, its lead definition. */
  onOpenReview: () => void;
  onOpenOptions: () => void;
};
