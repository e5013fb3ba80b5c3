/**
 * Which lead each message is about. Looks all names of a batch up at once, claims those nobody has, joins leads
 * that turn out to be one person, and looks again until nothing is left to do.
 */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Store } from '../http/context.ts';
import { liveLeads } from '../leads/follow.ts';
import { mergeLeads } from '../leads/merge.ts';
import { accountsOf, claimIdents, createMissing, leadsByIdent, takeAddress } from './claim.ts';
import { groupPeople } from './group-people.ts';
import { isDone, type Known, type Plan, planFor } from './plan.ts';
import type { Who } from './who.ts';

/** Each round settles what another request got in the way of; more than a few in a row does not happen. */
const MOST_ROUNDS = 12;

/** @returns the lead id of each of these people, in their order */
export async function resolveLeads(
  store: Store,
  wsId: string,
  people: readonly Who[],
  definition: LeadDefinition,
): Promise<string[]> {
  const groups = groupPeople(people);
  const idents = [...new Set(people.flatMap((who) => who.idents))];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = await lookUp(store, wsId, idents);
    const plans = groups.map((group) => planFor(group, known));
    if (plans.every(isDone)) return people.map((who) => leadOf(who, known));
    await carryOut(store, wsId, plans, definition);
  }
  throw new Error('The names of this batch could not be settled.');
}

async function lookUp(store: Store, wsId: string, idents: readonly string[]): Promise<Known> {
  const { db } = store;
  const ids = await leadsByIdent(db, wsId, idents);
  let leads = await liveLeads(db, wsId, [...ids.values()]);
  if (await createMissing(db, wsId, ids, leads, store.now())) {
    leads = await liveLeads(db, wsId, [...ids.values()]);
  }
  const live = [...leads.values()].map((lead) => lead.lead_id);
  return { ids, leads, users: await accountsOf(db, wsId, live) };
}

/** The strongest name decides, so that a shared browser does not give one person's doings to another. */
function leadOf(who: Who, known: Known): string {
  const id = known.ids.get(who.idents[0] ?? '');
  if (id === undefined) throw new Error('A name without a lead after claiming it.');
  return known.leads.get(id)?.lead_id ?? id;
}

async function carryOut(
  store: Store,
  wsId: string,
  plans: readonly Plan[],
  definition: LeadDefinition,
): Promise<void> {
  const now = store.now();
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
    if (!simple.includes(plan)) await join(store, wsId, plan, definition, now);
  }
}

async function join(
  store: Store,
  wsId: string,
  plan: Plan,
  definition: LeadDefinition,
  now: number,
): Promise<void> {
  const { target, email, saidAt } = plan;
  if (target === null) return;
  // An address is taken before its name is claimed: of two people that reach one visitor, one becomes it.
  if (plan.takesAddress && email !== null) {
    if (!(await takeAddress(store, wsId, target, { email, saidAt }, definition))) return;
    store.watch.changed(wsId, target);
  }
  await claimIdents(store.db, wsId, claimsOf(plan));
  for (const from of plan.merges) {
    const merge = { wsId, from, to: target, email, saidAt };
    if (!(await mergeLeads(store.db, merge, definition, now))) continue;
    store.watch.changed(wsId, from);
    store.watch.changed(wsId, target);
  }
}

function claimsOf({ target, claims }: Plan): { ident: string; leadId: string }[] {
  return target === null ? [] : claims.map((ident) => ({ ident, leadId: target }));
}
