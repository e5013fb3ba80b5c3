/** Leads, events and definitions by hand, for tests of the score. */
import type { FitAttributes } from '../../../../lib/contract/counters.ts';
import type {
  EngagementRule,
  FitRule,
  LeadDefinition,
} from '../../../../lib/contract/definition.ts';
import type { Contribution, ScoreView } from '../../../../lib/contract/score.ts';
import { countersOf } from '../../../../lib/score/counters.ts';
import type { ScoredEvent } from '../../../../lib/score/match.ts';
import { gitlabPreset } from '../../../../lib/score/presets/gitlab.ts';
import { scoreLead } from '../../../../lib/score/score.ts';

export const DAY = 86_400_000;
/** A noon, so that half a day to each side is still today. */
export const NOW = Date.UTC(2026, 10, 22, 12);
export const TODAY = Math.floor(NOW / DAY);

export const nobody: FitAttributes = {
  email: null,
  title: null,
  company: null,
  industry: null,
  country: null,
  employees: null,
  source: null,
  campaign: null,
};

export function event(more: Partial<ScoredEvent> = {}): ScoredEvent {
  return {
    kind: 'page_viewed',
    name: 'Page',
    title: null,
    path: null,
    campaign: null,
    at: NOW,
    machine: false,
    ...more,
  };
}

export function daysAgo(days: number): number {
  return NOW - days * DAY;
}

/** The shipped preset with other parts. */
export function definitionWith(more: Partial<LeadDefinition>): LeadDefinition {
  return { ...gitlabPreset, ...more };
}

/** A definition with nothing in it but these rules. */
export function onlyRules(engagement: EngagementRule[], fit: FitRule[] = []): LeadDefinition {
  return definitionWith({ engagement, fit, fitCap: 1000, totalCap: 10_000 });
}

export function scoreOf(
  events: readonly ScoredEvent[],
  fit: FitAttributes = nobody,
  definition: LeadDefinition = gitlabPreset,
  now = NOW,
): ScoreView {
  return scoreLead(countersOf(events, definition), fit, definition, { now, calibration: null });
}

export function lineOf(score: ScoreView, ruleId: string): Contribution | undefined {
  return score.contributions.find((line) => line.ruleId === ruleId);
}
