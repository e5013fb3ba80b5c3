/** A merge taken back: two leads again, each with what came under its own names, as if nobody had said that they are one. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { verdict } from '../../lib/contract/feedback.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { freeze, judgedOf } from '../feedback/freeze.ts';
import type { Store } from '../http/context.ts';
import { dropCounters } from '../leads/counting.ts';
import { type Lead, lockLead, lockRow } from '../leads/follow.ts';
import { rescore } from '../leads/rescore.ts';
import { standingByWord } from '../leads/stage.ts';
import { saveLead } from '../leads/write-lead.ts';
import { settleRest } from '../wake/rest.ts';
import { keepApart } from './apart.ts';
import { combined } from './combine.ts';
import { handedAlone } from './handed-alone.ts';
import { moveRows } from './move-rows.ts';
import { dropParts, type Part, partsOrSelf, saveParts, withPartsOf } from './parts.ts';
import { shortId } from './words.ts';

export interface Undo {
  wsId: string;
  mergeId: string;
  memberId: string;
}

export interface Undone {
  kept: string;
  apart: string;
}

type Needs = Pick<Store, 'db' | 'now' | 'newId'>;

/**
 * Merges may be taken back in any order: of several in a row each part goes back to what it was joined to. What arrived since
 * goes back with the name it came by. The two stay apart, whatever sources go on saying.
 */
export async function undoMerge(
  store: Needs,
  undo: Undo,
  definition: LeadDefinition,
): Promise<Result<Undone>> {
  const { wsId, mergeId, memberId } = undo;
  return inTransaction(store.db, async (tx) => {
    const merge = await tx
      .selectFrom('lead_merge')
      .where('merge_id', '=', mergeId)
      .where('ws_id', '=', wsId)
      .selectAll()
      .executeTakeFirst();
    if (!merge) return noSuchMerge();
    const shown = await lockLead(tx, wsId, merge.from_id);
    const parts = shown ? await partsOrSelf(tx, shown) : [];
    const part = parts.find((one) => one.mergeId === mergeId);
    const row = part && (await lockRow(tx, wsId, part.origin));
    if (!shown || !part || !row || part.into === null) return alreadyUndone();
    const leaving = withPartsOf(parts, part.origin);
    const now = store.now();
    const taken = { shown, row, parts, leaving, since: merge.at };
    await takeApart(tx, taken, definition, now);
    await keepApart(tx, wsId, [part.origin, part.into], now);
    await tx
      .updateTable('lead_merge')
      .set({ undone_at: new Date(now), undone_by: memberId })
      .where('merge_id', '=', mergeId)
      .where('ws_id', '=', wsId)
      .execute();
    const what = `lead ${shortId(part.origin)} from lead ${shortId(shown.lead_id)}`;
    await writeDown(tx, store, { wsId, memberId, action: 'lead.unmerged', what });
    return done({ kept: shown.lead_id, apart: part.origin });
  });
}

interface Taken {
  /** The lead that is shown until now, and stays. */
  shown: Lead;
  /** The row of the lead that leaves. */
  row: Lead;
  parts: readonly Part[];
  leaving: readonly Part[];
  /** When they were joined. */
  since: Date;
}

async function takeApart(
  tx: Db,
  { shown, row, parts, leaving, since }: Taken,
  definition: LeadDefinition,
  now: number,
): Promise<void> {
  const { ws_id: wsId, lead_id: shownId } = shown;
  const cells = leaving.map(({ origin }) => origin);
  const staying = parts.filter(({ origin }) => !cells.includes(origin));
  const own = leaving.map((part) =>
    part.origin === row.lead_id ? { ...part, into: null, mergeId: null, joinedAt: null } : part,
  );
  await moveRows(tx, { wsId, from: shownId, to: row.lead_id, origins: cells });
  await dropParts(tx, wsId, shownId, staying.length > 1 ? cells : null);
  if (own.length > 1) await saveParts(tx, wsId, row.lead_id, own);
  await tx
    .updateTable('lead')
    .set({ merged_into: row.lead_id })
    .where('lead_id', 'in', cells)
    .where('ws_id', '=', wsId)
    .execute();
  const rev = Math.max(shown.rev, row.rev);
  const both = [
    { lead: { ...shown, rev }, parts: staying },
    { lead: { ...row, merged_into: null, rev }, parts: own },
  ];
  const first = await firstMerge(tx, wsId, parts, since);
  const leads: Lead[] = [];
  for (const one of both) leads.push(await restored(tx, one, first, definition));
  for (const { lead_id } of leads) await dropCounters(tx, wsId, lead_id);
  const changed = leads.map((lead) => ({ lead, saidAt: now, fresh: null }));
  const standings = await rescore(tx, wsId, changed, definition, now);
  for (const lead of leads) {
    await saveLead(tx, { ...lead, ...standings.get(lead.lead_id) }, now);
    await freezeAgain(tx, lead, first, definition);
  }
}

/** @returns the lead with what its own parts know, in the stage that follows from what was said of them */
async function restored(
  tx: Db,
  { lead, parts }: { lead: Lead; parts: readonly Part[] },
  since: Date,
  definition: LeadDefinition,
): Promise<Lead> {
  const bodies = parts.map(({ body }) => body);
  const handed = bodies
    .filter((body) => body.handoff_at !== null)
    .sort((a, b) => Date.parse(a.handoff_at ?? '') - Date.parse(b.handoff_at ?? ''))[0];
  const before = bodies.find(({ stage }) => stage !== 'inquiry')?.stage ?? 'inquiry';
  const was: Lead = {
    ...combined(lead, parts),
    joined: parts.length > 1 ? true : null,
    stage: before,
    handoff_at: handed?.handoff_at ? new Date(handed.handoff_at) : null,
    handed_by: handed?.handed_by ?? null,
  };
  const alone = await handedAlone(tx, was, since, definition);
  const said = await standingByWord(tx, lead.ws_id, lead.lead_id);
  const after: Lead = { ...was, ...alone, stage: alone ? 'mql' : before, ...said };
  await settleRest(tx, lead.ws_id, lead.lead_id, after.stage);
  return after;
}

/** @returns when any two of these leads were first one: what was said before that was said of one alone */
async function firstMerge(
  tx: Db,
  wsId: string,
  parts: readonly Part[],
  since: Date,
): Promise<Date> {
  const cells = parts.map(({ origin }) => origin);
  const row = await tx
    .selectFrom('lead_merge')
    .where('ws_id', '=', wsId)
    .where((eb) => eb.or([eb('to_id', 'in', cells), eb('from_id', 'in', cells)]))
    .select((eb) => eb.fn.min('at').as('first'))
    .executeTakeFirst();
  return row?.first ?? since;
}

/** Verdicts that were given while the two were one were frozen with the history of both, which taught something untrue. */
async function freezeAgain(
  tx: Db,
  lead: Lead,
  since: Date,
  definition: LeadDefinition,
): Promise<void> {
  const rows = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', lead.lead_id)
    .where('ws_id', '=', lead.ws_id)
    .where('kind', '=', 'verdict')
    .where('received_at', '>=', since)
    .selectAll()
    .execute();
  for (const row of rows) {
    const said = verdict.safeParse(row.body);
    if (!said.success) continue;
    await tx
      .deleteFrom('verdict_case')
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', lead.ws_id)
      .where('feedback_id', '=', row.feedback_id)
      .execute();
    const { member_id: memberId, order_at: decidedAt, received_at: receivedAt, origin } = row;
    const judged = judgedOf(said.data, { memberId, decidedAt, receivedAt, origin });
    await freeze(tx, lead, judged, definition);
  }
}

function noSuchMerge(): Result<never> {
  return failed(
    'not-found',
    'This merge is not in the store',
    'Load the list again; one of the two may have been erased.',
  );
}

function alreadyUndone(): Result<never> {
  return failed(
    'conflict',
    'These are two leads already',
    'Somebody took them apart before; load the list again.',
  );
}
