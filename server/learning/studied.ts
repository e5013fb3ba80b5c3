/** Everything that is worked out of verdicts for the review desk, here or in a thread. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { seeded } from '../../lib/score/learn/random.ts';
import { type Study, study } from '../../lib/score/learn/study.ts';
import type { VerdictCase } from '../../lib/score/learn/verdict-case.ts';
import { type Agreement, agreementOf } from './agreement.ts';

/** The same verdicts make the same study. */
const SEED = 20_261_126;
/** With fewer, starting a thread takes longer than the study. */
export const WORTH_A_THREAD = 100;

/** What a study is made of. */
export interface StudyOf {
  cases: VerdictCase[];
  definition: LeadDefinition;
  /** Milliseconds since 1970. */
  now: number;
}

export interface Studied {
  study: Study;
  agreement: Agreement;
}

/** @returns the study, once it is made */
export function studied({ cases, definition, now }: StudyOf): Studied {
  return {
    study: study(cases, definition, { now, random: seeded(SEED) }),
    agreement: agreementOf(cases, definition, now),
  };
}

/**
 * @param stopping ends it, so that whoever stops the store does not wait for a study
 * @returns the same without holding up whoever else asks meanwhile; throws what the study throws
 */
export async function studiedAside(of: StudyOf, stopping: AbortSignal): Promise<Studied> {
  if (of.cases.length < WORTH_A_THREAD) return studied(of);
  const worker = new Worker(new URL('./study-worker.ts', import.meta.url), {
    workerData: of,
    // What the process was started with (loaders, watchers) is not meant for it.
    execArgv: [],
  });
  try {
    const [message] = await once(worker, 'message', { signal: stopping });
    return message as Studied;
  } finally {
    await worker.terminate();
  }
}
