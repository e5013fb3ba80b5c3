/** The tables of who is who: what each of several leads was before they became one, why they did, and who stays apart. */
import type { Stage } from '../../lib/contract/words.ts';
import type { Traits } from './schema.ts';
import type { HandedBy, Json, MaybeTimestamp, Timestamp } from './schema-score.ts';

/** What was known under the names of one of several leads that are one person now. */
export interface PartBody {
  email: string | null;
  name: string | null;
  title: string | null;
  company: string | null;
  traits: Traits;
  traits_at: string | null;
  opted_out: boolean;
  sales_sourced: boolean;
  /** Missing where it was joined before owners were kept. */
  owner?: string | null;
  /** When each of it was last said, so that of two parts the newer word is shown. */
  said: Record<string, number>;
  /** Where it stood when it was joined. */
  stage: Stage;
  handoff_at: string | null;
  handed_by: HandedBy | null;
}

/** One row for each lead that a joined lead is made of, itself included. Leads that were never joined have none. */
export interface LeadPartTable {
  /** The lead that is shown. */
  lead_id: string;
  ws_id: string;
  /** The lead that this was, and would be again. */
  origin: string;
  /** The one it was joined to; null for the lead that is shown. */
  into_id: string | null;
  merge_id: string | null;
  joined_at: MaybeTimestamp;
  body: Json<PartBody>;
}

/** Who or what said that two leads are one: a source that used two names together, or a member. */
export interface Because {
  source: string | null;
  /** Names as in the identity table: one of the lead that was joined, one of the lead that stayed. */
  from: string | null;
  to: string | null;
}

export interface LeadMergeTable {
  merge_id: string;
  ws_id: string;
  at: Timestamp;
  from_id: string;
  to_id: string;
  /** Null: by what a source said. */
  member_id: string | null;
  because: Json<Because>;
  /** The names that came with it. */
  names: Json<string[]>;
  events: number;
  feedback: number;
  undone_at: MaybeTimestamp;
  undone_by: string | null;
}

/** Two leads that somebody took apart; one row for each direction. */
export interface KeptApartTable {
  lead_id: string;
  ws_id: string;
  other_id: string;
  at: Timestamp;
}

export interface IdentityTables {
  lead_part: LeadPartTable;
  lead_merge: LeadMergeTable;
  kept_apart: KeptApartTable;
}
