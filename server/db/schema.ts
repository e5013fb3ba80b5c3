/**
 * server/db: the tables, the way to them, and nothing about what they mean.
 *
 * In: an address of a PostgreSQL server, or a folder for the embedded one. Out: one Kysely instance, migrated.
 * One dialect for PGlite, PostgreSQL and what speaks its protocol, so the SQL keeps to rules (docs: migrations
 * folder): hot tables are sharded by lead_id, every unique index holds it, no volatile functions, no triggers.
 */
import type { ColumnType } from 'kysely';
import type { FitAttributes } from '../../lib/contract/counters.ts';
import type { AuditAction } from '../../lib/contract/people.ts';
import type { Woken } from '../../lib/contract/wake.ts';
import type { EventKind, FlagKind, Stage, VerdictKind } from '../../lib/contract/words.ts';
import type { AgreementTables } from './schema-agreement.ts';
import type { DoorsTables } from './schema-doors.ts';
import type { IdentityTables } from './schema-identity.ts';
import type { ImportTables } from './schema-imports.ts';
import type { OutTables } from './schema-out.ts';
import type { PeopleTables } from './schema-people.ts';
import type { PrivacyTables } from './schema-privacy.ts';
import type {
  CalibrationTable,
  CounterTable,
  DefinitionDraftTable,
  HandedBy,
  Json,
  LeaseTable,
  MaybeTimestamp,
  Origin,
  RescoringTable,
  Timestamp,
  VerdictCaseTable,
} from './schema-score.ts';

/** What a person calls themselves, as senders told it. Beyond the columns that the card shows. */
export interface Traits {
  phone?: string;
  industry?: string;
  country?: string;
  /** How many people work at the company. */
  employees?: number;
  /** When each of what the fit rules look at was last said to be another one, by the clock of whoever said it. */
  since?: Partial<Record<keyof FitAttributes, string>>;
}

/** One row per name: who won when several processes started on an empty database at once. */
export interface InstallTable {
  name: string;
  value: string;
}

/**
 * `email:…`, `user:…`, `anon:…`, `record:…`, `ext:…` → the lead it was first a name of, which may be part of another one by
 * now (`merged_into`). Never changed, so a merge and its undoing touch no name. Sharded by ident: uniqueness lives here.
 */
export interface IdentityTable {
  ident: string;
  ws_id: string;
  lead_id: string;
}

export interface LeadTable {
  lead_id: string;
  ws_id: string;
  email: string | null;
  name: string | null;
  title: string | null;
  company: string | null;
  /** Lower-cased company and mail domain (null for free mail): colleagues are found by these. */
  company_key: string | null;
  domain: string | null;
  traits: Json<Traits>;
  /** When the newest traits were said; older ones only fill blanks. */
  traits_at: MaybeTimestamp;
  stage: Stage;
  opted_out: boolean;
  sales_sourced: boolean;
  points: number;
  /** The definition these points were made with; null when they never were, or before there were counters. */
  scored_version: number | null;
  /** The first UTC day (since 1970) on which the points are others if nothing happens; null when they stay. */
  stale_on: number | null;
  handed_by: HandedBy | null;
  first_at: MaybeTimestamp;
  first_source: string | null;
  first_campaign: string | null;
  handoff_at: MaybeTimestamp;
  merged_into: string | null;
  /** Several leads are one in this one (`lead_part`); null as long as none was joined to it. */
  joined: boolean | null;
  /** The colleague the CRM says they belong to, as its page showed it last. */
  owner: string | null;
  rev: number;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface EventTable {
  lead_id: string;
  ws_id: string;
  event_id: string;
  at: Timestamp;
  kind: EventKind;
  /** What the thing is called (form, webinar), else the event as the sender named it. */
  name: string;
  /** Of the page, the content, or the subject of the mail. */
  title: string | null;
  path: string | null;
  url: string | null;
  campaign: string | null;
  /** `utm_source`: where they came from, as opposed to who told us. */
  channel: string | null;
  /** Tells mails apart: a click is compared with the delivery of the same mail. */
  mail: string | null;
  source: string;
  machine: boolean;
  clock_corrected: boolean;
  props: Json<unknown>;
  received_at: Timestamp;
  origin: Origin;
}

export interface FeedbackTable {
  lead_id: string;
  ws_id: string;
  feedback_id: string;
  member_id: string;
  kind: 'verdict' | 'flag' | 'registration';
  verdict: VerdictKind | null;
  flag: FlagKind | null;
  /** Label of the reason in the definition the rep saw. */
  reason_label: string | null;
  /** The item as it was sent, snapshot included. */
  body: Json<unknown>;
  seq: number;
  made_at: Timestamp;
  /** `made_at`, but never later than `received_at`: a clock that runs ahead must not win for ever. */
  order_at: Timestamp;
  received_at: Timestamp;
  /** Where it stands at the review desk; null when it asks nothing of marketing. */
  queue: 'open' | 'answered' | null;
  answered_at: MaybeTimestamp;
  origin: Origin;
  /** Of the snapshot: its points, the chance in percent, the lines that counted. Null of registrations. */
  points_then: ColumnType<number | null, number | null | undefined, number | null>;
  chance_then: ColumnType<number | null, number | null | undefined, number | null>;
  rules_then: ColumnType<string[] | null, string | null | undefined, string | null>;
  /** The definition it was given under. */
  version_then: ColumnType<number | null, number | null | undefined, number | null>;
  /** Of a recycled lead's last verdict: whether it sleeps under it or woke; null for all others. */
  rest: ColumnType<Resting, Resting | undefined, Resting>;
  /** The day that wakes it; null when only signals do. */
  wake_at: MaybeTimestamp;
  woken_at: MaybeTimestamp;
  woken: ColumnType<Omit<Woken, 'at'> | null, string | null | undefined, string | null>;
}

type Resting = 'asleep' | 'woken' | null;

/** Leads that a member wants to keep in sight, under the id they had then: it leads to them whatever they are joined to. */
export interface WatchedTable {
  lead_id: string;
  ws_id: string;
  member_id: string;
  at: Timestamp;
}

export interface ResolutionTable {
  lead_id: string;
  ws_id: string;
  resolution_id: string;
  feedback_id: string;
  member_id: string;
  kind: 'changed' | 'kept' | 'duplicate' | 'corrected';
  reply: string;
  seq: number;
  made_at: Timestamp;
  order_at: Timestamp;
  received_at: Timestamp;
  origin: Origin;
}

export interface DefinitionTable {
  ws_id: string;
  version: number;
  body: Json<unknown>;
  created_at: Timestamp;
  /** Null of the one the store began with, and of those from before this was written down. */
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  /** The version it went back to. */
  back_to: ColumnType<number | null, number | null | undefined, number | null>;
}

/** A CRM that an administrator shared with the team. */
export interface SharedCrmTable {
  ws_id: string;
  crm: string;
  /** The recipe. */
  body: Json<unknown>;
  member_id: string;
  shared_at: Timestamp;
}

/** What administrators did (server/access/audit.ts). */
export interface AuditTable {
  audit_id: string;
  ws_id: string;
  at: Timestamp;
  member_id: string | null;
  action: AuditAction;
  what: string;
}

export interface Schema
  extends AgreementTables,
    DoorsTables,
    PrivacyTables,
    IdentityTables,
    ImportTables,
    OutTables,
    PeopleTables {
  install: InstallTable;
  identity: IdentityTable;
  lead: LeadTable;
  event: EventTable;
  feedback: FeedbackTable;
  resolution: ResolutionTable;
  watched: WatchedTable;
  definition: DefinitionTable;
  shared_crm: SharedCrmTable;
  counter: CounterTable;
  verdict_case: VerdictCaseTable;
  calibration: CalibrationTable;
  definition_draft: DefinitionDraftTable;
  rescoring: RescoringTable;
  lease: LeaseTable;
  audit: AuditTable;
}
