/** Rows of senders, and of what they sent that could not be kept. */
import type { ColumnType } from 'kysely';
import type { ColumnMapping } from '../../lib/contract/imports.ts';
import type { SourceKind } from '../../lib/contract/sources.ts';
import type { MaybeTimestamp, Timestamp } from './schema-score.ts';

type MaybeText = ColumnType<string | null, string | null | undefined, string | null>;

export interface SourceTable {
  /** Of the write key; of a sender that has none, `none:` and its id, which no hash looks like. */
  key_hash: string;
  ws_id: string;
  source_id: string;
  kind: SourceKind;
  label: string;
  created_at: Timestamp;
  revoked_at: MaybeTimestamp;
  /** What it signs with, sealed; null while nobody has given it, and for those that do not sign. */
  secret: MaybeText;
  /** Of the secret in its address. */
  address_hash: MaybeText;
  /** What its flat objects mean. */
  mapping: ColumnType<ColumnMapping | null, string | null | undefined, string | null>;
  /** To the minute. */
  last_at: MaybeTimestamp;
  /** The longest time it said nothing, halved with every thirty days since, in seconds (access/pause.ts). */
  usual_pause: ColumnType<number | null, number | null | undefined, number | null>;
}

/** Sharded by intake_id: a flood of one sender's mistakes must not be one machine's. */
export interface IntakeTable {
  intake_id: string;
  ws_id: string;
  source_id: string;
  at: Timestamp;
  reason: string;
  /** The beginning of what came, for people. */
  excerpt: string;
  /** What came, as JSON text, to try it again; null when that is of no use. */
  item: string | null;
}

export interface DoorsTables {
  source: SourceTable;
  intake: IntakeTable;
}
