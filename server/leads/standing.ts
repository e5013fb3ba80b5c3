/** What follows from a lead's counters: its points, how long they hold, and whether it is sales' turn. */
import { createHash } from 'node:crypto';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { dayOf } from '../../lib/score/counters.ts';
import { fitRulesMet } from '../../lib/score/fit.ts';
import { changesOn, handsOver, pointsOn } from '../../lib/score/score.ts';
import type { HandedBy } from '../db/schema-score.ts';
import type { FirstTouch } from './first-touch.ts';
import type { Lead } from './follow.ts';
import { fitOf } from './person.ts';

/** The columns that follow from the others. */
export type Standing = FirstTouch &
  Pick<Lead, 'points' | 'scored_version' | 'stale_on' | 'stage' | 'handoff_at' | 'handed_by'>;

/** What reaches us later than this is history: an import, or years of another tool's data. */
const NEWS_FOR_MS = 3_600_000;

/** What a standing is made of. */
export interface Known {
  lead: Lead;
  counters: Counters;
  first: FirstTouch;
  /** When the newest of what changed it was said. */
  saidAt: number;
  /** A person did something just now, as opposed to a day that passed or a definition that changed. */
  acted: boolean;
}

/** @returns the lead's standing at `now` */
export function standingOf(known: Known, definition: LeadDefinition, now: number): Standing {
  const { counters, first, saidAt } = known;
  // Where they came from may be news, too.
  const lead = { ...known.lead, ...first };
  const today = dayOf(now);
  const points = pointsOn(counters, fitOf(lead), definition, today);
  const until = changesOn(counters, definition, today);
  const by =
    lead.stage === 'inquiry' ? handedBy({ ...known, lead }, points, definition, now) : null;
  return {
    ...first,
    points,
    scored_version: definition.version,
    stale_on: until === null ? null : dayOf(Date.parse(until)),
    stage: by ? 'mql' : lead.stage,
    handoff_at: by ? handoffTime(saidAt, now) : lead.handoff_at,
    handed_by: by ?? lead.handed_by,
  };
}

/** @returns why this lead is handed to sales now; null when it is not */
function handedBy(
  known: Known,
  points: number,
  definition: LeadDefinition,
  now: number,
): HandedBy | null {
  if (!isSomebody(known.lead)) return null;
  if (points >= definition.mqlAt) return 'line';
  if (handsOver(known.counters, definition, dayOf(now)) !== null) return 'asked';
  return isAudited(known, definition, now) ? 'audit' : null;
}

/**
 * Some leads below the line go to sales all the same, or nobody would ever learn what the line misses. By the id and the
 * version, so that repeating anything chooses the same ones; and only when the person did something just now, so that neither
 * an import nor a new definition hands over a twentieth of everybody at once.
 */
function isAudited(
  { lead, counters, saidAt, acted }: Known,
  definition: LeadDefinition,
  now: number,
) {
  const { auditShare, enough, version } = definition;
  if (auditShare === 0 || !acted || now - saidAt > NEWS_FOR_MS) return false;
  const hasScore =
    counters.people >= enough.events ||
    fitRulesMet(fitOf(lead), definition).length >= enough.fitRules;
  if (!hasScore) return false;
  const hash = createHash('sha256').update(`${lead.lead_id}:${version}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < auditShare;
}

/**
 * Sales' promise begins when the store can tell them. History is handed over when it happened, or every lead of an
 * import would be due tomorrow.
 */
function handoffTime(saidAt: number, now: number): Date {
  return new Date(now - saidAt > NEWS_FOR_MS ? saidAt : now);
}

/** Nobody can call a visitor without a name, so one is never handed to sales; who they are may come later. */
function isSomebody(lead: Lead): boolean {
  return lead.email !== null || lead.name !== null;
}
