/** Rows of workspaces, members, their browsers, invitations and sign-on. */
import type { ColumnType } from 'kysely';
import type { Role } from '../../lib/contract/words.ts';
import type { MaybeTimestamp, Timestamp } from './schema-score.ts';

export interface WorkspaceTable {
  ws_id: string;
  name: string;
  created_at: Timestamp;
  /** Whether reports may show figures of single reps; null, as long as nobody has said so, is no. */
  rep_figures: ColumnType<boolean | null, boolean | undefined, boolean>;
}

export interface MemberTable {
  ws_id: string;
  member_id: string;
  name: string;
  email: string | null;
  role: Role;
  created_at: Timestamp;
  /** Who they are at the company's provider; null until they first sign on there. */
  iss: string | null;
  sub: string | null;
  /** How they came in last; null is an invitation of before there was sign-on. */
  via: 'invite' | 'sign-on' | null;
  /** They are gone, and what they said stays with their name. */
  removed_at: MaybeTimestamp;
}

export interface DeviceTable {
  token_hash: string;
  device_id: string;
  ws_id: string;
  member_id: string;
  label: string;
  created_at: Timestamp;
  /** To the hour. */
  seen_at: MaybeTimestamp;
  revoked_at: MaybeTimestamp;
}

export interface InviteTable {
  code_hash: string;
  invite_id: string;
  ws_id: string;
  name: string;
  email: string | null;
  role: Role;
  kind: 'code' | 'link';
  /** Good only while the workspace has no administrator. */
  setup: boolean;
  created_at: Timestamp;
  /** Null: does not expire (a setup code that was given by whoever runs the store). */
  expires_at: MaybeTimestamp;
  used_at: MaybeTimestamp;
  revoked_at: MaybeTimestamp;
}

/** Failed attempts of the last minutes, so that all processes count together. */
export interface PairAttemptTable {
  address: string;
  attempt_id: string;
  at: Timestamp;
}

/** A sign-on that is under way at the provider. */
export interface SignOnTable {
  state_hash: string;
  /** Of the cookie of the browser that began it. */
  browser_hash: string;
  /** Where the extension waits, what it said it would know its answer by, and its PKCE challenge. */
  redirect_uri: string;
  client_state: string;
  challenge: string;
  /** Nonce and PKCE verifier towards the provider, sealed. */
  secrets: string;
  expires_at: Timestamp;
}

/** What the extension changes for a token: good once, for a minute. */
export interface SignOnCodeTable {
  code_hash: string;
  ws_id: string;
  member_id: string;
  redirect_uri: string;
  challenge: string;
  expires_at: Timestamp;
  used_at: MaybeTimestamp;
  /** The token it was changed for, which ends if somebody tries the code again. */
  token_hash: string | null;
}

export interface PeopleTables {
  workspace: WorkspaceTable;
  member: MemberTable;
  device: DeviceTable;
  invite: InviteTable;
  pair_attempt: PairAttemptTable;
  sign_on: SignOnTable;
  sign_on_code: SignOnCodeTable;
}
