/** One difference between two definitions, in words. */
import type { EngagementRule, FitRule, Step } from '../../lib/contract/definition.ts';
import type { AnyRule, DefinitionChange } from '../../lib/contract/definition-changes.ts';
import { same } from '../../lib/contract/same.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { list, number } from '../../lib/words/numbers.ts';
import { plain, stages } from '../ui/words.ts';
import { shownNumber } from './NumberRow.tsx';
import { typed } from './numbers.ts';

/** What a change does: adds, takes away, or alters. */
export const signOf = ({ of }: DefinitionChange): '+' | '−' | '±' => {
  if (of === 'rule-new' || of === 'reason-new') return '+';
  return of === 'rule-gone' || of === 'reason-gone' ? '−' : '±';
};

export function sayChange(change: DefinitionChange): string {
  const words = definitionWords();
  const t = words.change;
  switch (change.of) {
    case 'rule-new':
      return t.ruleNew(change.rule.label, worth(change.rule));
    case 'rule-gone':
      return t.ruleGone(change.rule.label);
    case 'rule':
      return sayPart(change);
    case 'order':
      return t.order[change.side];
    case 'number':
      return t.value(
        words.form.numbers[change.name].replace(/, %$/, ''),
        shownNumber(change.name, change.now),
        shownNumber(change.name, change.was),
      );
    case 'grades':
      return t.value(words.form.grades[change.side], plains(change.now), plains(change.was));
    case 'reason-new':
      return t.reasonNew(words.form.reasonKinds[change.kind], change.reason.label);
    case 'reason-gone':
      return t.reasonGone(words.form.reasonKinds[change.kind], change.reason.label);
    case 'reason': {
      const kind = words.form.reasonKinds[change.kind];
      const [now, was] = [change.now.label, change.was.label];
      return now === was ? t.reasonOther(kind, now) : t.reasonCalled(kind, now, was);
    }
    case 'reason-order':
      return t.reasonOrder(words.form.reasonKinds[change.kind]);
    case 'stage': {
      const usual = stages()[change.stage].short;
      const [now, was] = [change.now ?? usual, change.was ?? usual];
      return now === was ? t.stageMeans(now) : t.stage(usual, now, was);
    }
    case 'name':
      return t.name(change.now, change.was);
    case 'preset':
      return t.preset(change.now, change.was);
  }
}

const plains = (all: readonly number[]) => all.map(plain).join(', ');

function sayPart({ part, was, now }: Extract<DefinitionChange, { of: 'rule' }>): string {
  const t = definitionWords().change;
  const { label } = now;
  const [then, next] = [engagement(was), engagement(now)];
  switch (part) {
    case 'points':
    case 'steps':
      return t.points(label, worth(now), worth(was));
    case 'cap':
      return t.cap(label, number(next?.cap ?? 0), number(then?.cap ?? 0));
    case 'perDay':
      return t.perDay(label, number(next?.perDay ?? 0), number(then?.perDay ?? 0));
    case 'turns':
      return t.turns(label, next?.turns === true);
    case 'handsOver':
      return t.handsOver(label, next?.handsOver === true);
    case 'group':
      return t.group(label, groupOf(now) ?? t.noGroup, groupOf(was) ?? t.noGroup);
    case 'label':
      return t.label(was.label, label);
    case 'kind':
    case 'where':
    case 'test':
      return t.about(label, asks(now), asks(was));
  }
}

/** Points of a rule, or of each of its steps. */
function worth(rule: AnyRule): string {
  const steps: readonly Step[] = engagement(rule)?.steps ?? [];
  if (steps.length === 0) return plain(rule.points);
  const t = definitionWords().change;
  return steps.map(({ from, points }) => t.step(plain(points), typed(from))).join(', ');
}

/** What a rule asks for. */
export function asks(rule: AnyRule): string {
  const { form, change } = definitionWords();
  if ('kind' in rule) {
    const kind = form.kinds[rule.kind];
    const { where } = rule;
    if (!where) return kind;
    return list([kind, change.where(form.whereFields[where.field], where.contains)]);
  }
  return asksOf(rule.test);
}

function asksOf(test: FitRule['test']): string {
  const { form, change } = definitionWords();
  switch (test.is) {
    case 'contains':
      return change.attribute(form.attributes[test.attribute], test.words);
    case 'between':
      return change.between(end(test.from), end(test.to));
    case 'mail-domain':
      return change.domains(test.domains);
    case 'came-from':
      return change.cameFrom(form.firsts[test.first], test.values);
    default:
      return form.tests[test.is];
  }
}

const end = (of: number | undefined): string | null => (of === undefined ? null : number(of));
const groupOf = (rule: AnyRule) => ('test' in rule ? rule.group : undefined);
const engagement = (rule: AnyRule): EngagementRule | null => ('kind' in rule ? rule : null);

/** @returns the changes with those left out that another one says already: points of a rule that counts in steps */
export const told = (changes: readonly DefinitionChange[]): DefinitionChange[] =>
  changes.filter(
    (change) =>
      change.of !== 'rule' ||
      change.part !== 'points' ||
      !changes.some(
        (other) =>
          other.of === 'rule' && other.part === 'steps' && same(other.now.id, change.now.id),
      ),
  );
