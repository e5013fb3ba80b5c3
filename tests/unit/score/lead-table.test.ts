/** Many leads as columns: the same points as one by one, under the definition they were put down for and under others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { countersOf } from '../../../lib/score/counters.ts';
import {
  emptyTable,
  type LeadTable,
  pointsOfTable,
  putLead,
  sameTable,
  type TableLead,
} from '../../../lib/score/lead-table.ts';
import { pointsOn } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, anyFit } from './support/anything.ts';
import { daysAgo, event, nobody, onlyRules, TODAY } from './support/leads.ts';

const anyLead = fc.record({ events: anyEvents, fit: anyFit, later: fc.nat(900) });
const anyLeads = fc.array(anyLead, { minLength: 1, maxLength: 12 });

function countedFor(
  leads: readonly (typeof anyLead extends fc.Arbitrary<infer T> ? T : never)[],
  definition: LeadDefinition,
) {
  return leads.map(({ events, fit, later }) => ({
    counters: countersOf(events, definition),
    fit,
    day: TODAY + later,
  }));
}

function tableOf(leads: readonly TableLead[], definition: LeadDefinition): LeadTable {
  const table = emptyTable(leads.length, definition);
  leads.forEach((lead, row) => {
    putLead(table, row, lead, definition);
  });
  return table;
}

/** The same rules with other points, caps, steps and limits, and in another order. */
const otherPoints = fc
  .tuple(anyDefinition, fc.integer({ min: -3, max: 3 }))
  .map(([definition, factor]): [LeadDefinition, LeadDefinition] => [
    definition,
    {
      ...definition,
      engagement: definition.engagement
        .map(({ steps: _, turns: __, ...rule }) => ({
          ...rule,
          points: Math.max(-300, Math.min(300, rule.points * factor)),
          cap: 25,
        }))
        .reverse(),
      fit: definition.fit.map((rule) => ({ ...rule, points: rule.points + factor })),
      fitCap: 9,
      totalCap: 44,
    },
  ]);

describe('a table of leads', () => {
  it('gives each the points it has by itself', () => {
    fc.assert(
      fc.property(anyLeads, anyDefinition, (leads, definition) => {
        const counted = countedFor(leads, definition);
        const alone = counted.map(({ counters, fit, day }) =>
          pointsOn(counters, fit, definition, day),
        );
        expect([...pointsOfTable(tableOf(counted, definition), definition)]).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  it('is read by a definition with other points, caps and limits', () => {
    fc.assert(
      fc.property(anyLeads, otherPoints, (leads, [definition, other]) => {
        const table = tableOf(countedFor(leads, definition), definition);
        const alone = countedFor(leads, definition).map(({ counters, fit, day }) =>
          pointsOn(counters, fit, other, day),
        );
        expect([...pointsOfTable(table, other)]).toEqual(alone);
      }),
    );
  });

  it('writes into what it is given, over what was there', () => {
    const rule = { id: 'r', label: 'R', kind: 'other' as const, points: 99, cap: 99, perDay: 1 };
    const definition = onlyRules([rule]);
    const leads = [[event({ kind: 'other' })], []].map((events) => ({
      counters: countersOf(events, definition),
      fit: nobody,
      day: TODAY,
    }));
    const out = Int32Array.of(77, 77);
    expect(pointsOfTable(tableOf(leads, definition), definition, out)).toBe(out);
    expect([...out]).toEqual([99, 0]);
  });

  it('remembers what is older than its table of powers, where half-lives are long', () => {
    const rule = { id: 'r', label: 'R', kind: 'other' as const, points: 100, cap: 100, perDay: 1 };
    const definition = { ...onlyRules([rule]), halfLifeDays: 3650 };
    const counters = countersOf([event({ kind: 'other', at: daysAgo(7300) })], definition);
    const table = tableOf([{ counters, fit: nobody, day: TODAY }], definition);
    expect([...pointsOfTable(table, definition)]).toEqual([25]);
  });

  it('serves another definition only if that tells events and people apart in the same way', () => {
    fc.assert(
      fc.property(otherPoints, ([definition, other]) => {
        const inOrder = { ...other, engagement: [...other.engagement].reverse() };
        expect(sameTable(definition, inOrder)).toBe(true);
        expect(sameTable(definition, { ...definition, halfLifeDays: 3651 })).toBe(false);
        const engagement = definition.engagement.map((rule) => ({ ...rule, perDay: 50 }));
        expect(sameTable(definition, { ...definition, engagement })).toBe(false);
      }),
    );
  });
});
