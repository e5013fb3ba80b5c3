/** Who somebody is: which words, sizes and addresses meet a rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FitAttributes } from '../../../lib/contract/counters.ts';
import type { FitRule } from '../../../lib/contract/definition.ts';
import { domainOf, fitRulesMet } from '../../../lib/score/fit.ts';
import { anyDefinition, anyFit } from './support/anything.ts';
import { definitionWith, event, nobody, scoreOf } from './support/leads.ts';

function meets(test: FitRule['test'], fit: Partial<FitAttributes>): boolean {
  const rule: FitRule = { id: 'own', label: 'Own', test, points: 5 };
  return fitRulesMet({ ...nobody, ...fit }, definitionWith({ fit: [rule] })).length === 1;
}

const title = (...words: string[]) => ({
  is: 'contains' as const,
  attribute: 'title' as const,
  words,
});

describe('words', () => {
  it.each([
    ['Director', 'cto', false],
    ['CTO', 'cto', true],
    ['(cto)', 'CTO', true],
    ['Vice President, Sales', 'vice president', true],
    ['Direktør', 'direkt', false],
    ['Ärztin', 'rztin', false],
    ['R&D (Lead)', '(lead)', true],
    ['C++ Engineer', 'c++', true],
    ['axb', 'a.b', false],
    ['', 'cto', false],
  ])('of %j: %j is %s', (own, word, expected) => {
    expect(meets(title(word), { title: own })).toBe(expected);
  });

  it('that are not given meet nothing', () => {
    expect(meets(title('null', 'undefined'), {})).toBe(false);
  });
});

describe('where somebody came from', () => {
  const from = (first: 'source' | 'campaign', ...values: string[]) => ({
    is: 'came-from' as const,
    first,
    values,
  });
  it.each([
    [from('source', 'Website'), { source: 'Website' }, true],
    [from('source', 'Webinar', 'Website'), { source: 'Website' }, true],
    [from('source', 'Website'), { campaign: 'Website' }, false],
    [from('source', 'website'), { source: 'Website' }, false],
    [from('source', 'Web'), { source: 'Website' }, false],
    [from('campaign', 'spring'), { source: 'Website', campaign: 'spring' }, true],
    [from('campaign', 'null'), { email: 'a@gmail.com' }, false],
  ])('%j of %j is %s', (test, fit, expected) => {
    expect(meets(test, fit)).toBe(expected);
  });
});

describe('the size of a company', () => {
  const size = (from?: number, to?: number) => ({
    is: 'between' as const,
    attribute: 'employees' as const,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });

  it.each([
    [50, 1000, 50, true],
    [50, 1000, 1000, true],
    [50, 1000, 49, false],
    [50, 1000, 1001, false],
    [50, undefined, 1e9, true],
    [undefined, 50, 0, true],
    [undefined, undefined, 7, true],
    [undefined, undefined, Number.NaN, false],
    [0, 50, null, false],
  ])('from %s to %s: %s is %s', (from, to, employees, expected) => {
    expect(meets(size(from, to), { employees })).toBe(expected);
  });
});

describe('the address', () => {
  it.each([
    ['ac.uk', 'b@physics.ox.ac.uk', true],
    ['AC.UK', 'b@OX.ac.UK', true],
    ['ac.uk', 'b@ac.uk', true],
    ['ac.uk', 'b@mac.uk', false],
    ['ac.uk', 'b@ac.uk.evil.example', false],
    ['ac.uk', 'ac.uk', false],
    ['ac.uk', null, false],
  ])('within %s: %s is %s', (domain, email, expected) => {
    expect(meets({ is: 'mail-domain', domains: ['other.example', domain] }, { email })).toBe(
      expected,
    );
  });

  it.each([
    ['a@gmail.com', true],
    ['a@GMAIL.com', true],
    ['a@shanahan.example', false],
  ])('%s at free mail: %s, and the opposite at business mail', (email, free) => {
    expect(meets({ is: 'free-mail' }, { email })).toBe(free);
    expect(meets({ is: 'business-mail' }, { email })).toBe(!free);
  });

  it.each([null, '', '@', 'x', 'x@', '@x'])('%j is none, neither free nor business', (email) => {
    expect(domainOf(email)).toBeNull();
    expect(meets({ is: 'free-mail' }, { email })).toBe(false);
    expect(meets({ is: 'business-mail' }, { email })).toBe(false);
  });
});

describe('rules', () => {
  it('give one title one seniority', () => {
    const fit = { ...nobody, email: 'x@shanahan.example', title: 'Senior Director of Operations' };
    const ids = scoreOf([event()], fit).contributions.map(({ ruleId }) => ruleId);
    expect(ids).toEqual(['business-mail', 'plans', 'decides', 'pages']);
  });

  it('count once per group, whoever it is', () => {
    fc.assert(
      fc.property(anyFit, anyDefinition, (fit, definition) => {
        const met = fitRulesMet(fit, definition);
        const groups = met.flatMap(({ group }) => group ?? []);
        expect(new Set(groups).size).toBe(groups.length);
        // The first of a group, and every one without a group.
        for (const rule of definition.fit) {
          if (met.includes(rule) || !meets(rule.test, fit)) continue;
          expect(rule.group).toBeDefined();
          const taker = met.find(({ group }) => group === rule.group);
          expect(definition.fit.findIndex(({ id }) => id === taker?.id)).toBeLessThan(
            definition.fit.indexOf(rule),
          );
        }
      }),
    );
  });

  it('do not fade', () => {
    const fit = { ...nobody, email: 'x@shanahan.example' };
    expect(scoreOf([], fit, undefined, Date.UTC(2046, 0)).points).toBe(scoreOf([], fit).points);
  });
});

describe('not enough information', () => {
  it('is said by rule: no event by a person and too few lines of fit', () => {
    const known = { ...nobody, email: 'x@shanahan.example', title: 'Head of planning' };
    expect(scoreOf([], nobody)).toMatchObject({ enough: false, grade: null });
    expect(scoreOf([], { ...nobody, email: 'x@y.example' })).toMatchObject({ enough: false });
    expect(scoreOf([], known)).toMatchObject({ enough: true, grade: 'A4' });
    expect(scoreOf([event()], nobody)).toMatchObject({ enough: true, grade: 'D4' });
    expect(scoreOf([event({ machine: true })], nobody)).toMatchObject({ enough: false });
  });
});
