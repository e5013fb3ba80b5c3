/** Leads and replies as they are shown, with what is looked up only for those that are. */
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { MyLead, Reply } from '../../lib/contract/mine.ts';
import type { Woken } from '../../lib/contract/wake.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { timelineEventOf } from '../leads/timeline-page.ts';
import { wokenOf } from '../wake/show.ts';
import { repWords } from '../words/asked.ts';
import { lastMoments } from './last-moments.ts';
import type { Known } from './ranked.ts';
import { recordsOf } from './records.ts';

interface Shower {
  lead: (one: Known) => MyLead;
  /** Null when the lead is gone. */
  reply: (feedback: FeedbackEntry) => Reply | null;
}

/**
 * @param known by the ids that were asked for
 * @param all that will be shown
 */
export async function shower(
  { db }: Pick<Store, 'db'>,
  { wsId, language }: Asker,
  known: ReadonlyMap<string, Known>,
  all: readonly Known[],
): Promise<Shower> {
  const leads = [...new Set(all)].map(({ lead }) => lead);
  const ids = leads.map(({ lead_id }) => lead_id);
  const [moments, records, woken] = await Promise.all([
    lastMoments(db, wsId, ids),
    recordsOf(db, wsId, leads),
    wokenAmong(db, wsId, ids),
  ]);
  const words = repWords(language);
  const momentOf = (leadId: string): MyLead['lastMoment'] => {
    const row = moments.get(leadId);
    if (!row) return null;
    const { title, at } = timelineEventOf(row, words);
    return { title, at };
  };
  return {
    lead: ({ lead, brief }) => {
      const { found: _, dueAt, fitPoints: __, engagementPoints: ___, ...score } = brief;
      const { lead_id: leadId, handoff_at: at, owner } = lead;
      return {
        ...score,
        name: lead.name ?? lead.email,
        title: lead.title,
        company: lead.company,
        lastMoment: momentOf(leadId),
        owner: owner?.trim() ? owner : null,
        handoff: at && dueAt !== null ? { at: at.toISOString(), dueAt } : null,
        records: records.get(leadId) ?? [],
        woken: woken.get(leadId) ?? null,
      };
    },
    reply: (feedback) => {
      const lead = known.get(feedback.leadId)?.lead;
      if (!lead) return null;
      const { lead_id: leadId, name, email, company } = lead;
      const own = records.get(leadId) ?? [];
      return { leadId, name: name ?? email, company, records: own, feedback };
    },
  };
}

async function wokenAmong(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, Woken>> {
  if (leadIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('feedback')
    .where('lead_id', 'in', [...leadIds])
    .where('ws_id', '=', wsId)
    .where('rest', '=', 'woken')
    .select(['lead_id', 'woken', 'woken_at'])
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const woken = wokenOf(row);
      return woken ? [[row.lead_id, woken] as const] : [];
    }),
  );
}
