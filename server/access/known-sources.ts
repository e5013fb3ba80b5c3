/** From what a sender shows (a write key, its own address) to the sender, and when it was heard last. */
import type { Selectable } from 'kysely';
import type { ColumnMapping } from '../../lib/contract/imports.ts';
import type { SourceKind } from '../../lib/contract/sources.ts';
import type { Db } from '../db/database.ts';
import type { SourceTable } from '../db/schema-doors.ts';
import type { Store } from '../http/context.ts';
import { hashed } from './codes.ts';
import { usualPause } from './pause.ts';

const MINUTE = 60_000;

export interface KnownSource {
  wsId: string;
  sourceId: string;
  kind: SourceKind;
  label: string;
  mapping: ColumnMapping | null;
  /** What it signs with, sealed. */
  secret: string | null;
  /** Hash of the secret in its address. */
  addressHash: string | null;
  revoked: boolean;
  lastAt: Date | null;
  /** In seconds. */
  usualPause: number | null;
}

/** @returns the sender this write key was made for; null when there is none, or it was revoked */
export async function sourceByKey(db: Db, writeKey: string): Promise<KnownSource | null> {
  const row = await db
    .selectFrom('source')
    .where('key_hash', '=', hashed(writeKey))
    .where('revoked_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? knownSource(row) : null;
}

/** @returns the sender with this id, revoked or not */
export async function sourceById(db: Db, sourceId: string): Promise<KnownSource | null> {
  const row = await db
    .selectFrom('source')
    .where('source_id', '=', sourceId)
    .selectAll()
    .executeTakeFirst();
  return row ? knownSource(row) : null;
}

function knownSource(row: Selectable<SourceTable>): KnownSource {
  return {
    wsId: row.ws_id,
    sourceId: row.source_id,
    kind: row.kind,
    label: row.label,
    mapping: row.mapping,
    secret: row.secret,
    addressHash: row.address_hash,
    revoked: row.revoked_at !== null,
    lastAt: row.last_at,
    usualPause: row.usual_pause,
  };
}

/** Notes that it was heard, to the minute: a write per request would cost more than it tells. */
export async function heardFrom(store: Store, source: KnownSource): Promise<void> {
  const minute = new Date(Math.floor(store.now() / MINUTE) * MINUTE);
  if (source.lastAt !== null && source.lastAt >= minute) return;
  await store.db
    .updateTable('source')
    .set({ last_at: minute, usual_pause: pauseAfter(source, minute) })
    .where('source_id', '=', source.sourceId)
    .where('ws_id', '=', source.wsId)
    .where((eb) => eb.or([eb('last_at', 'is', null), eb('last_at', '<', minute)]))
    .execute();
}

function pauseAfter({ lastAt, usualPause: usual }: KnownSource, now: Date): number {
  const pause = lastAt === null ? 0 : now.getTime() - lastAt.getTime();
  return Math.round(usualPause((usual ?? 0) * 1000, pause) / 1000);
}
