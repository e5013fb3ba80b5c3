/**
 * server/work: what the store does when nobody asks.
 *
 * In: leads whose points are out of date, verdicts that nothing was learned from yet. Out: the same brought up to date, in
 * steps so small that whoever reads meanwhile does not wait. What there is to do is read from the data each time, so there is
 * no queue that could differ from it, and a process that dies loses nothing.
 *
 * This file: one turn, as tests call it.
 */
import { startDue } from '../definitions/start-due.ts';
import type { Store } from '../http/context.ts';
import { importAll } from '../imports/work.ts';
import { sweepIntake } from '../intake/sweep.ts';
import { finishErasures } from '../privacy/again.ts';
import { sweepEvents } from '../privacy/sweep-events.ts';
import { wakeDue } from '../wake/due.ts';
import { refreshCalibration } from './calibrate.ts';
import { freezeAll } from './cases.ts';
import { proposeMonthly } from './propose.ts';
import { readSnapshots } from './read-snapshots.ts';
import { rescoreAll } from './rescoring.ts';
import { sweep } from './sweep.ts';
import { sweepOut } from './sweep-out.ts';
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
    // What one leaves of its share goes to those after it.
    const share = partOf(turn, turn.leftMs() / (workspaces.length - n));
    await attempted(store, () => workFor(store, wsId, share));
  }
  return true;
}

/** One team's trouble is not another's, nor that of learning the scores'; the next turn tries again. */
async function attempted<T>(store: Store, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!store.stopping.aborted) {
      store.log.error({ err: error }, 'background work failed');
      store.metrics.workFailed();
    }
    return null;
  }
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
  // First of all: everything below goes by the version in force.
  await attempted(store, () => startDue(store, wsId));
  // Before the scores, which may take minutes: without it no card says what points mean under a version just published.
  // Half the time at most, or verdicts that cannot be frozen would hold up the scores for ever.
  const half = partOf(turn, turn.leftMs() / 2);
  const hasLearned = await attempted(store, () => learn(store, wsId, half));
  // Before the scores too: a new definition may take minutes, and somebody is looking at how far a file is.
  const some = partOf(turn, turn.leftMs() / 2);
  await attempted(store, () => importAll(store, wsId, some));
  // What was promised to somebody who was erased waits for no scores either.
  await attempted(store, () => finishErasures(store, wsId, turn.mayGoOn));
  // A day that was promised to a rep: neither does that.
  await attempted(store, () => wakeDue(store, wsId, turn.mayGoOn));
  // A lead that cannot be scored holds up nothing that comes after.
  await attempted(store, () => rescoreAll(store, wsId, turn));
  await attempted(store, () => sweep(store, wsId, turn));
  await attempted(store, () => readSnapshots(store, wsId, turn));
  await attempted(store, () => sweepIntake(store, wsId, turn.mayGoOn));
  await attempted(store, () => sweepOut(store, wsId, turn));
  await attempted(store, () => sweepEvents(store, wsId, turn.mayGoOn));
  await attempted(store, () => importAll(store, wsId, turn));
  if (!hasLearned || !(await turn.mayGoOn())) return;
  if (isDue(store, wsId)) await proposeMonthly(store, wsId);
}

/** @returns whether verdicts have taught something, and all of them are in it */
async function learn(store: Store, wsId: string, turn: Turn): Promise<boolean> {
  return (await freezeAll(store, wsId, turn)) && refreshCalibration(store, wsId);
}

/** By workspace, the day on which suggestions were last looked for. */
const looked = new WeakMap<Store['db'], Map<string, string>>();

/** Once a day (UTC), so also when a month begins: a study takes a processor for seconds, and this asks for none but a draft. */
function isDue(store: Store, wsId: string): boolean {
  const own = looked.get(store.db) ?? new Map<string, string>();
  looked.set(store.db, own);
  const today = new Date(store.now()).toISOString().slice(0, 10);
  if (own.get(wsId) === today) return false;
  own.set(wsId, today);
  return true;
}
