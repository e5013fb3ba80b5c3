/** What people were told, which is what has to be true in the end. */
import type { FeedbackItem } from '../../../lib/contract/feedback.ts';
import type { Sender } from '../../../lib/feedback/entry.ts';
import type { Browser } from './browser.ts';
import type { FaultStore, Rep } from './store.ts';
import type { World } from './world.ts';

/**
 * saved: it was called so · failed: it was called not saved · open: whoever waited for the word was ended ·
 * undone: it was called taken back · undoing: as open, for that
 */
export type Told = 'open' | 'saved' | 'failed' | 'undone' | 'undoing';

export interface Note {
  item: FeedbackItem;
  browser: number;
  told: Told;
  /** True time. */
  at: number;
  /** To whom and as whom, as it was written down; null when nobody was told. */
  as: Sender | null;
  /** Its place among all that were written down in its browser. */
  place: number | null;
  /** The store will refuse it, whatever happens: it has to stay, with the reason. */
  refusable: boolean;
  /** Something on the way refused it, so the person had to say “again”. */
  revived: boolean;
  /** It came before the registration of its lead. */
  overtook: boolean;
  /** What was said instead, so that this one may have been taken back. */
  replaced: boolean;
}

/** Everything there is in one schedule. */
export interface Stage {
  world: World;
  store: FaultStore;
  reps: Rep[];
  leads: string[];
  browsers: Browser[];
  notes: Note[];
  /** Ids in the order in which the store first took them. */
  arrived: string[];
  storeSkew: number;
  /** Then nobody can know which of two browsers spoke later. */
  clocksMoved: boolean;
}

/** @returns whether the store refuses it whenever it comes: it is about a lead that is not in that workspace, and never will be */
export function willBeRefused(note: Note, { notes, leads }: Stage): boolean {
  const { leadId, kind } = note.item;
  if (note.refusable) return true;
  if (kind === 'registration' || leads.includes(leadId)) return false;
  const made = notes.find(({ item }) => item.kind === 'registration' && item.leadId === leadId);
  return made?.as?.store !== note.as?.store;
}
