/** What changed from one definition to another, in English: for evidence, the audit log and whoever reads the store's answers. */
import type { FitRule, LeadDefinition } from '../../contract/definition.ts';
import type { Reason } from '../../contract/definition-brief.ts';
import {
  type AnyRule,
  changesOf,
  type DefinitionChange,
  type ReasonKind,
  type RulePart,
} from '../../contract/definition-changes.ts';
import { isShare, type NumberName } from '../../contract/definition-numbers.ts';
import { same } from '../../contract/same.ts';
import type { Stage } from '../../contract/words.ts';

/** @returns a sentence for every difference; none when both say the same */
export function changesInWords(before: LeadDefinition, after: LeadDefinition): string[] {
  return changesOf(before, after).flatMap(inWords);
}

function inWords(change: DefinitionChange): string | string[] {
  switch (change.of) {
    case 'rule-new':
      return `“${change.rule.label}” is new and counts ${worth(change.rule)}`;
    case 'rule-gone':
      return `“${change.rule.label}” no longer counts`;
    case 'rule':
      return ruleInWords(change.part, change.was, change.now);
    case 'order':
      return `The ${change.side} rules are tried in another order`;
    case 'number':
      return numberInWords(change.name, change.was, change.now);
    case 'grades':
      return `The grades of ${change.side} begin at ${listed(change.now)}, was ${listed(change.was)}`;
    case 'reason-new':
      return `“${change.reason.label}” is a new reason ${TO[change.kind]}`;
    case 'reason-gone':
      return `“${change.reason.label}” is no longer a reason ${TO[change.kind]}`;
    case 'reason':
      return reasonInWords(change.was, change.now);
    case 'reason-order':
      return `The reasons ${TO[change.kind]} are offered in another order`;
    case 'stage':
      return stageInWords(change);
    case 'name':
      return `The definition is called “${change.now}”, was “${change.was}”`;
    case 'preset':
      return `It is made from “${change.now}”, was “${change.was}”`;
  }
}

const TO: Record<ReasonKind, string> = {
  rejected: 'to reject',
  disqualified: 'to disqualify',
  recycled: 'to recycle',
};

type Says = (was: AnyRule, now: AnyRule) => string;

const SAYS: Record<RulePart, Says> = {
  points: (was, now) => `counts ${shown(now.points)}, was ${shown(was.points)}`,
  steps: (was, now) => `counts ${worth(now)}, was ${worth(was)}`,
  cap: (was, now) => `counts at most ${of(now, 'cap')} in all, was ${of(was, 'cap')}`,
  perDay: (was, now) => `counts at most ${of(now, 'perDay')} a day, was ${of(was, 'perDay')}`,
  turns: (_, now) =>
    'turns' in now && now.turns
      ? 'may count less again when there are more'
      : 'no longer counts less when there are more',
  handsOver: (_, now) =>
    'handsOver' in now && now.handsOver
      ? 'hands a lead over at once'
      : 'no longer hands a lead over at once',
  kind: (was, now) => `is about ${kindOf(now)}, was about ${kindOf(was)}`,
  where: (was, now) => `takes ${whereOf(now)}, was ${whereOf(was)}`,
  test: (was, now) => `asks for ${testOf(now)}, was ${testOf(was)}`,
  group: (was, now) => `is in ${groupOf(now)}, was in ${groupOf(was)}`,
  label: (was) => `was called “${was.label}”`,
};

function ruleInWords(part: RulePart, was: AnyRule, now: AnyRule): string {
  return `“${now.label}” ${SAYS[part](was, now)}`;
}

function of(rule: AnyRule, part: 'cap' | 'perDay'): string {
  return 'kind' in rule ? `${rule[part]}` : 'nothing';
}

function kindOf(rule: AnyRule): string {
  return 'kind' in rule ? `“${rule.kind.replaceAll('_', ' ')}”` : 'nothing';
}

function whereOf(rule: AnyRule): string {
  const where = 'kind' in rule ? rule.where : undefined;
  return where ? `those whose ${where.field} has ${oneOf(where.contains)}` : 'all of them';
}

function groupOf(rule: AnyRule): string {
  return 'group' in rule && rule.group ? `the group “${rule.group}”` : 'no group';
}

function testOf(rule: AnyRule): string {
  return 'test' in rule ? asked(rule.test) : 'nothing';
}

function asked(test: FitRule['test']): string {
  switch (test.is) {
    case 'contains':
      return `a ${test.attribute} with ${oneOf(test.words)}`;
    case 'between':
      return `${test.from ?? 0} to ${test.to ?? 'any number of'} ${test.attribute}`;
    case 'mail-domain':
      return `an address at ${oneOf(test.domains)}`;
    case 'business-mail':
      return 'a business address';
    case 'free-mail':
      return 'a free-mail address';
    case 'came-from':
      return `the first ${test.first} ${oneOf(test.values)}`;
  }
}

/** `{}` stands for the number. */
const NUMBERS: Record<NumberName, string> = {
  mqlAt: 'Handed over from {} points',
  halfLifeDays: 'What they did counts half after {} days',
  fitCap: 'Who they are counts at most {} points',
  totalCap: 'Everything together counts at most {} points',
  auditShare: 'Handed over from below the line, by chance: {}',
  enoughEvents: 'Enough to score from {} events',
  enoughFitRules: 'Enough to score from {} fit rules',
  promisedShare: 'Promised share that sales accepts: {}',
  expectedShare: 'Expected share before there are verdicts: {}',
  promisedPerWeek: 'Promised leads a week: {}',
  salesHours: 'Sales answers within {} hours',
  marketingHours: 'Marketing answers within {} hours',
  handoffMinutes: 'Handed over within {} minutes',
};

function numberInWords(name: NumberName, was: number | null, now: number | null): string {
  const figure = (value: number | null) => {
    if (value === null) return 'none';
    return isShare(name) ? `${Math.round(value * 1000) / 10} %` : shown(value);
  };
  return `${NUMBERS[name].replace('{}', figure(now))}, was ${figure(was)}`;
}

function reasonInWords(was: Reason, now: Reason): string[] {
  const lines: string[] = [];
  if (was.label !== now.label) lines.push(`The reason “${now.label}” was called “${was.label}”`);
  if (!same(was.question, now.question)) {
    const asks = now.question ? `asks “${now.question}”` : 'asks nothing';
    const before = was.question ? `“${was.question}”` : 'nothing';
    lines.push(`The reason “${now.label}” ${asks}, was ${before}`);
  }
  if (!same(was.teaches, now.teaches)) {
    const [next, then] = [now.teaches, was.teaches].map((one) => one ?? 'the usual');
    lines.push(`The reason “${now.label}” teaches about ${next}, was ${then}`);
  }
  return lines;
}

/** Written as a stage's usual name is: initials in capitals, all others as words. */
function stageInWords(change: { stage: Stage; was: string | null; now: string | null }): string {
  const usual = /^(mql|sal|sql)$/.test(change.stage) ? change.stage.toUpperCase() : change.stage;
  const [now, was] = [change.now ?? usual, change.was ?? usual];
  return now === was
    ? `The stage “${now}” is explained otherwise`
    : `The stage “${was}” is called “${now}”`;
}

function worth(rule: AnyRule): string {
  const steps = 'kind' in rule ? rule.steps : undefined;
  if (!steps) return shown(rule.points);
  return steps.map(({ from, points }) => `${shown(points)} from ${from}`).join(', ');
}

function shown(points: number): string {
  return points < 0 ? `−${-points}` : `${points}`;
}

function listed(values: readonly number[]): string {
  return values.map(shown).join(', ');
}

function oneOf(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(' or ');
}
