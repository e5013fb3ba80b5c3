/** Studies of verdicts, made once per change and kept in memory: with thousands of verdicts one takes seconds. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { casesOf, countCases, stateOfCases } from './cases.ts';
import { type Studied, studiedAside, WORTH_A_THREAD } from './studied.ts';

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
  /** What the verdicts were then. */
  state: string;
  /** How long it took to make, milliseconds. */
  took: number;
}

/** Of one workspace, of the definition in force. */
interface Kept {
  made: Made | null;
  /** The one that is being made: two who ask at once wait for one. */
  making: { version: number; made: Promise<Made> } | null;
}

type Needs = Pick<Store, 'db' | 'now' | 'stopping' | 'log'>;

const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * Nobody waits while there is one of this definition: a new one may take longer than a client has patience, and is there for
 * whoever asks next.
 *
 * @returns the study of this definition that there is, or the first one
 */
export async function studyOf(
  store: Needs,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made> {
  const { made } = keptOf(store.db, wsId);
  if (made?.version !== definition.version) return renewed(store, wsId, definition);
  if (await isGood(store, wsId, definition, made)) return made;
  renewed(store, wsId, definition).catch((error: unknown) => failedAside(store, error));
  return made;
}

function failedAside({ stopping, log }: Needs, error: unknown): void {
  if (!stopping.aborted) log.error({ err: error }, 'a study of verdicts failed');
}

/**
 * For whoever has more to show than what verdicts teach, and does not wait for it.
 *
 * @returns the study of this definition that there is; null when there is none yet and making it takes a while: it is begun
 */
export async function studyAtHand(
  store: Needs,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made | null> {
  const { made } = keptOf(store.db, wsId);
  const study = () => studyOf(store, wsId, definition);
  if ((await countCases(store.db, wsId)) < WORTH_A_THREAD) return study();
  // Whether it is still good is found out aside, too.
  study().catch((error: unknown) => failedAside(store, error));
  return made?.version === definition.version ? made : null;
}

/** @returns the study of this definition, a moment behind the verdicts, a minute at most */
export async function freshStudyOf(
  store: Needs,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made> {
  const { made } = keptOf(store.db, wsId);
  const isOf = made?.version === definition.version;
  return isOf && (await isGood(store, wsId, definition, made))
    ? made
    : renewed(store, wsId, definition);
}

async function isGood(
  { db, now }: Needs,
  wsId: string,
  definition: LeadDefinition,
  made: Made,
): Promise<boolean> {
  const age = now() - made.madeAt;
  if (age < 0 || age >= GOOD_FOR_AT_MOST_MS) return false;
  // Whatever verdicts there are by now: so nobody has to look, which takes a while where there are many.
  if (age < Math.min(GOOD_FOR_AT_MOST_BEHIND_MS, GOOD_FOR_TIMES_TAKEN * made.took)) return true;
  return made.state === (await stateOfCases(db, wsId, definition));
}

/** Begins a new one, unless somebody has. */
function renewed(store: Needs, wsId: string, definition: LeadDefinition): Promise<Made> {
  const own = keptOf(store.db, wsId);
  const { version } = definition;
  if (own.making?.version === version) return own.making.made;
  const making = { version, made: make(store, wsId, definition) };
  own.making = making;
  const end = (made: Made | null) => {
    // Of a version that was replaced in the meantime.
    if (own.making !== making) return;
    own.making = null;
    own.made = made ?? own.made;
  };
  // What failed is not kept; whoever asks next tries again.
  making.made.then(end, () => end(null));
  return making.made;
}

function keptOf(db: Db, wsId: string): Kept {
  const all = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, all);
  const own = all.get(wsId) ?? { made: null, making: null };
  all.set(wsId, own);
  return own;
}

async function make(
  { db, now, stopping }: Needs,
  wsId: string,
  definition: LeadDefinition,
): Promise<Made> {
  const began = performance.now();
  const madeAt = now();
  // Before the verdicts: what changes in between is then a reason to make another one.
  const state = await stateOfCases(db, wsId, definition);
  const cases = await casesOf(db, wsId);
  const studied = await studiedAside({ cases, definition, now: madeAt }, stopping);
  const took = performance.now() - began;
  return { ...studied, madeAt, version: definition.version, state, took };
}
