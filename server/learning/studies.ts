/** Studies of verdicts, made once per change and kept in memory: with thousands of verdicts one takes some tenths of a second. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { seeded } from '../../lib/score/learn/random.ts';
import { type Study, study } from '../../lib/score/learn/study.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { casesOf, countCases } from './cases.ts';

/** While verdicts keep coming, the figures of a moment ago will do; they say when they were made. */
const GOOD_FOR_MS = 60_000;
/** Verdicts grow older, and what is recent changes, also when none comes. */
const GOOD_FOR_AT_MOST_MS = 86_400_000;
/** The same verdicts make the same study. */
const SEED = 20_261_126;

export interface Made {
  study: Study;
  agreement: Agreement;
  /** Milliseconds since 1970. */
  madeAt: number;
  /** Of the definition that was studied. */
  version: number;
  /** How many verdicts it rests on. */
  verdicts: number;
}

/** By workspace, of the definition in force; the promise, so that two who ask at once wait for one. */
const kept = new WeakMap<Db, Map<string, Promise<Made>>>();

/** @returns the study of this definition, not more than a minute behind the verdicts */
export async function studyOf(
  { db, now }: Pick<Store, 'db' | 'now'>,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made> {
  const own = kept.get(db) ?? new Map<string, Promise<Made>>();
  kept.set(db, own);
  const known = await own.get(wsId);
  if (known?.version === definition.version) {
    const age = now() - known.madeAt;
    const same = known.verdicts === (await countCases(db, wsId));
    if (age >= 0 && age < (same ? GOOD_FOR_AT_MOST_MS : GOOD_FOR_MS)) return known;
  }
  const made = make(db, wsId, definition, now());
  own.set(wsId, made);
  // What failed must not be kept; whoever asks next tries again.
  made.catch(() => own.delete(wsId));
  return made;
}

async function make(db: Db, wsId: string, definition: LeadDefinition, now: number): Promise<Made> {
  const cases = await casesOf(db, wsId);
  return {
    study: study(cases, definition, { now, random: seeded(SEED) }),
    agreement: agreementOf(cases, definition, now),
    madeAt: now,
    version: definition.version,
    verdicts: cases.length,
  };
}
