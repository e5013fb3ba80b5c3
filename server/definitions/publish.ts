/** `POST /api/definitions`: puts a definition in force that both sides have signed. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { publishAnswer, publishRequest, type Rescoring } from '../../lib/contract/learning.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import { announce } from '../hooks/tell.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { beginRescoring, rescoringOf } from '../leads/rescoring.ts';
import { checked, superseded } from './check.ts';
import { closeDrafts } from './drafts.ts';
import { lockWorkspace } from './lock.ts';

export const publishRoute = route({
  method: 'POST',
  path: '/api/definitions',
  role: 'admin',
  input: publishRequest,
  answer: publishAnswer,
  handle: async ({ store, asker, input }) => {
    const good = checked(input.definition);
    if (!good.ok) return good;
    const refused = unsigned(good.value);
    if (refused) return refused;
    const answer = await inTransaction(store.db, (tx) =>
      published(tx, store, asker, input.basedOn, good.value),
    );
    store.watch.told(asker.wsId);
    return answer;
  },
});

/** Two names, and not the same one: a definition that one side made alone is what both quarrel about later. */
function unsigned({ signedBy }: LeadDefinition): Result<never> | null {
  const [marketing, sales] = [signedBy.marketing, signedBy.sales].map((name) => name?.trim() ?? '');
  if (!marketing || !sales) {
    const missing = marketing ? 'sales' : sales ? 'marketing' : 'marketing and sales';
    return failed(
      'bad-request',
      'Both sides have to sign',
      `The signature of ${missing} is missing. Enter who agreed, then publish again.`,
    );
  }
  if (marketing.toLowerCase() !== sales.toLowerCase()) return null;
  return failed(
    'bad-request',
    'Two people have to sign',
    `“${marketing}” cannot sign for both marketing and sales. Enter who agreed for the other side.`,
  );
}

/** Scores follow in the background; what is ingested from now on is scored by the new version at once. */
async function published(
  tx: Db,
  store: Store,
  { wsId, member }: Asker,
  basedOn: number,
  definition: LeadDefinition,
): Promise<Result<{ version: number; rescoring: Rescoring }>> {
  await lockWorkspace(tx, wsId);
  const current = await currentDefinition(tx, wsId);
  const refused = superseded(basedOn, current.version);
  if (refused) return refused;
  const version = basedOn + 1;
  const now = store.now();
  await tx
    .insertInto('definition')
    .values({
      ws_id: wsId,
      version,
      body: toJson({ ...definition, version }),
      created_at: new Date(now),
    })
    .execute();
  const news = { kind: 'definition', leadId: null, rev: version, subject: `${version}` } as const;
  await announce(tx, wsId, news, now);
  await writeDown(tx, store, {
    wsId,
    memberId: member.memberId,
    action: 'definition.published',
    what: `${definition.name}, version ${version}`,
  });
  await closeDrafts(tx, wsId, now);
  await beginRescoring(tx, wsId, version, now);
  const rescoring = await rescoringOf(tx, wsId, version);
  if (!rescoring) throw new Error('A rescoring that was just begun is not there.');
  return done({ version, rescoring });
}
