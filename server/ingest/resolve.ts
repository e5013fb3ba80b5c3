/**
 * Which lead each message is about. Looks all names of a batch up at once, claims those nobody has, joins leads
 * that turn out to be one person, and looks again until nothing is left to do.
 */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { apartFrom, areApart } from '../identity/apart.ts';
import { cellsOf } from '../identity/parts.ts';
import { type Lead, liveLeads } from '../leads/follow.ts';
import { mergeLeads } from '../leads/merge.ts';
import { accountsOf, claimIdents, createMissing, leadsByIdent, takeAddress } from './claim.ts';
import { type Group, groupPeople, usersIn } from './group-people.ts';
import { isDone, type Known, leadsMeant, type Plan, planFor } from './plan.ts';
import type { Who } from './who.ts';

/** Each round settles what another request got in the way of; more than a few in a row does not happen. */
const MOST_ROUNDS = 12;

/** Whom a message is about. */
export interface Resolved {
  /** The lead that is shown. */
  leadId: string;
  /** The lead the strongest name was first a name of: what happened goes with it, should the two be taken apart. */
  cell: string;
}

/** @returns the lead of each of these people, in their order */
export async function resolveLeads(
  store: Store,
  wsId: string,
  people: readonly Who[],
  definition: LeadDefinition,
): Promise<Resolved[]> {
  const groups = groupPeople(people);
  const idents = [...new Set(people.flatMap((who) => who.idents))];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = await lookUp(store, wsId, idents, groups);
    const plans = groups.map((group) => planFor(group, known));
    if (plans.every(isDone)) return people.map((who) => leadOf(who, known));
    await carryOut(store, wsId, plans, definition);
  }
  throw new Error('The names of this batch could not be settled.');
}

async function lookUp(
  store: Store,
  wsId: string,
  idents: readonly string[],
  groups: readonly Group[],
): Promise<Known> {
  const { db } = store;
  const ids = await leadsByIdent(db, wsId, idents);
  let leads = await liveLeads(db, wsId, [...ids.values()]);
  if (await createMissing(db, wsId, ids, leads, store.now())) {
    leads = await liveLeads(db, wsId, [...ids.values()]);
  }
  for (const lead of [...leads.values()]) leads.set(lead.lead_id, lead);
  const contested = contestedIn(groups, { ids, leads });
  if (contested.length === 0) return { ids, leads, users: new Map(), apart: () => false };
  const users = await accountsOf(db, wsId, contested);
  return { ids, leads, users, apart: await whoIsApart(db, wsId, contested) };
}

/**
 * Most names of most batches have meant one lead for long, and nothing else needs to be known of it. Where names mean
 * several, or an account is new to a lead, it matters who else they are.
 */
function contestedIn(groups: readonly Group[], known: Pick<Known, 'ids' | 'leads'>): Lead[] {
  const contested = new Map<string, Lead>();
  for (const group of groups) {
    const meant = leadsMeant(group, known);
    const isNew = [...usersIn(group.idents)].some((account) => !known.ids.has(account));
    if (meant.size < 2 && !isNew) continue;
    for (const id of meant) {
      const lead = known.leads.get(id);
      if (lead) contested.set(id, lead);
    }
  }
  return [...contested.values()];
}

async function whoIsApart(db: Db, wsId: string, leads: readonly Lead[]): Promise<Known['apart']> {
  const cells = await cellsOf(db, wsId, leads);
  const apart = await apartFrom(db, wsId, [...cells.values()].flat());
  if (apart.size === 0) return () => false;
  return (one, other) => areApart(apart, cells.get(one) ?? [one], cells.get(other) ?? [other]);
}

/** The strongest name decides, so that a shared browser does not give one person's doings to another. */
function leadOf(who: Who, known: Known): Resolved {
  const cell = known.ids.get(who.idents[0] ?? '');
  if (cell === undefined) throw new Error('A name without a lead after claiming it.');
  return { cell, leadId: known.leads.get(cell)?.lead_id ?? cell };
}

async function carryOut(
  store: Store,
  wsId: string,
  plans: readonly Plan[],
  definition: LeadDefinition,
): Promise<void> {
  // A new person: the strongest name first, alone, so that of two requests one gets the person, not half of each.
  const fresh = plans.filter((plan) => plan.target === null);
  await claimIdents(
    store.db,
    wsId,
    fresh.map((plan) => ({ ident: plan.strongest, leadId: store.newId() })),
  );
  // What needs no word with the lead itself goes in one statement for all.
  const simple = plans.filter((plan) => !plan.takesAddress && plan.merges.length === 0);
  await claimIdents(store.db, wsId, simple.flatMap(claimsOf));
  for (const plan of plans) {
    if (!simple.includes(plan)) await join(store, wsId, plan, definition);
  }
}

async function join(
  store: Store,
  wsId: string,
  plan: Plan,
  definition: LeadDefinition,
): Promise<void> {
  const { target, cell, email, saidAt, source } = plan;
  if (target === null) return;
  // An address is taken before its name is claimed: of two people that reach one visitor, one becomes it.
  if (plan.takesAddress && email !== null) {
    const taken = { email, saidAt, cell };
    if (!(await takeAddress(store, wsId, target, taken, definition))) return;
    store.watch.changed(wsId, target);
  }
  await claimIdents(store.db, wsId, claimsOf(plan));
  for (const { lead, from, to, sameAccount } of plan.merges) {
    const because = { source, from, to };
    const how = { email, saidAt, because, memberId: null, sameAccount };
    if (!(await mergeLeads(store, { wsId, from: lead, to: target, ...how }, definition))) continue;
    store.watch.changed(wsId, lead);
    store.watch.changed(wsId, target);
  }
}

function claimsOf({ target, cell, claims }: Plan): { ident: string; leadId: string }[] {
  return target === null ? [] : claims.map((ident) => ({ ident, leadId: cell }));
}
