/** What points mean, made anew when verdicts have come in. */
import { calibrationOf } from '../../lib/score/learn/cases.ts';
import { toJson } from '../db/json.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { casesOf, countCases } from '../learning/cases.ts';

/** On a busy day verdicts come by the minute, and one more among thousands changes little. */
const AT_MOST_EVERY_MS = 60_000;
/** Of the first hundreds each is news, and counting them takes milliseconds. */
const FEW = 500;
const FEW_AT_MOST_EVERY_MS = 2000;
/** Verdicts fade also when none comes. */
const AT_LEAST_EVERY_MS = 86_400_000;

/** @returns whether there is one now, new or not; false while there is nothing to learn from */
export async function refreshCalibration(store: Store, wsId: string): Promise<boolean> {
  const { db } = store;
  const now = store.now();
  const definition = await currentDefinition(db, wsId);
  const verdicts = await countCases(db, wsId);
  const last = await db
    .selectFrom('calibration')
    .where('ws_id', '=', wsId)
    .where('definition_version', '=', definition.version)
    .select(['made_at', 'verdicts'])
    .executeTakeFirst();
  if (!last && verdicts === 0) return false;
  const often = verdicts < FEW ? FEW_AT_MOST_EVERY_MS : AT_MOST_EVERY_MS;
  const wait = last?.verdicts === verdicts ? AT_LEAST_EVERY_MS : often;
  if (last && now - last.made_at.getTime() < wait) return true;
  const made = calibrationOf(await casesOf(db, wsId), definition, now);
  const row = { made_at: new Date(now), body: toJson(made), verdicts };
  await db
    .insertInto('calibration')
    .values({ ws_id: wsId, definition_version: definition.version, ...row })
    .onConflict((conflict) => conflict.columns(['ws_id', 'definition_version']).doUpdateSet(row))
    .execute();
  return true;
}
