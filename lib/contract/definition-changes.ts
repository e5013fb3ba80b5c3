/** What changed from one lead definition to another, as data: every screen says it in its reader's language. */
import type { EngagementRule, FitRule, LeadDefinition } from './definition.ts';
import type { Reason } from './definition-brief.ts';
import { NUMBER_NAMES, type NumberName, numberIn } from './definition-numbers.ts';
import { same } from './same.ts';
import { type Stage, stage } from './words.ts';

export type RuleSide = 'fit' | 'engagement';
export type AnyRule = EngagementRule | FitRule;
export type ReasonKind = keyof LeadDefinition['reasons'];

/** What there is to say of a rule besides its id. */
export const RULE_PARTS = [
  'points',
  'steps',
  'cap',
  'perDay',
  'turns',
  'handsOver',
  'kind',
  'where',
  'test',
  'group',
  'label',
] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export type DefinitionChange =
  | { of: 'rule-new'; side: RuleSide; rule: AnyRule }
  | { of: 'rule-gone'; side: RuleSide; rule: AnyRule }
  | { of: 'rule'; side: RuleSide; part: RulePart; was: AnyRule; now: AnyRule }
  /** The same rules in another order: the first that matches counts. */
  | { of: 'order'; side: RuleSide }
  | { of: 'number'; name: NumberName; was: number | null; now: number | null }
  | { of: 'grades'; side: RuleSide; was: readonly number[]; now: readonly number[] }
  | { of: 'reason-new' | 'reason-gone'; kind: ReasonKind; reason: Reason }
  | { of: 'reason'; kind: ReasonKind; was: Reason; now: Reason }
  | { of: 'reason-order'; kind: ReasonKind }
  | { of: 'stage'; stage: Stage; was: string | null; now: string | null }
  | { of: 'name'; was: string; now: string }
  | { of: 'preset'; was: string; now: string };

/** @returns the value of one part of a rule, undefined where rules of its kind have none */
export function partOf(rule: AnyRule, part: RulePart): unknown {
  return new Map<string, unknown>(Object.entries(rule)).get(part);
}

/** @returns every difference, rules first; none when both say the same. Versions and signatures are no differences. */
export function changesOf(before: LeadDefinition, after: LeadDefinition): DefinitionChange[] {
  return [
    ...ruleChanges('fit', before.fit, after.fit),
    ...ruleChanges('engagement', before.engagement, after.engagement),
    ...numberChanges(before, after),
    ...gradeChanges(before, after),
    ...reasonChanges('rejected', before, after),
    ...reasonChanges('disqualified', before, after),
    ...reasonChanges('recycled', before, after),
    ...stageChanges(before, after),
    ...nameChanges(before, after),
  ];
}

function ruleChanges(
  side: RuleSide,
  before: readonly AnyRule[],
  after: readonly AnyRule[],
): DefinitionChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const ids = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((now): DefinitionChange[] => {
    const was = old.get(now.id);
    if (!was) return [{ of: 'rule-new', side, rule: now }];
    return RULE_PARTS.filter((part) => !same(partOf(was, part), partOf(now, part))).map((part) => ({
      of: 'rule',
      side,
      part,
      was,
      now,
    }));
  });
  const gone = before.filter(({ id }) => !ids.has(id));
  return [
    ...changes,
    ...gone.map((rule): DefinitionChange => ({ of: 'rule-gone', side, rule })),
    ...(inOrder(before, after) ? [] : [{ of: 'order', side } as const]),
  ];
}

/** Whether those that stayed come in the same order. */
function inOrder(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const kept = (of: readonly { id: string }[], other: readonly { id: string }[]) => {
    const ids = new Set(other.map(({ id }) => id));
    return of.map(({ id }) => id).filter((id) => ids.has(id));
  };
  return same(kept(before, after), kept(after, before));
}

function numberChanges(before: LeadDefinition, after: LeadDefinition): DefinitionChange[] {
  return NUMBER_NAMES.flatMap((name): DefinitionChange[] => {
    const [was, now] = [numberIn(before, name), numberIn(after, name)];
    return was === now ? [] : [{ of: 'number', name, was, now }];
  });
}

function gradeChanges(before: LeadDefinition, after: LeadDefinition): DefinitionChange[] {
  return (['fit', 'engagement'] as const).flatMap((side): DefinitionChange[] => {
    const [was, now] = [before.grades[side], after.grades[side]];
    return same(was, now) ? [] : [{ of: 'grades', side, was, now }];
  });
}

function reasonChanges(
  kind: ReasonKind,
  before: LeadDefinition,
  after: LeadDefinition,
): DefinitionChange[] {
  const [then, next] = [before.reasons[kind], after.reasons[kind]];
  const old = new Map(then.map((reason) => [reason.id, reason]));
  const ids = new Set(next.map(({ id }) => id));
  const changes = next.flatMap((now): DefinitionChange[] => {
    const was = old.get(now.id);
    if (!was) return [{ of: 'reason-new', kind, reason: now }];
    return same(was, now) ? [] : [{ of: 'reason', kind, was, now }];
  });
  const gone = then.filter(({ id }) => !ids.has(id));
  return [
    ...changes,
    ...gone.map((reason): DefinitionChange => ({ of: 'reason-gone', kind, reason })),
    ...(inOrder(then, next) ? [] : [{ of: 'reason-order', kind } as const]),
  ];
}

function stageChanges(before: LeadDefinition, after: LeadDefinition): DefinitionChange[] {
  return stage.options.flatMap((each): DefinitionChange[] => {
    const [was, now] = [before.stages[each], after.stages[each]];
    if (same(was, now)) return [];
    return [{ of: 'stage', stage: each, was: was?.label ?? null, now: now?.label ?? null }];
  });
}

function nameChanges(before: LeadDefinition, after: LeadDefinition): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  if (before.name !== after.name) changes.push({ of: 'name', was: before.name, now: after.name });
  if (!same(before.preset, after.preset)) {
    changes.push({ of: 'preset', was: before.preset.name, now: after.preset.name });
  }
  return changes;
}
