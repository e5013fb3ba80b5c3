/** The tables of the score: counters, frozen verdicts, what they teach, and the work that keeps all of it current. */
import type { ColumnType } from 'kysely';
import type { Calibration } from '../../lib/contract/calibration.ts';
import type { Counters, FrozenLead } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import type { SignatureRow } from './schema-agreement.ts';

/** Written as text made by `toJson`, read as the value. */
export type Json<T> = ColumnType<T, string, string>;
export type Timestamp = ColumnType<Date, Date, Date>;
export type MaybeTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** The lead a row came with, where that is another one than the row stands in (server/identity). */
export type Origin = ColumnType<string | null, string | null | undefined, string | null>;

/** Why a lead was handed to sales: its points, its own wish, or to learn what the line misses. */
export type HandedBy = 'line' | 'asked' | 'audit';

/** What a lead did, counted; made anew from its events whenever that is easier than keeping it. */
export interface CounterTable {
  lead_id: string;
  ws_id: string;
  definition_version: number;
  /** How that definition tells events apart, as a short hash. */
  matching: string;
  body: Json<Counters>;
}

/** A verdict with the lead as it was: what is learned from. */
export interface VerdictCaseTable {
  lead_id: string;
  ws_id: string;
  feedback_id: string;
  decided_at: Timestamp;
  member_id: string;
  verdict: VerdictKind;
  /** Id of the reason. */
  reason: string | null;
  body: Json<FrozenLead>;
  origin: Origin;
}

export interface CalibrationTable {
  ws_id: string;
  definition_version: number;
  made_at: Timestamp;
  body: Json<Calibration>;
  /** How many verdicts were on record when it was made. */
  verdicts: number;
}

/** What a draft rests on. */
export type Evidence = Pick<DefinitionDraft, 'changes' | 'before' | 'after'>;

export interface DefinitionDraftTable {
  ws_id: string;
  draft_id: string;
  made_at: Timestamp;
  based_on: number;
  /** A member's id, or `MONTHLY_REFRESH`. */
  made_by: string;
  body: Json<LeadDefinition>;
  evidence: Json<Evidence>;
  /** Published, replaced or thrown away; null while it is open. */
  closed_at: MaybeTimestamp;
  signed_marketing: ColumnType<SignatureRow | null, string | null | undefined, string | null>;
  signed_sales: ColumnType<SignatureRow | null, string | null | undefined, string | null>;
  /** Midnight UTC of the day it is to start; null: as soon as it is put in force. */
  starts_at: MaybeTimestamp;
  /** Who put it in force ahead of that day; null until somebody did. */
  scheduled_by: ColumnType<string | null, string | null | undefined, string | null>;
}

/** How far the scores under a new definition are. */
export interface RescoringTable {
  ws_id: string;
  version: number;
  started_at: Timestamp;
  total: number;
  done: number;
  finished_at: MaybeTimestamp;
}

/** Of several processes the one that holds the row does the work. */
export interface LeaseTable {
  name: string;
  holder: string;
  expires_at: Timestamp;
}
