/** `POST /api/definitions/drafts` and `DELETE /api/definitions/drafts/:draftId`: what marketing proposes. */
import * as z from 'zod/mini';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { definitionDraft, publishRequest } from '../../lib/contract/learning.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { sameTable } from '../../lib/score/lead-table.ts';
import { backtestOf } from '../../lib/score/learn/backtest.ts';
import { caseTable } from '../../lib/score/learn/cases.ts';
import { changesInWords } from '../../lib/score/learn/change.ts';
import { inTransaction } from '../db/retry.ts';
import type { Evidence } from '../db/schema-score.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { judgedFor } from '../learning/tables.ts';
import { checked, superseded } from './check.ts';
import { closeDrafts, insertDraft, isDraft, openDraft } from './drafts.ts';
import { lockWorkspace } from './lock.ts';

/** With fewer verdicts the figures of a backtest would be noise. */
const FEWEST_FOR_BACKTEST = 50;

export const draftRoute = route({
  method: 'POST',
  path: '/api/definitions/drafts',
  role: 'marketer',
  // As for publishing: a definition, and the version it was made from.
  input: publishRequest,
  answer: definitionDraft,
  handle: async ({ store, asker, input }) => {
    const { wsId, member } = asker;
    const good = checked(input.definition);
    if (!good.ok) return good;
    const before = await currentDefinition(store.db, wsId);
    const refused = superseded(input.basedOn, before.version);
    if (refused) return refused;
    const unsigned = { marketing: null, sales: null };
    const definition = { ...good.value, version: before.version + 1, signedBy: unsigned };
    const evidence = await evidenceFor(store, wsId, before, definition);
    const now = store.now();
    await inTransaction(store.db, async (tx) => {
      await lockWorkspace(tx, wsId);
      await closeDrafts(tx, wsId, now);
      await insertDraft(tx, wsId, {
        draftId: store.newId(),
        madeAt: now,
        basedOn: before.version,
        madeBy: member.memberId,
        definition,
        evidence,
      });
    });
    const draft = await openDraft(store.db, wsId);
    return draft ? done(draft) : noSuchDraft();
  },
});

export const dropDraftRoute = route({
  method: 'DELETE',
  path: '/api/definitions/drafts/:draftId',
  role: 'marketer',
  params: z.object({ draftId: uuid }),
  answer: z.object({ draftId: uuid }),
  handle: async ({ store, asker, params: { draftId } }) => {
    await closeDrafts(store.db, asker.wsId, store.now(), draftId);
    // Closed by now, by whomever: that is what was asked for.
    return (await isDraft(store.db, asker.wsId, draftId)) ? done({ draftId }) : noSuchDraft();
  },
});

function noSuchDraft() {
  return failed(
    'not-found',
    'There is no such draft',
    'Load the page again to see what is proposed now.',
  );
}

async function evidenceFor(
  store: Store,
  wsId: string,
  before: LeadDefinition,
  after: LeadDefinition,
): Promise<Evidence> {
  const changes = changesInWords(before, after);
  const { table, verdicts } = await judgedFor(store, wsId, before, after);
  if (table.judged.length < FEWEST_FOR_BACKTEST) return { changes, before: null, after: null };
  // The reasons in force say what a verdict teaches, or the two would be judged by different verdicts.
  const next = sameTable(before, after)
    ? table
    : caseTable(verdicts, { ...after, reasons: before.reasons }, store.now());
  const [was, is] = [backtestOf(table, before), backtestOf(next, after)];
  // All accepted, or nobody: then there is no order to measure.
  if (!Number.isFinite(was.auc + is.auc)) return { changes, before: null, after: null };
  return { changes, before: was, after: is };
}
