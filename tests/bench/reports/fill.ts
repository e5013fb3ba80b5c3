/** A store as a team leaves it after a year: leads and events as ingest writes them, verdicts as reps give them. */
import { type LeadCard, leadCard } from '../../../lib/contract/lead.ts';
import { realTools, verdictItem } from '../../../lib/feedback/items.ts';
import { type Bench, settle } from '../store/engine.ts';
import { loadStore } from '../store/load.ts';
import { personOf } from '../store/people.ts';
import { judgeLeads } from './judge.ts';

export const EVENTS_PER_LEAD = 20;
const CONNECTIONS = 4;

export async function fill(bench: Bench, leads: number): Promise<void> {
  const events = leads * EVENTS_PER_LEAD;
  await bench.direct(async (db) => {
    await loadStore(db, bench.wsId, { leads, events, connections: CONNECTIONS });
    await settle(db);
  });
  const card = await cardOf(bench);
  const said = { verdict: 'rejected', reason: null, note: 'A student.', until: null } as const;
  const like = verdictItem(card, said, realTools);
  await bench.direct((db) => judgeLeads(db, bench.wsId, { leads, like }));
}

/** Somebody's with a long history: what a rep sees, and what goes with a verdict. */
async function cardOf(bench: Bench): Promise<LeadCard> {
  const { member } = await bench.running();
  return leadCard.parse(JSON.parse(await member.get(`/api/leads/${personOf(2).leadId}`)));
}
