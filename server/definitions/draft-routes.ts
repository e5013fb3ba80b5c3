/** `POST /api/definitions/drafts` and `DELETE /api/definitions/drafts/:draftId`: what marketing proposes. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import {
  type DefinitionDraft,
  definitionDraft,
  draftRequest,
} from '../../lib/contract/learning.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { sameTable } from '../../lib/score/lead-table.ts';
import { backtestOf } from '../../lib/score/learn/backtest.ts';
import { caseTable } from '../../lib/score/learn/cases.ts';
import { changesInWords } from '../../lib/score/learn/change-words.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Evidence } from '../db/schema-score.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { judgedFor } from '../learning/tables.ts';
import { noSuchDraft, openAgreed } from './agreed.ts';
import { callOff } from './call-off.ts';
import { checked, superseded } from './check.ts';
import { draftParams } from './draft-params.ts';
import { closeDrafts, insertDraft, isDraft, type NewDraft, openDraft } from './drafts.ts';
import { lockWorkspace } from './lock.ts';
import { takeOver } from './take-over.ts';

/** With fewer verdicts the figures of a backtest would be noise. */
const FEWEST_FOR_BACKTEST = 50;

export const draftRoute = route({
  method: 'POST',
  path: '/api/definitions/drafts',
  role: 'marketer',
  input: draftRequest,
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
    const draft = {
      draftId: store.newId(),
      madeAt: store.now(),
      basedOn: before.version,
      madeBy: member.memberId,
      definition,
      evidence,
    };
    return inTransaction(store.db, (tx) => proposed(tx, store, asker, draft, input.replaces));
  },
});

/**
 * Asks again what was asked before the evidence was worked out, since that takes a moment.
 *
 * @param replaces the draft this was made from, null for none; undefined replaces any
 */
async function proposed(
  tx: Db,
  store: Store,
  asker: Asker,
  draft: NewDraft,
  replaces: string | null | undefined,
): Promise<Result<DefinitionDraft>> {
  const { wsId } = asker;
  await lockWorkspace(tx, wsId);
  const refused = superseded(draft.basedOn, (await currentDefinition(tx, wsId)).version);
  if (refused) return refused;
  const open = await openAgreed(tx, wsId);
  if (replaces !== undefined && open && open.draftId !== replaces) {
    return failed(
      'conflict',
      'Somebody changed the draft meanwhile',
      `The draft that is open now is by ${open.by}. Load the page again and make the change there.`,
    );
  }
  await callOff(tx, store, asker, open, 'the draft was changed');
  await closeDrafts(tx, wsId, draft.madeAt);
  await insertDraft(tx, wsId, draft);
  if (open) {
    await takeOver(tx, wsId, { before: open, draftId: draft.draftId, now: draft.madeAt });
  }
  const made = await openDraft(tx, wsId);
  return made ? done(made) : noSuchDraft();
}

export const dropDraftRoute = route({
  method: 'DELETE',
  path: '/api/definitions/drafts/:draftId',
  role: 'marketer',
  params: draftParams,
  answer: draftParams,
  handle: async ({ store, asker, params: { draftId } }) =>
    inTransaction(store.db, async (tx) => {
      await lockWorkspace(tx, asker.wsId);
      const open = await openAgreed(tx, asker.wsId);
      if (open?.draftId === draftId) await callOff(tx, store, asker, open, 'it was thrown away');
      await closeDrafts(tx, asker.wsId, store.now(), draftId);
      // Closed by now, by whomever: that is what was asked for.
      return (await isDraft(tx, asker.wsId, draftId)) ? done({ draftId }) : noSuchDraft();
    }),
});

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
