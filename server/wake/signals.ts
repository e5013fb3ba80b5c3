/** Whether what happened is what a sleeping lead was to be woken by. Pure. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { WakeSignal, Woken } from '../../lib/contract/wake.ts';
import { type EventKind, isOutcome } from '../../lib/contract/words.ts';
import { fitRulesMet } from '../../lib/score/fit.ts';
import { ruleFor } from '../../lib/score/match.ts';
import type { HandedBy } from '../db/schema-score.ts';
import type { Lead } from '../leads/follow.ts';
import { isMoment } from '../leads/moments.ts';
import { fitOf } from '../leads/person.ts';
import type { LeadEvent } from '../leads/scored-events.ts';
import type { Rest } from './rest.ts';

/** A lead before and after what happened. */
export interface Stirred {
  /** Where the line was when it was put to sleep. */
  lineThen?: number;
  before: Lead;
  /** With its new points. */
  after: Lead;
  fresh: readonly LeadEvent[];
}

export type Because = Woken['because'];

/** What happened to somebody who turns away is worth telling, and no reason to call them. */
const AWAY: ReadonlySet<EventKind> = new Set(['email_bounced', 'unsubscribed', 'spam_reported']);
const ASKING: ReadonlySet<EventKind> = new Set(['demo_requested', 'meeting_booked']);
/** Of several that came true at once, the one that says most. */
const ORDER: WakeSignal['is'][] = ['asks', 'rule', 'line', 'moment'];

/** @returns which signal it was; null when the lead sleeps on */
export function signalIn(rest: Rest, stirred: Stirred, definition: LeadDefinition): Because | null {
  const { since } = rest;
  const signals = rest.signals.map((signal) => meetable(signal, definition));
  // What happened before they were put to sleep was known then, however late the store heard of it.
  const news = stirred.fresh.filter(
    (event) => event.at > since.getTime() && !event.machine && !isOutcome(event.kind),
  );
  const met = ORDER.flatMap((is) => signals.filter((signal) => signal.is === is)).find((signal) =>
    isMet(signal, rest, { ...stirred, fresh: news }, definition),
  );
  if (!met) return null;
  return { is: met.is, label: met.is === 'rule' ? labelOf(met.ruleId, definition) : null };
}

/** A rule that a newer definition dropped is met by nothing any more, and nobody sleeps for ever: then anything worth telling will do. */
function meetable(signal: WakeSignal, definition: LeadDefinition): WakeSignal {
  const isGone = signal.is === 'rule' && labelOf(signal.ruleId, definition) === null;
  return isGone ? { is: 'moment' } : signal;
}

function isMet(
  signal: WakeSignal,
  { pointsThen }: Rest,
  { before, after, fresh, lineThen }: Stirred,
  definition: LeadDefinition,
): boolean {
  switch (signal.is) {
    case 'moment':
      return fresh.some((event) => isMoment(event) && !AWAY.has(event.kind));
    case 'asks':
      return fresh.some(
        (event) => ASKING.has(event.kind) || ruleFor(event, definition)?.handsOver === true,
      );
    case 'line': {
      const { mqlAt } = definition;
      const line = lineThen ?? mqlAt;
      // Whoever was over it when they were put to sleep has to fall below it first.
      const wasBelow = before.points < mqlAt || (pointsThen !== null && pointsThen < line);
      return after.points >= mqlAt && wasBelow;
    }
    case 'rule':
      return (
        fresh.some((event) => ruleFor(event, definition)?.id === signal.ruleId) ||
        (meets(after, signal.ruleId, definition) && !meets(before, signal.ruleId, definition))
      );
  }
}

function meets(lead: Lead, ruleId: string, definition: LeadDefinition): boolean {
  return fitRulesMet(fitOf(lead), definition).some(({ id }) => id === ruleId);
}

function labelOf(ruleId: string, definition: LeadDefinition): string | null {
  const { engagement, fit } = definition;
  return [...engagement, ...fit].find(({ id }) => id === ruleId)?.label ?? null;
}

/** @returns why sales gets them again, as far as that is one of the ways in which sales got them first */
export function handedByOf(because: Pick<Because, 'is'>): HandedBy | null {
  if (because.is === 'asks') return 'asked';
  return because.is === 'line' ? 'line' : null;
}
