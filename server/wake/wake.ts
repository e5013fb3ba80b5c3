/** A lead that wakes: sales' business again, with a promise of its own; and on the verdict, why and what had happened. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Woken } from '../../lib/contract/wake.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { definitionOf } from '../leads/definition.ts';
import type { Lead } from '../leads/follow.ts';
import { isMoment } from '../leads/moments.ts';
import { type Rest, restsOf } from './rest.ts';
import { type Because, handedByOf, type Stirred, signalIn } from './signals.ts';

/** Decided, and to be written down with the lead. */
export interface Waking {
  leadId: string;
  rest: Rest;
  because: Because;
}

/** @returns the lead as it is once it woke at `now` */
export function awake(lead: Lead, because: Because, now: number): Lead {
  return { ...lead, stage: 'mql', handoff_at: new Date(now), handed_by: handedByOf(because) };
}

/**
 * One question, and only if some of these leads sleep at all. The caller writes what is returned before anybody else writes
 * these leads, or not at all.
 *
 * @returns by lead, the ones that wake by what happened
 */
export async function wokenBySignals(
  db: Db,
  wsId: string,
  all: readonly Stirred[],
  definition: LeadDefinition,
): Promise<Map<string, Waking>> {
  const asleep = all.filter(({ after }) => after.stage === 'recycled');
  const rests = await restsOf(
    db,
    wsId,
    asleep.map(({ after }) => after.lead_id),
  );
  const woken = new Map<string, Waking>();
  for (const stirred of asleep) {
    const leadId = stirred.after.lead_id;
    const rest = rests.get(leadId);
    if (!rest) continue;
    const lineThen = await lineAt(db, wsId, rest, definition);
    const because = signalIn(rest, { ...stirred, lineThen }, definition);
    if (because) woken.set(leadId, { leadId, rest, because });
  }
  return woken;
}

/** A new definition may have moved the line to where the lead has been all along. Definitions are kept in memory. */
async function lineAt(
  db: Db,
  wsId: string,
  { versionThen, signals }: Rest,
  definition: LeadDefinition,
): Promise<number> {
  const isAsked = signals.some(({ is }) => is === 'line');
  if (!isAsked || versionThen === null || versionThen === definition.version) {
    return definition.mqlAt;
  }
  return (await definitionOf(db, wsId, versionThen))?.mqlAt ?? definition.mqlAt;
}

/** After the events are in their table, in the transaction that writes the lead. */
export async function noteWoken(
  tx: Db,
  wsId: string,
  all: Iterable<Waking>,
  now: number,
): Promise<void> {
  for (const waking of all) await noteOne(tx, wsId, waking, now);
}

async function noteOne(
  tx: Db,
  wsId: string,
  { leadId, rest, because }: Waking,
  now: number,
): Promise<void> {
  const { pointsThen, since, feedbackId } = rest;
  const woken: Omit<Woken, 'at'> = {
    because,
    ...(await happenedSince(tx, wsId, leadId, since)),
    pointsThen,
  };
  await tx
    .updateTable('feedback')
    .set({ rest: 'woken', woken_at: new Date(now), woken: toJson(woken) })
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('feedback_id', '=', feedbackId)
    .execute();
}

async function happenedSince(
  tx: Db,
  wsId: string,
  leadId: string,
  since: Date,
): Promise<Pick<Woken, 'events' | 'moments'>> {
  const kinds = await tx
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('at', '>', since)
    .where('machine', '=', false)
    .groupBy('kind')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .execute();
  const sum = (some: typeof kinds) => some.reduce((total, { count }) => total + Number(count), 0);
  return {
    events: sum(kinds),
    moments: sum(kinds.filter(({ kind }) => isMoment({ kind, machine: false }))),
  };
}
