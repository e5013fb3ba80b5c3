/** The tables of what leaves the store: the feed of changes, and webhooks with what is still to be sent. */
import type { ChangeKind } from '../../lib/contract/changes.ts';
import type { Delivery, HookTopic } from '../../lib/contract/hooks.ts';
import type { Json, MaybeTimestamp, Timestamp } from './schema-score.ts';

/** Kept for seven days. Spread over sixteen buckets, since the time-ordered id alone would send all writes to one place. */
export interface ChangeTable {
  bucket: number;
  ws_id: string;
  /** A UUID version 7 by the database's clock. */
  change_id: string;
  kind: ChangeKind;
  lead_id: string | null;
  rev: number | null;
  at: Timestamp;
}

export interface HookEndpointTable {
  ws_id: string;
  hook_id: string;
  url: string;
  /** What deliveries are signed with, sealed. */
  secret: string;
  topics: Json<HookTopic[]>;
  created_at: Timestamp;
  off_at: MaybeTimestamp;
  off_why: string | null;
  /** Since when nothing has gone through; null while all is well. */
  failing_since: MaybeTimestamp;
}

/** What is to be told to one endpoint. Names what it is about and holds nothing of it: the body is made when it is sent. */
export interface HookDeliveryTable {
  delivery_id: string;
  ws_id: string;
  hook_id: string;
  topic: HookTopic;
  lead_id: string | null;
  /** Id of the feedback or resolution, or the definition's version; null for hand-overs and examples. */
  subject: string | null;
  example: boolean;
  at: Timestamp;
  state: Delivery['state'];
  attempts: number;
  last: string | null;
  next_at: MaybeTimestamp;
}

export interface OutTables {
  change: ChangeTable;
  hook_endpoint: HookEndpointTable;
  hook_delivery: HookDeliveryTable;
}
