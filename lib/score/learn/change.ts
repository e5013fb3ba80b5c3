/** A definition with other points. */
import type { EngagementRule, LeadDefinition, Step } from '../../contract/definition.ts';
import { eventsToCap } from '../line-points.ts';

/** One weight's new points. */
export interface PointsChange {
  ruleId: string;
  /** `from` of the step; null for a rule without steps. */
  step: number | null;
  to: number;
}

/** @returns the definition with these points; caps move along, so that as many events count as before */
export function withPoints(
  definition: LeadDefinition,
  changes: readonly PointsChange[],
): LeadDefinition {
  const changeOf = (ruleId: string, step: number | null) =>
    changes.find((change) => change.ruleId === ruleId && change.step === step);
  return {
    ...definition,
    engagement: definition.engagement.map((rule) => {
      if (rule.steps) return withSteps(rule, rule.steps, changes);
      const change = changeOf(rule.id, null);
      return change ? withUnits(rule, change.to) : rule;
    }),
    fit: definition.fit.map((rule) => {
      const change = changeOf(rule.id, null);
      return change ? { ...rule, points: change.to } : rule;
    }),
  };
}

function withUnits(rule: EngagementRule, points: number): EngagementRule {
  const one = Math.abs(points);
  // A cap below the points of one event would say one thing and count another.
  const cap = Math.max(one, Math.round(eventsToCap(rule) * one));
  return { ...rule, points, cap: Math.min(300, cap) };
}

/** A step may not come to lie on the wrong side of its neighbours: those give way, unless the rule may turn. */
function withSteps(
  rule: EngagementRule,
  steps: readonly Step[],
  changes: readonly PointsChange[],
): EngagementRule {
  const wanted = steps.map((step) => ({
    ...step,
    points:
      changes.find((change) => change.ruleId === rule.id && change.step === step.from)?.to ??
      step.points,
  }));
  if (!changes.some((change) => change.ruleId === rule.id)) return rule;
  const held = rule.turns ? wanted : oneWay(wanted, steps);
  const cap = Math.max(rule.cap, ...held.map(({ points }) => Math.abs(points)));
  return { ...rule, steps: held, cap };
}

/** What was not asked to change gives way to what was, on both sides; below zero is beyond what one way allows. */
function oneWay(wanted: readonly Step[], before: readonly Step[]): Step[] {
  const sign = (wanted.at(-1)?.points ?? 0) >= 0 ? 1 : -1;
  let ceiling = Number.POSITIVE_INFINITY;
  const lowered = wanted.map(({ points }) => sign * points);
  for (let place = wanted.length - 1; place >= 0; place--) {
    const own = lowered[place] ?? 0;
    if (wanted[place]?.points !== before[place]?.points) ceiling = Math.min(ceiling, own);
    else lowered[place] = Math.min(ceiling, own);
  }
  let reached = 0;
  return wanted.map((step, place) => {
    reached = Math.max(reached, lowered[place] ?? 0);
    return { ...step, points: sign * reached || 0 };
  });
}
