/** Verdicts by hand and by simulation: sales that decide by points nobody has told the definition. */
import type { FitAttributes } from '../../../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../../../lib/contract/definition.ts';
import { countersOf, dayOf } from '../../../../lib/score/counters.ts';
import { chanceOf } from '../../../../lib/score/learn/logit.ts';
import { logitOfPoints } from '../../../../lib/score/learn/points.ts';
import { type Random, seeded } from '../../../../lib/score/learn/random.ts';
import type { VerdictCase } from '../../../../lib/score/learn/verdict-case.ts';
import type { ScoredEvent } from '../../../../lib/score/match.ts';
import { matchingOf } from '../../../../lib/score/match.ts';
import { gitlabPreset } from '../../../../lib/score/presets/gitlab.ts';
import { pointsOn } from '../../../../lib/score/score.ts';
import { DAY, daysAgo, event, NOW, nobody } from './leads.ts';

/** The kinds of events a lead of the simulation may have, how likely each is, and a path. */
const HABITS = [
  ['webinar_attended', 0.35, null],
  ['content_downloaded', 0.3, null],
  ['page_viewed', 0.35, '/pricing'],
  ['page_viewed', 0.15, '/careers/ops'],
  ['demo_requested', 0.1, null],
  ['email_clicked', 0.4, null],
  ['event_attended', 0.08, null],
] as const;

const TITLES = ['Director', 'Manager', 'Operations planner', 'Data analyst', 'Student', null];

export interface Simulated {
  n: number;
  seed: number;
  /** The definition in force, whose counters and points are frozen with each verdict. */
  agreed: LeadDefinition;
  /** What sales really goes by: points under this, as a chance. */
  truth: LeadDefinition;
  /** Changes each lead before it is judged. */
  also?: (lead: Drawn, place: number, random: Random) => Partial<VerdictCase> | undefined;
}

interface Drawn {
  events: ScoredEvent[];
  fit: FitAttributes;
  at: number;
}

/** A lead without points is accepted one time in six. */
const BASE = -1.6;

/** @returns verdicts of the last 170 days on leads whose chance is what their points under `truth` say */
export function simulated({ n, seed, agreed, truth, also }: Simulated): VerdictCase[] {
  const random = seeded(seed);
  return Array.from({ length: n }, (_, place) => {
    const lead = drawn(random);
    const more = also?.(lead, place, random);
    const { events, fit, at } = lead;
    const real = pointsOn(countersOf(events, truth), fit, truth, dayOf(at));
    const accepted = random() < chanceOf(BASE + logitOfPoints(real));
    return {
      ...verdict({ leadId: `lead-${place}`, at, verdict: accepted ? 'accepted' : 'rejected' }),
      lead: frozen(events, fit, at, agreed),
      ...more,
    };
  });
}

function drawn(random: Random): Drawn {
  const at = daysAgo(random() * 170);
  const events = HABITS.flatMap(([kind, likely, path]) => {
    const times = random() < likely ? 1 + Math.floor(random() * 3) : 0;
    return Array.from({ length: times }, () => event({ kind, path, at: at - random() * 90 * DAY }));
  });
  const title = TITLES[Math.floor(random() * TITLES.length)] ?? null;
  const email = random() < 0.6 ? 'a@shanahan.example' : 'a@gmail.com';
  return { events, fit: { ...nobody, title, email }, at };
}

/** A lead as it was at that moment. */
export function frozen(
  events: readonly ScoredEvent[],
  fit: FitAttributes,
  at: number,
  definition: LeadDefinition,
): VerdictCase['lead'] {
  const counters = countersOf(events, definition);
  return {
    day: dayOf(at),
    fit,
    counters,
    matching: matchingOf(definition),
    salesSourced: false,
    points: pointsOn(counters, fit, definition, dayOf(at)),
    definitionVersion: definition.version,
  };
}

/** One verdict of now on a lead of whom nothing is known. */
export function verdict(more: Partial<VerdictCase> = {}): VerdictCase {
  return {
    leadId: 'lead',
    at: NOW,
    memberId: 'rep',
    verdict: 'accepted',
    reason: null,
    lead: frozen([], nobody, more.at ?? NOW, gitlabPreset),
    ...more,
  };
}
