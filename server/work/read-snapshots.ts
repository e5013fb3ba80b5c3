/** Once an hour: what was said through a process of the release before, while an upgrade went on, read as if it had come through this one. */
import { sql } from 'kysely';
import { feedbackItem } from '../../lib/contract/feedback.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { seenThen } from '../feedback/seen.ts';
import type { Store } from '../http/context.ts';
import type { Turn } from './turn.ts';

const EVERY_MS = 3_600_000;
const AT_ONCE = 100;

/** When each workspace was last looked through, by the process's own clock. */
const looked = new WeakMap<Db, Map<string, number>>();

export async function readSnapshots({ db }: Store, wsId: string, turn: Turn): Promise<void> {
  const own = looked.get(db) ?? new Map<string, number>();
  looked.set(db, own);
  const last = own.get(wsId) ?? Number.NEGATIVE_INFINITY;
  if (performance.now() - last < EVERY_MS) return;
  while (await turn.mayGoOn()) {
    const rows = await unread(db, wsId);
    for (const row of rows) await read(db, wsId, row);
    if (rows.length === AT_ONCE) continue;
    own.set(wsId, performance.now());
    return;
  }
}

interface Unread {
  lead_id: string;
  feedback_id: string;
  body: unknown;
}

/** By the index `feedback_unread`, which is empty but for these. */
async function unread(db: Db, wsId: string): Promise<Unread[]> {
  const { rows } = await sql<Unread>`select lead_id, feedback_id, body from feedback
    where ws_id = ${wsId} and kind <> 'registration' and rules_then is null limit ${AT_ONCE}`.execute(
    db,
  );
  return rows;
}

async function read(db: Db, wsId: string, { lead_id, feedback_id, body }: Unread): Promise<void> {
  const item = feedbackItem.safeParse(body);
  const seen =
    item.success && 'snapshot' in item.data
      ? seenThen(item.data.snapshot)
      : { rules_then: toJson([]) };
  await db
    .updateTable('feedback')
    .set(seen)
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', wsId)
    .where('feedback_id', '=', feedback_id)
    .execute();
}
