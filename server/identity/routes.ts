/** What people see of merges, and how they join and part leads by hand. */
import * as z from 'zod/mini';
import {
  type IdentityAnswer,
  identityAnswer,
  mergePage,
  mergeRequest,
  undoMergeAnswer,
} from '../../lib/contract/identity.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { cursor, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { type Lead, liveLead, liveLeads } from '../leads/follow.ts';
import { mergeLeads } from '../leads/merge.ts';
import { noSuchLead } from '../leads/no-such-lead.ts';
import { repWords } from '../words/asked.ts';
import type { RepWords } from '../words/rep-words.ts';
import { entriesOfMerges, mergesOf, mergesOfCells } from './merges.ts';
import { cellsOf } from './parts.ts';
import { undoMerge } from './unmerge.ts';
import { knownName, shortId } from './words.ts';

const PAGE = 50;

/** `GET /api/leads/:leadId/identity`: all names of a lead, and the merges it was made by. */
export const identityRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId/identity',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  answer: identityAnswer,
  handle: async ({ store, asker, params }) => {
    const lead = await liveLead(store.db, asker.wsId, params.leadId);
    return lead ? done(await identityOf(store.db, lead, repWords(asker.language))) : noSuchLead();
  },
});

/** `POST /api/leads/:leadId/merge`: by hand, of one person with several addresses. The older lead stays the main one. */
export const mergeRoute = route({
  method: 'POST',
  path: '/api/leads/:leadId/merge',
  role: 'marketer',
  params: z.object({ leadId: uuid }),
  input: mergeRequest,
  answer: identityAnswer,
  handle: async ({ store, asker, params, input }) => {
    const { wsId } = asker;
    const pair = await Promise.all(
      [params.leadId, input.other].map((id) => liveLead(store.db, wsId, id)),
    );
    const [to, from] = pair.toSorted((a, b) => (a && b ? byAge(a, b) : 0));
    if (!to || !from) return noSuchLead();
    if (to.lead_id === from.lead_id) return isOneAlready();
    if (!(await byHand(store, asker, from, to))) return isBusy();
    for (const { lead_id } of [from, to]) store.watch.changed(wsId, lead_id);
    const lead = await liveLead(store.db, wsId, to.lead_id);
    return lead ? done(await identityOf(store.db, lead, repWords(asker.language))) : noSuchLead();
  },
});

/** `GET /api/merges`: of the whole workspace, newest first. */
export const mergesRoute = route({
  method: 'GET',
  path: '/api/merges',
  role: 'marketer',
  input: z.object({ before: z.optional(cursor) }),
  answer: mergePage,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const rows = await mergesOf(db, wsId, input.before ?? null, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const entries = await entriesOfMerges(db, wsId, shown, repWords(asker.language));
    const ids = shown.map(({ to_id }) => to_id);
    const leads = await liveLeads(db, wsId, ids);
    const merges = entries.map((entry, place) => {
      const to = ids[place] ?? '';
      const lead = leads.get(to);
      return { ...entry, leadId: lead?.lead_id ?? to, who: lead?.name ?? lead?.email ?? null };
    });
    const last = shown.at(-1);
    const isMore = rows.length > shown.length;
    return done({
      merges,
      next: last && isMore ? placeOf(last.at.getTime(), last.merge_id) : null,
    });
  },
});

/** `POST /api/merges/:mergeId/undo`: two leads again. */
export const undoMergeRoute = route({
  method: 'POST',
  path: '/api/merges/:mergeId/undo',
  role: 'marketer',
  params: z.object({ mergeId: uuid }),
  input: z.object({}),
  answer: undoMergeAnswer,
  handle: async ({ store, asker, params }) => {
    const { wsId, member } = asker;
    const definition = await currentDefinition(store.db, wsId);
    const undo = { wsId, mergeId: params.mergeId, memberId: member.memberId };
    const undone = await undoMerge(store, undo, definition);
    if (!undone.ok) return undone;
    const { kept, apart } = undone.value;
    for (const id of [kept, apart]) store.watch.changed(wsId, id);
    return undone;
  },
});

async function identityOf(db: Db, lead: Lead, words: RepWords): Promise<IdentityAnswer> {
  const { ws_id: wsId, lead_id: leadId } = lead;
  const cells = (await cellsOf(db, wsId, [lead])).get(leadId) ?? [leadId];
  const names = await db
    .selectFrom('identity')
    .where('lead_id', 'in', cells)
    .where('ws_id', '=', wsId)
    .select('ident')
    .orderBy('ident')
    .execute();
  const main = `email:${lead.email}`;
  const idents = names.map(({ ident }) => ident).sort((a, b) => mainFirst(a, b, main));
  const merges = await entriesOfMerges(db, wsId, await mergesOfCells(db, wsId, cells), words);
  return { leadId, names: idents.map(knownName), merges };
}

/** The address on the card comes first, then the others by kind. */
function mainFirst(a: string, b: string, main: string): number {
  const rank = (ident: string) => (ident === main ? 0 : ident.startsWith('email:') ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

async function byHand(
  store: Store,
  { wsId, member }: Asker,
  from: Lead,
  to: Lead,
): Promise<boolean> {
  const { memberId } = member;
  const definition = await currentDefinition(store.db, wsId);
  const merge = {
    wsId,
    from: from.lead_id,
    to: to.lead_id,
    email: null,
    saidAt: store.now(),
    because: { source: null, from: null, to: null },
    memberId,
    sameAccount: false,
  };
  const what = `lead ${shortId(from.lead_id)} with lead ${shortId(to.lead_id)}`;
  return mergeLeads(store, merge, definition, (tx) =>
    writeDown(tx, store, { wsId, memberId, action: 'lead.merged', what }),
  );
}

function byAge(a: Lead, b: Lead): number {
  // Somebody with an address is somebody; a visitor is what they did before.
  const named = Number(a.email === null) - Number(b.email === null);
  return named || Number(a.created_at) - Number(b.created_at) || (a.lead_id < b.lead_id ? -1 : 1);
}

function isOneAlready(): Result<never> {
  return failed(
    'conflict',
    'These are one lead already',
    'There is nothing to join; load the lead again to see its names.',
  );
}

function isBusy(): Result<never> {
  return failed(
    'conflict',
    'One of the two was just joined to another lead',
    'Load both again, and join them if they are still two.',
  );
}
