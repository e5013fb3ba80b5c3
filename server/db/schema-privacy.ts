/** Rows of privacy: who was erased, and how long events are kept. */
import type { EventKind } from '../../lib/contract/words.ts';
import type { MaybeTimestamp, Timestamp } from './schema-score.ts';

/** A name nobody is to be known by from before this time. Sharded by the hash. */
export interface ErasedTable {
  /** Keyed, so that whoever has the table cannot try addresses on it. */
  name_hash: string;
  ws_id: string;
  erased_at: Timestamp;
}

export interface ErasureTable {
  ws_id: string;
  erasure_id: string;
  at: Timestamp;
  /** Sealed, for a minute: what was under way in that moment is erased too, then this goes. */
  names: string | null;
  swept_at: MaybeTimestamp;
}

/** A kind that is not here is kept for ever. */
export interface RetentionTable {
  ws_id: string;
  kind: EventKind;
  days: number;
}

/** How far today's deleting is. */
export interface RetentionRunTable {
  ws_id: string;
  began_at: Timestamp;
  /** Leads up to this one are done; null at the beginning. */
  after_lead: string | null;
  deleted: number;
  /** When all leads had been looked at; null while it is under way. */
  swept_at: MaybeTimestamp;
}

export interface PrivacyTables {
  erased: ErasedTable;
  erasure: ErasureTable;
  retention: RetentionTable;
  retention_run: RetentionRunTable;
}
