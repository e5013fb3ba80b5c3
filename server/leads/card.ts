/** The card: everything the sidebar paints about one lead, in one answer. */
import type { Calibration } from '../../lib/contract/calibration.ts';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { countersOf } from '../../lib/score/counters.ts';
import { scoreLead } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { countCases } from '../learning/cases.ts';
import { isOnList } from '../mine/watching.ts';
import { answeredIn, sleepIn, wokenIn } from '../wake/show.ts';
import { repWords } from '../words/asked.ts';
import { calibrationFor } from './calibration.ts';
import { type Company, companyAround } from './company.ts';
import { countersIn } from './counting.ts';
import { type Taught, taughtDefinition } from './definition.ts';
import { contentOf, countsOf, sourcesOf } from './digest.ts';
import type { Lead } from './follow.ts';
import { historyOf } from './history.ts';
import { fitOf } from './person.ts';
import { eventsOf, leadEventOf } from './scored-events.ts';
import { withSilence } from './silence.ts';
import { sinceLooked } from './since.ts';
import { dueAfter } from './sla.ts';
import { storyOf } from './story.ts';
import { timelineEventOf } from './timeline-page.ts';
import { toldOf } from './told.ts';
import { warningsFor } from './warnings.ts';
import type { WholeLead } from './whole-lead.ts';

const MOMENTS_ON_CARD = 30;
const COLLEAGUES_ON_CARD = 10;

/** What whoever asks for a card knows besides. */
export interface Beside {
  /** By what this lead was found. */
  knownBy?: LeadCard['knownBy'];
  /** When the one who asks last looked at it. */
  lookedAt?: string | undefined;
}

/** @returns the card of a live lead, as of now */
export async function cardOf(
  store: Store,
  asker: Asker,
  whole: WholeLead,
  beside: Beside = {},
): Promise<LeadCard> {
  const { db } = store;
  const now = store.now();
  const words = repWords(asker.language);
  const { lead, events } = whole;
  const taught = await taughtDefinition(db, asker);
  const { definition } = taught;
  const [counters, { company, calibration, verdicts }, told, known, watching] = await Promise.all([
    countersNow(db, whole, definition),
    aroundOf(db, lead, taught, now),
    toldOf(db, lead, events, MOMENTS_ON_CARD),
    beside.knownBy ?? waysToKnow(db, whole),
    isWatched(db, asker, whole),
  ]);
  const rows = whole.feedback;
  const feedback = historyOf(whole, asker.member.memberId, words);
  const { digest, moments } = told;
  const sources = withSilence(sourcesOf(digest), whole.heard, now);
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
    colleagues: company?.count ?? 0,
    colleaguesTop: company?.top ?? [],
    content: contentOf(digest),
    since,
    // What an older store put to sleep may have been answered since; its own day takes it out of the verdict.
    sleep: lead.stage === 'recycled' ? sleepIn(rows) : null,
    woken: wokenIn(rows),
    watching,
    score: verdicts === null ? score : { ...score, verdicts },
    story: storyOf(digest, words),
    counts: countsOf(digest),
    moments: moments.map((row) => timelineEventOf(row, words)),
    sources,
    feedback,
    warnings: warningsFor(
      { optedOut, digest, feedback, sources, duplicates: company?.namesakes ?? [] },
      words,
    ),
    handoff: handoffOf(lead, answeredIn(rows), definition),
    definition: { version, name, preset, halfLifeDays, reasons, signedBy },
    asOf: new Date(now).toISOString(),
  };

  async function sinceThen(): Promise<LeadCard['since']> {
    if (beside.lookedAt === undefined) return null;
    // A browser's clock may run ahead of ours.
    const at = Math.min(now, Date.parse(beside.lookedAt));
    const { all } = countsOf(digest);
    return sinceLooked(db, lead, { at, all, counters, events }, definition);
  }
}

/** What a card tells of others. */
interface Around {
  company: Company | null;
  calibration: Calibration | null;
  /** How many verdicts wait to be made something of, which is not the same as none; null once something was. */
  verdicts: number | null;
}

async function aroundOf(db: Db, lead: Lead, taught: Taught, now: number): Promise<Around> {
  const { definition, taughtAt } = taught;
  const calibration = await calibrationFor(db, lead.ws_id, definition.version, taughtAt);
  const withCases = calibration === null;
  const asked = { most: COLLEAGUES_ON_CARD, definition, now, withCases };
  const company = await companyAround(db, lead, asked);
  const verdicts = withCases ? (company?.cases ?? (await countCases(db, lead.ws_id))) : null;
  return { company, calibration, verdicts };
}

async function waysToKnow(
  db: Db,
  { lead, cells }: Pick<WholeLead, 'lead' | 'cells'>,
): Promise<LeadCard['knownBy']> {
  const record = await db
    .selectFrom('identity')
    .where('lead_id', 'in', cells)
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
  { lead, counter, events }: WholeLead,
  definition: LeadDefinition,
): Promise<Counters> {
  const found = counter && countersIn(counter, definition);
  if (found) return found;
  if (events) return countersOf(events.map(leadEventOf), definition);
  const all = await eventsOf(db, lead.ws_id, [lead.lead_id]);
  return countersOf(all.get(lead.lead_id) ?? [], definition);
}

/** Their own list may have it under the id of a part that was joined to it. */
async function isWatched(db: Db, asker: Asker, whole: WholeLead): Promise<boolean> {
  const { isWatched: isOwn, cells } = whole;
  return isOwn || (cells.length > 1 && (await isOnList(db, asker, cells)));
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
