/** Studies of verdicts, made once per change and kept in memory: with thousands of verdicts one takes some tenths of a second. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { casesOf, countCases } from './cases.ts';
import { type Studied, studiedAside } from './studied.ts';

/**
 * While verdicts keep coming, the figures of a moment ago will do; they say when they were made. A moment is as long as making
 * them is not half of all work: of the first verdicts everybody wants to see each, and they take milliseconds.
 */
const GOOD_FOR_TIMES_TAKEN = 20;
const GOOD_FOR_AT_MOST_BEHIND_MS = 60_000;
/** Verdicts grow older, and what is recent changes, also when none comes. */
const GOOD_FOR_AT_MOST_MS = 86_400_000;

export interface Made extends Studied {
  /** Milliseconds since 1970. */
  madeAt: number;
  /** Of the definition that was studied. */
  version: number;
  /** How many verdicts it rests on. */
  verdicts: number;
  /** How long it took to make, milliseconds. */
  took: number;
}

/** By workspace, of the definition in force; the promise, so that two who ask at once wait for one. */
const kept = new WeakMap<Db, Map<string, Promise<Made>>>();

/** @returns the study of this definition, a moment behind the verdicts, a minute at most */
export async function studyOf(
  store: Pick<Store, 'db' | 'now' | 'stopping'>,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made> {
  const { db, now, stopping } = store;
  const own = kept.get(db) ?? new Map<string, Promise<Made>>();
  kept.set(db, own);
  const seen = own.get(wsId);
  const known = await seen;
  if (known?.version === definition.version) {
    const age = now() - known.madeAt;
    const same = known.verdicts === (await countCases(db, wsId));
    const behind = Math.min(GOOD_FOR_AT_MOST_BEHIND_MS, GOOD_FOR_TIMES_TAKEN * known.took);
    if (age >= 0 && age < (same ? GOOD_FOR_AT_MOST_MS : behind)) return known;
  }
  // Somebody else has begun a new one in the meantime.
  if (own.get(wsId) !== seen) return studyOf(store, wsId, definition);
  const made = make(db, wsId, definition, now(), stopping);
  own.set(wsId, made);
  // What failed must not be kept; whoever asks next tries again.
  made.catch(() => own.delete(wsId));
  return made;
}

async function make(
  db: Db,
  wsId: string,
  definition: LeadDefinition,
  now: number,
  stopping: AbortSignal,
): Promise<Made> {
  const began = performance.now();
  const verdicts = await countCases(db, wsId);
  const cases = await casesOf(db, wsId);
  const studied = await studiedAside({ cases, definition, now }, stopping);
  const took = performance.now() - began;
  return { ...studied, madeAt: now, version: definition.version, verdicts, took };
}
