/** Two leads turn out to be one person: the history of one joins the other, and why is written down. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import type { Because } from '../db/schema-identity.ts';
import type { Store } from '../http/context.ts';
import { apartFrom, areApart, mayMeetAgain } from '../identity/apart.ts';
import { combined } from '../identity/combine.ts';
import { moveRows } from '../identity/move-rows.ts';
import { dropParts, type Part, partsOrSelf, saveParts } from '../identity/parts.ts';
import { wokenByJoining } from '../wake/meanwhile.ts';
import { settleRest } from '../wake/rest.ts';
import { awake, noteWoken } from '../wake/wake.ts';
import { dropCounters } from './counting.ts';
import { type Lead, lockRow } from './follow.ts';
import { rescore } from './rescore.ts';
import { standingByWord } from './stage.ts';
import { blanked, saveLead } from './write-lead.ts';

export interface Merge {
  wsId: string;
  from: string;
  to: string;
  /** What the target's address will be when it has none yet. */
  email: string | null;
  /** When the word came that they are one. */
  saidAt: number;
  because: Because;
  /** Whoever says so by hand, also of leads with different addresses and of ones that were taken apart; null: a source. */
  memberId: string | null;
  /** The same account told of both addresses: it has a new one. */
  sameAccount: boolean;
}

type Needs = Pick<Store, 'db' | 'now' | 'newId'>;

/**
 * Two people must never become one, so leads that each have a different address are left apart unless somebody knows better.
 * Readers that still have the old id follow `merged_into`.
 *
 * @param also is written with it
 * @returns whether they are one lead now
 */
export async function mergeLeads(
  store: Needs,
  merge: Merge,
  definition: LeadDefinition,
  also: (tx: Db) => Promise<unknown> = async () => {},
): Promise<boolean> {
  const now = store.now();
  return inTransaction(store.db, async (tx) => {
    const pair = await lockBoth(tx, merge);
    if (!pair) return false;
    const { from, to } = pair;
    const [ours, theirs] = [await partsOrSelf(tx, to), await partsOrSelf(tx, from)];
    if (!(await mayMerge(tx, merge, ours, theirs))) return false;
    const mergeId = store.newId();
    const joined = theirs.map((part) =>
      part.into === null ? { ...part, into: to.lead_id, mergeId, joinedAt: merge.saidAt } : part,
    );
    const parts = [...ours, ...joined];
    const cells = joined.map(({ origin }) => origin);
    const moved = await moveRows(tx, {
      wsId: merge.wsId,
      from: from.lead_id,
      to: to.lead_id,
      origins: null,
    });
    await writeMerge(tx, merge, mergeId, cells, moved, now);
    await dropParts(tx, merge.wsId, from.lead_id, null);
    await saveParts(tx, merge.wsId, to.lead_id, parts);
    await dropCounters(tx, merge.wsId, from.lead_id);
    await saveLead(tx, { ...blanked(from), merged_into: to.lead_id, joined: null }, now);
    await follow(tx, merge.wsId, cells, to.lead_id);
    await saveJoined(tx, { to, from, parts, cells }, merge, definition, now);
    await also(tx);
    return true;
  });
}

/** Always in the order of their ids, so that two merges cannot wait for each other. */
async function lockBoth(tx: Db, merge: Merge): Promise<{ from: Lead; to: Lead } | null> {
  const locked: (Lead | null)[] = [];
  for (const id of [merge.from, merge.to].sort()) locked.push(await lockRow(tx, merge.wsId, id));
  const from = locked.find((lead) => lead?.lead_id === merge.from);
  const to = locked.find((lead) => lead?.lead_id === merge.to);
  // One of them has been merged meanwhile: whoever asked looks again.
  if (!from || !to || from.merged_into !== null || to.merged_into !== null) return null;
  if (merge.memberId !== null || merge.sameAccount) return { from, to };
  const address = to.email ?? merge.email;
  return from.email !== null && address !== null && from.email !== address ? null : { from, to };
}

async function mayMerge(
  tx: Db,
  { wsId, memberId }: Merge,
  ours: readonly Part[],
  theirs: readonly Part[],
): Promise<boolean> {
  const [one, other] = [ours, theirs].map((parts) => parts.map(({ origin }) => origin));
  if (!one || !other) return false;
  if (memberId !== null) {
    await mayMeetAgain(tx, wsId, one, other);
    return true;
  }
  return !areApart(await apartFrom(tx, wsId, one), one, other);
}

/** Nobody has to hop more than once from an old id, however many merges there were. */
async function follow(
  tx: Db,
  wsId: string,
  cells: readonly string[],
  leadId: string,
): Promise<void> {
  await tx
    .updateTable('lead')
    .set({ merged_into: leadId })
    .where('lead_id', 'in', [...cells])
    .where('ws_id', '=', wsId)
    .execute();
}

interface Joined {
  to: Lead;
  from: Lead;
  parts: readonly Part[];
  /** Those that came with `from`. */
  cells: readonly string[];
}

async function saveJoined(
  tx: Db,
  { to, from, parts, cells }: Joined,
  { wsId, saidAt }: Merge,
  definition: LeadDefinition,
  now: number,
): Promise<void> {
  const handed = [to, from]
    .filter((lead) => lead.handoff_at !== null)
    .sort((a, b) => Number(a.handoff_at) - Number(b.handoff_at))[0];
  const stage = to.stage === 'inquiry' ? from.stage : to.stage;
  const lead = {
    ...combined(to, parts),
    joined: true,
    stage,
    handoff_at: handed?.handoff_at ?? null,
    handed_by: handed?.handed_by ?? null,
    ...(await standingByWord(tx, wsId, to.lead_id)),
    rev: Math.max(to.rev, from.rev),
  };
  await settleRest(tx, wsId, to.lead_id, lead.stage);
  const changed = [{ lead, saidAt, fresh: null }];
  const standing = (await rescore(tx, wsId, changed, definition, now)).get(to.lead_id);
  const after = { ...lead, ...standing };
  const ours = parts.map(({ origin }) => origin).filter((origin) => !cells.includes(origin));
  const was = [
    { lead: to, cells: ours },
    { lead: from, cells },
  ];
  const waking = await wokenByJoining(tx, wsId, { was, after }, definition);
  await saveLead(tx, waking ? awake(after, waking.because, now) : after, now);
  if (waking) await noteWoken(tx, wsId, [waking], now);
}

async function writeMerge(
  tx: Db,
  merge: Merge,
  mergeId: string,
  cells: readonly string[],
  moved: { event: number; feedback: number },
  now: number,
): Promise<void> {
  const names = await tx
    .selectFrom('identity')
    .where('lead_id', 'in', [...cells])
    .where('ws_id', '=', merge.wsId)
    .select('ident')
    .orderBy('ident')
    .execute();
  await tx
    .insertInto('lead_merge')
    .values({
      merge_id: mergeId,
      ws_id: merge.wsId,
      at: new Date(now),
      from_id: merge.from,
      to_id: merge.to,
      member_id: merge.memberId,
      because: toJson(merge.because),
      names: toJson(names.map(({ ident }) => ident)),
      events: moved.event,
      feedback: moved.feedback,
      undone_by: null,
    })
    .execute();
}
