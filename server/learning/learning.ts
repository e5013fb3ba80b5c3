/** `GET /api/learning`: what verdicts teach about the definition in force, for the review desk. */
import { sql } from 'kysely';
import { type LearningAnswer, learningAnswer } from '../../lib/contract/learning.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { openDraft } from '../definitions/drafts.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { namesOf } from '../leads/history.ts';
import { rescoringOf } from '../leads/rescoring.ts';
import type { Agreement } from './agreement.ts';
import { studyOf } from './studies.ts';

export const learningRoute = route({
  method: 'GET',
  path: '/api/learning',
  role: 'marketer',
  answer: learningAnswer,
  handle: async ({ store, asker }) => done(await learning(store, asker)),
});

async function learning(store: Store, { wsId, member }: Asker): Promise<LearningAnswer> {
  const { db } = store;
  const definition = await currentDefinition(db, wsId);
  const { study, agreement, madeAt } = await studyOf(store, wsId, definition);
  const { pairs, same } = agreement;
  // How one person judges is for those who are responsible for both sides.
  const unusual = member.role === 'admin' ? await named(db, wsId, agreement.unusual) : [];
  const [unanswered, draft, rescoring] = await Promise.all([
    countUnanswered(db, wsId),
    openDraft(db, wsId),
    rescoringOf(db, wsId, definition.version),
  ]);
  const { verdicts, quality, bands, line, suggestions, suspicions, drift } = study;
  return {
    definition,
    madeAt: new Date(madeAt).toISOString(),
    verdicts: { ...verdicts, unanswered },
    quality,
    bands,
    line,
    suggestions,
    suspicions,
    drift,
    agreement: { pairs, same, unusual },
    draft,
    rescoring,
  };
}

async function named(
  db: Db,
  wsId: string,
  unusual: Agreement['unusual'],
): Promise<LearningAnswer['agreement']['unusual']> {
  const names = await namesOf(db, wsId);
  return unusual.map(({ memberId, ...figures }) => ({
    name: names.get(memberId) ?? 'Somebody who left',
    ...figures,
  }));
}

/** Whoever waits at this stage was handed over and got no verdict, since any verdict moves a lead on. */
async function countUnanswered(db: Db, wsId: string): Promise<number> {
  const { count } = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .where('stage', '=', sql.lit('mql'))
    .where('merged_into', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
