/** What points have meant so far under a definition, as the background work last wrote it. */
import { type Calibration, calibration as shape } from '../../lib/contract/calibration.ts';
import type { Db } from '../db/database.ts';

interface Kept {
  madeAt: number;
  calibration: Calibration | null;
}

/** One per workspace and version: parsing it for every card would cost more than the card. */
const kept = new WeakMap<Db, Map<string, Kept>>();

/** @returns when it was made, in milliseconds; null when no verdict has taught anything yet */
async function calibrationMadeAt(db: Db, wsId: string, version: number): Promise<number | null> {
  const row = await db
    .selectFrom('calibration')
    .where('ws_id', '=', wsId)
    .where('definition_version', '=', version)
    .select('made_at')
    .executeTakeFirst();
  return row?.made_at.getTime() ?? null;
}

/**
 * @param known when it was made, for whoever has asked that already
 * @returns the calibration of this definition, or null when there is none yet
 */
export async function calibrationFor(
  db: Db,
  wsId: string,
  version: number,
  known?: number | null,
): Promise<Calibration | null> {
  const madeAt = known === undefined ? await calibrationMadeAt(db, wsId, version) : known;
  if (madeAt === null) return null;
  const own = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, own);
  const key = `${wsId}:${version}`;
  const last = own.get(key);
  if (last?.madeAt === madeAt) return last.calibration;
  const row = await db
    .selectFrom('calibration')
    .where('ws_id', '=', wsId)
    .where('definition_version', '=', version)
    .select(['made_at', 'body'])
    .executeTakeFirst();
  if (!row) return null;
  // One that an older or newer release wrote is as good as none: the next refresh replaces it.
  const read = shape.safeParse(row.body);
  const calibration = read.success ? read.data : null;
  own.set(key, { madeAt: row.made_at.getTime(), calibration });
  return calibration;
}
