/**
 * server/work: what the store does when nobody asks.
 *
 * In: leads whose points are out of date, verdicts that nothing was learned from yet. Out: the same brought up to date, in
 * steps so small that whoever reads meanwhile does not wait. What there is to do is read from the data each time, so there is
 * no queue that could differ from it, and a process that dies loses nothing.
 *
 * This file: one turn, as tests call it.
 */
import type { Store } from '../http/context.ts';
import { refreshCalibration } from './calibrate.ts';
import { freezeAll } from './cases.ts';
import { proposeMonthly } from './propose.ts';
import { rescoreAll } from './rescoring.ts';
import { sweep } from './sweep.ts';
import { type Turn, takeTurn } from './turn.ts';

export const LEASE = 'work';

export interface WorkOptions {
  /** This process; another one has to wait. */
  holder?: string;
  /** After this the rest is left for the next turn. */
  budgetMs?: number;
}

/** @returns false when another process does the work */
export async function workOnce(
  store: Store,
  { holder = 'this process', budgetMs = Number.POSITIVE_INFINITY }: WorkOptions = {},
): Promise<boolean> {
  const turn = await takeTurn(store, { name: LEASE, holder }, budgetMs);
  if (!turn) return false;
  const workspaces = await store.db.selectFrom('workspace').select('ws_id').execute();
  for (const { ws_id } of workspaces) {
    if (!(await turn.mayGoOn())) break;
    try {
      await workFor(store, ws_id, turn);
    } catch (error) {
      if (store.stopping.aborted) break;
      // One team's trouble is not another's; the next turn tries again.
      store.log.error({ err: error }, 'background work failed');
    }
  }
  return true;
}

async function workFor(store: Store, wsId: string, turn: Turn): Promise<void> {
  await rescoreAll(store, wsId, turn);
  await sweep(store, wsId, turn);
  if (!(await freezeAll(store, wsId, turn))) return;
  const isNew = await refreshCalibration(store, wsId);
  if (await isDue(store, wsId, isNew)) await proposeMonthly(store, wsId);
}

/** Studies take a while, so only new figures, or a new month, are a reason to look for suggestions. */
const looked = new WeakMap<Store['db'], Map<string, string>>();

async function isDue(store: Store, wsId: string, isNew: boolean): Promise<boolean> {
  const own = looked.get(store.db) ?? new Map<string, string>();
  looked.set(store.db, own);
  const month = new Date(store.now()).toISOString().slice(0, 7);
  const before = own.get(wsId);
  own.set(wsId, month);
  return isNew || before !== month;
}
