/**
 * components/popup: what the toolbar button opens, 360 px wide.
 *
 * In: connection, what Truce can do in this tab, the outbox, and callbacks. Out: one click to somewhere.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import type { CrmChoice, OutboxView, Saving } from '../ui/views.ts';

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
    }
  /** A site Truce works on, but this page of it is no person's record. */
  | { is: 'crm'; crmName: string; site: string }
  /** A site Truce was not told about. `guess` is set when the page looks like one of the CRMs. */
  | { is: 'other'; site: string; guess: CrmId | null }
  /** Known site whose permission was taken away. */
  | { is: 'noPermission'; site: string }
  /** `why` completes "The sidebar cannot be shown here because …", without a full stop. */
  | { is: 'impossible'; why: string };

export type PopupProps = {
  connection:
    | { is: 'loading' }
    | { is: 'none' }
    /** `problem` is set when the store did not answer the last time. */
    | { is: 'connected'; store: string; member: Member; problem: Problem | null };
  tab: TabView;
  /** All CRMs that Truce can read, in the order to offer them. */
  crms: readonly CrmChoice[];
  outbox: OutboxView;
  /** Called inside the click, so that the browser's permission question may be asked. */
  onUseHere: (crm: CrmId) => Saving;
  /** Ask again for the permission that is missing. Called inside the click. */
  onAllowHere: () => Saving;
  /** Teach Truce the CRM in this tab, which it does not know. Called inside the click. */
  onTeachHere: () => Saving;
  onOpenSidebar: () => void;
  onOpenReview: () => void;
  onOpenOptions: () => void;
};
