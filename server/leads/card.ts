/** The card: everything the sidebar paints about one lead, in one answer. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { countersOf } from '../../lib/score/counters.ts';
import { scoreLead } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { countCases } from '../learning/cases.ts';
import { idsOf, isWatched } from '../mine/watching.ts';
import { answeredIn, sleepIn, wokenIn } from '../wake/show.ts';
import { repWords } from '../words/asked.ts';
import { calibrationFor } from './calibration.ts';
import { companyAround } from './company.ts';
import { countersOfLeads } from './counting.ts';
import { type Taught, taughtDefinition } from './definition.ts';
import { contentOf, countsOf, sourcesOf } from './digest.ts';
import type { Lead } from './follow.ts';
import { historyOf } from './history.ts';
import { fitOf } from './person.ts';
import { eventsOf } from './scored-events.ts';
import { heardOf, withSilence } from './silence.ts';
import { sinceLooked } from './since.ts';
import { dueAfter } from './sla.ts';
import { storyOf } from './story.ts';
import { timelineEventOf } from './timeline-page.ts';
import { toldOf } from './told.ts';
import { warningsFor } from './warnings.ts';

const MOMENTS_ON_CARD = 30;
const COLLEAGUES_ON_CARD = 10;

/** What whoever asks for a card has found out already. */
export interface Beforehand {
  /** By what this lead was found. */
  knownBy?: LeadCard['knownBy'];
  taught?: Taught;
  /** The lead's, under that definition; null when it has to be counted from its events. */
  counters?: Counters | null;
  /** When the one who asks last looked at it. */
  lookedAt?: string | undefined;
}

/** @returns the card of a live lead, as of now */
export async function cardOf(
  store: Store,
  asker: Asker,
  lead: Lead,
  beforehand: Beforehand = {},
): Promise<LeadCard> {
  const { db } = store;
  const { wsId } = asker;
  const now = store.now();
  const words = repWords(asker.language);
  const { definition, taughtAt } = beforehand.taught ?? (await taughtDefinition(db, wsId));
  const [counters, calibration, told, said, company, heard, known, watching] = await Promise.all([
    countersNow(db, lead, definition, beforehand.counters),
    calibrationFor(db, wsId, definition.version, taughtAt),
    toldOf(db, lead, MOMENTS_ON_CARD),
    historyOf(db, wsId, lead.lead_id, asker.member.memberId, words),
    companyAround(db, lead, COLLEAGUES_ON_CARD, definition, now),
    heardOf(db, wsId),
    beforehand.knownBy ?? waysToKnow(db, lead),
    isWatched(db, asker, lead),
  ]);
  const { entries: feedback, rows } = said;
  const { digest, moments } = told;
  const sources = withSilence(sourcesOf(digest), heard, now);
  const since = await sinceThen();
  const optedOut = lead.opted_out;
  const score = scoreLead(counters, fitOf(lead), definition, { now, calibration });
  const { version, name, preset, halfLifeDays, reasons, signedBy } = definition;
  return {
    leadId: lead.lead_id,
    rev: lead.rev,
    who: {
      name: lead.name,
      title: lead.title,
      company: lead.company,
      email: lead.email,
      owner: lead.owner,
    },
    knownBy: known,
    stage: lead.stage,
    optedOut,
    salesSourced: lead.sales_sourced,
    colleagues: company.count,
    colleaguesTop: company.top,
    content: contentOf(digest),
    since,
    // What an older store put to sleep may have been answered since; its own day takes it out of the verdict.
    sleep: lead.stage === 'recycled' ? sleepIn(rows) : null,
    woken: wokenIn(rows),
    watching,
    // Verdicts that nothing was made of yet are being worked on, which is not the same as none.
    score: calibration ? score : { ...score, verdicts: await countCases(db, wsId) },
    story: storyOf(digest, words),
    counts: countsOf(digest),
    moments: moments.map((row) => timelineEventOf(row, words)),
    sources,
    feedback,
    warnings: warningsFor(
      { optedOut, digest, feedback, sources, duplicates: company.namesakes },
      words,
    ),
    handoff: handoffOf(lead, answeredIn(rows), definition),
    definition: { version, name, preset, halfLifeDays, reasons, signedBy },
    asOf: new Date(now).toISOString(),
  };

  async function sinceThen(): Promise<LeadCard['since']> {
    if (beforehand.lookedAt === undefined) return null;
    // A browser's clock may run ahead of ours.
    const at = Math.min(now, Date.parse(beforehand.lookedAt));
    const { all } = countsOf(digest);
    return sinceLooked(db, lead, { at, all, counters }, definition);
  }
}

async function waysToKnow(db: Db, lead: Lead): Promise<LeadCard['knownBy']> {
  const record = await db
    .selectFrom('identity')
    .where('lead_id', 'in', await idsOf(db, lead))
    .where('ws_id', '=', lead.ws_id)
    .where('ident', 'like', 'record:%')
    .select('ident')
    .limit(1)
    .executeTakeFirst();
  return [...(record ? ['record' as const] : []), ...(lead.email ? ['email' as const] : [])];
}

/** Those not counted under this definition yet are counted here: rescoring is on its way, and the card does not wait for it. */
async function countersNow(
  db: Db,
  lead: Lead,
  definition: LeadDefinition,
  known: Counters | null | undefined,
): Promise<Counters> {
  const found =
    known === undefined
      ? (await countersOfLeads(db, lead.ws_id, [lead.lead_id], definition)).get(lead.lead_id)
      : known;
  if (found) return found;
  const events = await eventsOf(db, lead.ws_id, [lead.lead_id]);
  return countersOf(events.get(lead.lead_id) ?? [], definition);
}

function handoffOf(
  lead: Lead,
  answeredAt: string | null,
  definition: LeadDefinition,
): LeadCard['handoff'] {
  if (!lead.handoff_at) return null;
  return {
    at: lead.handoff_at.toISOString(),
    dueAt: dueAfter(lead.handoff_at, definition),
    answeredAt,
    by: lead.handed_by,
  };
}
