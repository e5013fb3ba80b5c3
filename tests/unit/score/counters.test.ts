/** Counters: the same whatever comes first, however it is cut into batches, and whatever is asked of them later. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counter, Counters } from '../../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import type { ScoreView } from '../../../lib/contract/score.ts';
import {
  count,
  countersOf,
  countersOn,
  decayedAt,
  decayedOn,
  noCounters,
  recount,
} from '../../../lib/score/counters.ts';
import type { ScoredEvent } from '../../../lib/score/match.ts';
import { ruleFor } from '../../../lib/score/match.ts';
import { handsOver, pointsOn } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, endOf, recentDay } from './support/anything.ts';
import { DAY, daysAgo, event, lineOf, nobody, onlyRules, scoreOf, TODAY } from './support/leads.ts';

/** Everything but the value to the letter, the value to nine digits. */
function expectSame(ours: Counters, theirs: Counters): void {
  const { values, rest } = taken(ours);
  const other = taken(theirs);
  expect(rest).toEqual(other.rest);
  for (const [id, value] of values) {
    const expected = other.values.get(id) ?? Number.NaN;
    expect(Math.abs(value - expected) / Math.max(1, expected), id).toBeLessThan(1e-9);
  }
}

function taken({ rules, ...all }: Counters) {
  const values = new Map(Object.entries(rules).map(([id, own]) => [id, own.value]));
  const others = Object.entries(rules).map(([id, { value: _, ...own }]) => [id, own]);
  return { values, rest: { ...all, rules: Object.fromEntries(others) } };
}

/** Events in the order they happened, and the same in any other. */
const anyOrder = anyEvents.chain((events) =>
  fc.tuple(
    fc.constant(events.toSorted((a, b) => a.at - b.at)),
    fc.shuffledSubarray(events, { minLength: events.length }),
  ),
);

describe('counting', () => {
  it('gives the same in any order, late events included, and so the same score', () => {
    fc.assert(
      fc.property(anyOrder, anyDefinition, ([inOrder, shuffled], definition) => {
        expectSame(countersOf(shuffled, definition), countersOf(inOrder, definition));
        expect(shown(scoreOf(shuffled, nobody, definition))).toEqual(
          shown(scoreOf(inOrder, nobody, definition)),
        );
      }),
      { numRuns: 300 },
    );
  });

  /** The last digit of a sum may move the millisecond at which a capped line is half. */
  function shown({ contributions, ...score }: ScoreView) {
    const lines = contributions.map((line) => ({ ...line, halfAt: line.halfAt?.slice(0, 16) }));
    return { ...score, contributions: lines };
  }

  it('gives the same one by one, in batches, and after a night in the database', () => {
    fc.assert(
      fc.property(anyOrder, anyDefinition, fc.nat(40), ([inOrder, shuffled], definition, cut) => {
        const first = countersOf(shuffled.slice(0, cut), definition);
        const stored: Counters = JSON.parse(JSON.stringify(first));
        for (const one of shuffled.slice(cut)) count(stored, one, definition);
        expectSame(stored, countersOf(inOrder, definition));
      }),
    );
  });

  it('is the sum that the definition of decay says, computed the plain way', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const { rules } = countersOf(events, definition);
        for (const rule of definition.engagement) {
          const own = events.filter((one) => ruleFor(one, definition)?.id === rule.id);
          const plain = plainSum(own, rule.perDay, definition.halfLifeDays);
          const counter = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
          expect(counter === undefined).toBe(own.length === 0);
          const value = counter ? decayedAt(counter, TODAY, definition.halfLifeDays) : 0;
          expect(Math.abs(value - plain)).toBeLessThan(1e-9);
          const again = counter ? decayedOn(counter, rule, TODAY, definition.halfLifeDays) : 0;
          expect(Math.abs(again - plain)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  function plainSum(events: readonly ScoredEvent[], perDay: number, halfLifeDays: number) {
    const people = events.filter(({ machine }) => !machine);
    const days = Map.groupBy(people, ({ at }) => TODAY - Math.floor(at / DAY));
    return [...days].reduce(
      (sum, [age, those]) => sum + Math.min(those.length, perDay) * 0.5 ** (age / halfLifeDays),
      0,
    );
  }

  it('counts an event for the first rule that takes it and for no other', () => {
    const take = (id: string, contains?: string[]) => ({
      id,
      label: id,
      kind: 'page_viewed' as const,
      ...(contains && { where: { field: 'path' as const, contains } }),
      points: 1,
      cap: 10,
      perDay: 5,
    });
    const definition = onlyRules([take('price', ['PRICING']), take('any'), take('never')]);
    const events = ['/Pricing/eu', '/blog', null].map((path) => event({ path }));
    const { rules, people } = countersOf([...events, event({ kind: 'other' })], definition);
    expect(Object.entries(rules).map(([id, { times }]) => [id, times])).toEqual([
      ['price', 1],
      ['any', 2],
    ]);
    expect(people).toBe(4);
  });
});

describe('machines', () => {
  it('are shown and count nothing', () => {
    const clicks = [true, true, false, false].map((machine) =>
      event({ kind: 'email_clicked', machine }),
    );
    expect(lineOf(scoreOf(clicks), 'clicked')).toMatchObject({
      points: 1,
      times: 2,
      discounted: 2,
    });
    const alone = scoreOf(clicks.slice(0, 2));
    expect(alone).toMatchObject({ points: 0, enough: false, grade: null });
    expect(lineOf(alone, 'clicked')).toMatchObject({ times: 0, discounted: 2, capped: false });
  });

  it('change no number, whenever they come', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const people = events.filter(({ machine }) => !machine);
        const [all, without] = [events, people].map((some) => countersOf(some, definition));
        for (const [id, own] of Object.entries(without?.rules ?? {})) {
          expect(all?.rules[id]).toMatchObject({ value: own.value, day: own.day, days: own.days });
        }
        expect(scoreOf(events, nobody, definition).trend).toEqual(
          scoreOf(people, nobody, definition).trend,
        );
      }),
    );
  });

  it('do not make a request to be called younger than it is', () => {
    const rule = {
      id: 'ask',
      label: 'Asked',
      kind: 'demo_requested' as const,
      points: 5,
      cap: 5,
      perDay: 1,
      handsOver: true,
    };
    const definition = onlyRules([rule]);
    const asked = event({ kind: 'demo_requested', at: daysAgo(91) });
    const machine = event({ kind: 'demo_requested', at: daysAgo(1), machine: true });
    const asks = (events: ScoredEvent[]) =>
      handsOver(countersOf(events, definition), definition, TODAY);
    expect(asks([machine, asked])).toBeNull();
    expect(asks([asked, machine])).toBeNull();
    expect(asks([machine, { ...asked, at: daysAgo(90) }])).toBe('ask');
    expect(asks([machine])).toBeNull();
  });
});

describe('counters made for one definition', () => {
  const otherwise = (definition: LeadDefinition, halfLifeDays: number, perDay: number) => ({
    ...definition,
    halfLifeDays,
    engagement: definition.engagement.map((rule) => ({ ...rule, perDay })),
  });

  it('serve another half-life and other daily limits as if counted under them', () => {
    fc.assert(
      fc.property(
        anyEvents,
        anyDefinition,
        fc.constantFrom(1, 14.5, 90, 3650),
        fc.integer({ min: 1, max: 5 }),
        (events, definition, halfLifeDays, perDay) => {
          const next = otherwise(definition, halfLifeDays, perDay);
          expectSame(recount(countersOf(events, definition), next), countersOf(events, next));
        },
      ),
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const counters = countersOf(events, definition);
        const there = recount(counters, otherwise(definition, 33, 2));
        expectSame(recount(there, definition), counters);
        expect(recount(counters, definition)).toBe(counters);
      }),
    );
  });

  it('say what they said on an earlier day', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, recentDay, (events, definition, day) => {
        const people = events.filter(({ machine }) => !machine);
        const then = countersOf(
          people.filter(({ at }) => at <= endOf(day)),
          definition,
        );
        const now = countersOn(countersOf(events, definition), day, definition);
        // Machines are not looked back at, nor what no rule takes, and of the last event only the day is known.
        const days = ({ people: _, ...all }: Counters) => ({
          ...all,
          people: 0,
          rules: Object.fromEntries(
            Object.entries(all.rules).map(([id, own]) => [id, { ...own, lastAt: lastDayOf(own) }]),
          ),
        });
        expectSame(days(now), days(then));
        expect(pointsOn(now, nobody, definition, day)).toBe(
          pointsOn(then, nobody, definition, day),
        );
      }),
    );
  });

  function lastDayOf({ lastAt }: Counter) {
    return lastAt === null ? null : Math.floor(lastAt / DAY);
  }
});

describe('rules that nobody knows', () => {
  const stray: Counter = {
    value: 9,
    day: TODAY,
    days: { [TODAY]: 9 },
    times: 9,
    discounted: 0,
    lastAt: null,
  };

  it('in counters of an older definition change nothing', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const counters = countersOf(events, definition);
        const names = ['toString', 'gone', 'hasOwnProperty'].map((id) => [id, stray]);
        const more = { ...counters, rules: { ...counters.rules, ...Object.fromEntries(names) } };
        expect(pointsOn(more, nobody, definition, TODAY)).toBe(
          pointsOn(counters, nobody, definition, TODAY),
        );
      }),
    );
  });

  it('called "constructor" or "__proto__" are counters like any other, or none', () => {
    const rule = { label: 'L', kind: 'other' as const, points: 3, cap: 9, perDay: 1 };
    const definition = onlyRules([{ ...rule, id: 'constructor' }]);
    const counted = countersOf([event({ kind: 'other' })], definition);
    expect(pointsOn(counted, nobody, definition, TODAY)).toBe(3);
    expect(pointsOn(noCounters(definition), nobody, definition, TODAY)).toBe(0);
    const hostile: Counters = JSON.parse(
      `{"halfLifeDays":90,"limits":"","people":9,"rules":{"__proto__":${JSON.stringify(stray)}}}`,
    );
    expect(pointsOn(hostile, nobody, definition, TODAY)).toBe(0);
    expect(recount(hostile, definition).rules).toEqual({});
    expect(countersOn(hostile, TODAY, definition).rules).toEqual({});
    expect(handsOver(hostile, definition, TODAY)).toBeNull();
    expect(Object.prototype).not.toHaveProperty('value');
  });
});
