/** `POST /api/definitions/roll-back`: what an earlier version said is in force again, as the next version. */
import {
  type InForceAnswer,
  inForceAnswer,
  rollBackRequest,
} from '../../lib/contract/agreement.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { openAgreed } from './agreed.ts';
import { callOff } from './call-off.ts';
import { superseded } from './check.ts';
import { putInForce } from './in-force.ts';
import { lockWorkspace } from './lock.ts';
import { noSuchVersion } from './versions.ts';

export const rollBackRoute = route({
  method: 'POST',
  path: '/api/definitions/roll-back',
  role: 'marketer',
  input: rollBackRequest,
  answer: inForceAnswer,
  handle: async ({ store, asker, input }) => {
    const answer = await inTransaction(store.db, (tx) => rolledBack(tx, store, asker, input));
    store.watch.told(asker.wsId);
    return answer;
  },
});

/** It was in force before, so nobody has to agree to it again: it keeps the signatures it had. */
async function rolledBack(
  tx: Db,
  store: Store,
  asker: Asker,
  { to, basedOn }: { to: number; basedOn: number },
): Promise<Result<InForceAnswer>> {
  const { wsId, member } = asker;
  await lockWorkspace(tx, wsId);
  const { version: current } = await currentDefinition(tx, wsId);
  const refused = superseded(basedOn, current);
  if (refused) return refused;
  if (to === current) {
    return failed(
      'bad-request',
      `Version ${to} is in force`,
      'Choose an earlier version to go back to.',
      { field: 'to' },
    );
  }
  const earlier = to > current ? null : await definitionOf(tx, wsId, to);
  if (!earlier) return noSuchVersion(to);
  const version = current + 1;
  const why = `version ${version} was put in force, as version ${to} was`;
  await callOff(tx, store, asker, await openAgreed(tx, wsId), why);
  const rescoring = await putInForce(tx, store, {
    wsId,
    memberId: member.memberId,
    action: 'definition.rolled-back',
    definition: { ...earlier, version },
    backTo: to,
  });
  return done({ version, scheduled: false, rescoring });
}
