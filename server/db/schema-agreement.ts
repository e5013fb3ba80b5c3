/** Rows of what both sides agree on: comments under a draft, decisions of the regular meeting. */
import type { MaybeTimestamp, Timestamp } from './schema-score.ts';

/** A member's signature as it stands under a draft. The name is read with it. */
export interface SignatureRow {
  memberId: string;
  /** ISO 8601. */
  at: string;
}

export interface DefinitionCommentTable {
  ws_id: string;
  draft_id: string;
  comment_id: string;
  member_id: string;
  at: Timestamp;
  body: string;
}

export interface DecisionTable {
  ws_id: string;
  decision_id: string;
  member_id: string;
  at: Timestamp;
  body: string;
  owner: string | null;
  /** Midnight UTC of the day. */
  due_at: MaybeTimestamp;
  done_at: MaybeTimestamp;
}

export interface AgreementTables {
  definition_comment: DefinitionCommentTable;
  decision: DecisionTable;
}
