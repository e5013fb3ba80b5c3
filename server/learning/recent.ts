/** What another definition would do with the leads of the last weeks, whether sales has judged them or not. */
import { sql } from 'kysely';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Preview } from '../../lib/contract/learning.ts';
import { countersOf, dayOf, recount } from '../../lib/score/counters.ts';
import { pointsOn } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { countedLeads, matchingHash } from '../leads/counting.ts';
import type { Lead } from '../leads/follow.ts';
import { fitOf } from '../leads/person.ts';
import { eventsOf } from '../leads/scored-events.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Somebody moves a number and waits: so many leads are read in less than a second. */
const MOST_COUNTED = 4000;
/** Of leads that have to be counted from their events. */
const MOST_READ = 2000;
const MOST_FLIPS = 50;

type Recent = NonNullable<Preview['leads']>;

/** One lead's counters under one definition and the other. */
interface Both {
  lead: Lead;
  before: Counters;
  after: Counters;
}

/**
 * Today's points under both, from counters where the two tell events apart alike, else from the events themselves. Visitors
 * nobody has a name of are left out, since they are never handed over.
 *
 * @returns null when no lead came
 */
export async function recentLeads(
  { db, now }: Pick<Store, 'db' | 'now'>,
  wsId: string,
  before: LeadDefinition,
  after: LeadDefinition,
): Promise<Recent | null> {
  const since = new Date(now() - DAYS * DAY_MS);
  const isAlike = matchingHash(before) === matchingHash(after);
  const taken = await cameSince(db, wsId, since, isAlike ? MOST_COUNTED : MOST_READ);
  if (taken.ids.length === 0) return null;
  const read = await countedLeads(db, wsId, taken.ids, before);
  const { leads, isThinned } = await inBoth(db, wsId, [...read.values()], isAlike, before, after);
  if (leads.length === 0) return null;
  const sampled = isThinned || taken.total > taken.ids.length;
  return { days: DAYS, sampled, ...compared(leads, before, after, dayOf(now())) };
}

/** Every how many-th by its id, which says nothing of the lead. */
async function cameSince(
  db: Db,
  wsId: string,
  since: Date,
  most: number,
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ lead_id: string; total: number }>`
    select lead_id, total from (
      select lead_id, row_number() over (order by lead_id) as place,
        (count(*) over ())::int as total
      from lead where ws_id = ${wsId} and merged_into is null
        and coalesce(first_at, created_at) >= ${since}
        and (email is not null or name is not null)
    ) x where (place - 1) % greatest(1, ceil(total / ${most}::float8)::int) = 0`.execute(db);
  return { ids: rows.map(({ lead_id }) => lead_id), total: rows[0]?.total ?? 0 };
}

async function inBoth(
  db: Db,
  wsId: string,
  read: readonly { lead: Lead; counters: Counters | null }[],
  isAlike: boolean,
  before: LeadDefinition,
  after: LeadDefinition,
): Promise<{ leads: Both[]; isThinned: boolean }> {
  const kept = isAlike
    ? read.flatMap(({ lead, counters }) =>
        counters ? { lead, before: counters, after: recount(counters, after) } : [],
      )
    : [];
  const uncounted = isAlike ? read.filter(({ counters }) => !counters) : read;
  if (uncounted.length === 0) return { leads: kept, isThinned: false };
  // All at once are uncounted while scores follow a new version; then some of all of them stand for the others.
  const isThinned = uncounted.length > MOST_READ;
  const step = Math.ceil(read.length / MOST_READ);
  const from = isThinned ? read.filter((_, place) => place % step === 0) : uncounted;
  const events = await eventsOf(
    db,
    wsId,
    from.map(({ lead }) => lead.lead_id),
  );
  const anew = from.map(({ lead }) => {
    const own = events.get(lead.lead_id) ?? [];
    return { lead, before: countersOf(own, before), after: countersOf(own, after) };
  });
  return { leads: isThinned ? anew : [...kept, ...anew], isThinned };
}

function compared(
  leads: readonly Both[],
  before: LeadDefinition,
  after: LeadDefinition,
  today: number,
): Pick<Recent, 'of' | 'before' | 'after' | 'flips'> {
  const counts = { of: leads.length, before: 0, after: 0 };
  const flips: Recent['flips'] = [];
  for (const { lead, ...counters } of leads) {
    const fit = fitOf(lead);
    const was = pointsOn(counters.before, fit, before, today);
    const is = pointsOn(counters.after, fit, after, today);
    const [wasIn, isIn] = [was >= before.mqlAt, is >= after.mqlAt];
    if (wasIn) counts.before++;
    if (isIn) counts.after++;
    if (wasIn === isIn) continue;
    flips.push({ leadId: lead.lead_id, name: lead.name ?? lead.email, before: was, after: is });
  }
  flips.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return { ...counts, flips: flips.slice(0, MOST_FLIPS) };
}
