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
import { partOf, type Turn, takeTurn } from './turn.ts';

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
  const workspaces = await inTurn(store.db);
  for (const [n, wsId] of workspaces.entries()) {
    if (!(await turn.mayGoOn())) break;
    try {
      // What one leaves of its share goes to those after it.
      await workFor(store, wsId, partOf(turn, turn.leftMs() / (workspaces.length - n)));
    } catch (error) {
      if (store.stopping.aborted) break;
      // One team's trouble is not another's; the next turn tries again.
      store.log.error({ err: error }, 'background work failed');
    }
  }
  return true;
}

/** How many turns there were: a single step may outlast a share, so each time another workspace is the first. */
const turns = new WeakMap<Store['db'], number>();

async function inTurn(db: Store['db']): Promise<string[]> {
  const rows = await db.selectFrom('workspace').select('ws_id').orderBy('ws_id').execute();
  const ids = rows.map(({ ws_id }) => ws_id);
  const before = turns.get(db) ?? 0;
  turns.set(db, before + 1);
  const first = before % Math.max(1, ids.length);
  return [...ids.slice(first), ...ids.slice(0, first)];
}

async function workFor(store: Store, wsId: string, turn: Turn): Promise<void> {
  // Before the scores, which may take minutes: without it no card says what points mean under a version just published.
  // Half the time at most, or verdicts that cannot be frozen would hold up the scores for ever.
  const isFrozen = await freezeAll(store, wsId, partOf(turn, turn.leftMs() / 2));
  const isNew = isFrozen && (await refreshCalibration(store, wsId));
  await rescoreAll(store, wsId, turn);
  await sweep(store, wsId, turn);
  if (!isFrozen || !(await turn.mayGoOn())) return;
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
