import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf, stabilityIndex, stabilityOf } from '../../../lib/score/learn/drift.ts';
import { seeded } from '../../../lib/score/learn/random.ts';

const counts = (levels: Record<string, number>) => new Map(Object.entries(levels));

describe('population stability', () => {
  it('is 0 when shares stay, and the known sum when they move', () => {
    expect(stabilityIndex(counts({ a: 10, b: 30 }), counts({ a: 10, b: 30 })).psi).toBe(0);
    // (0.3 - 0.5) ln(0.3 / 0.5) + (0.7 - 0.5) ln(0.7 / 0.5), for so many that half a lead is nothing.
    const moved = stabilityIndex(counts({ a: 5e7, b: 5e7 }), counts({ a: 3e7, b: 7e7 }));
    expect(moved.psi).toBeCloseTo(0.16946, 4);
  });

  it('stays finite when a level is new', () => {
    const { psi } = stabilityIndex(counts({ a: 100 }), counts({ b: 100 }));
    expect(psi).toBeGreaterThan(0.25);
    expect(Number.isFinite(psi)).toBe(true);
  });

  it('says nothing about nobody', () => {
    expect(stabilityIndex(counts({}), counts({ a: 5 }))).toEqual({ psi: 0, byChance: 0 });
  });

  it('is never negative, whatever moved', () => {
    const levels = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.nat(50));
    fc.assert(
      fc.property(levels, levels, (before, after) => {
        expect(stabilityIndex(counts(before), counts(after)).psi).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('knows how much small samples spread by chance', () => {
    const random = seeded(1);
    const draw = (n: number) => Array.from({ length: n }, () => String(Math.floor(random() * 5)));
    const inputs = [{ name: 'step', levelOf: (level: string) => level }];
    const drawn = Array.from({ length: 200 }, () => stabilityOf(inputs, draw(80), draw(120))[0]);
    const mean = drawn.reduce((sum, one) => sum + (one?.psi ?? 0), 0) / drawn.length;
    expect(mean / (drawn[0]?.byChance ?? 0)).toBeGreaterThan(0.8);
    expect(mean / (drawn[0]?.byChance ?? 0)).toBeLessThan(1.2);
  });

  it('names the least stable input first', () => {
    const inputs = [
      { name: 'source', levelOf: (one: string[]) => one[0] ?? '' },
      { name: 'size', levelOf: (one: string[]) => one[1] ?? '' },
    ];
    const before = [...Array<string[]>(50).fill(['ads', 'small']), ['ads', 'large']];
    const after = [...Array<string[]>(50).fill(['ads', 'large']), ['ads', 'small']];
    expect(stabilityOf(inputs, before, after).map(({ name }) => name)).toEqual(['size', 'source']);
  });
});

describe('promises by period', () => {
  it('sets promise beside observation, with n, earliest first', () => {
    const of = (period: string, chance: number, outcomes: number[]) =>
      outcomes.map((outcome) => ({ period, chance, outcome }));
    const [first, second] = periodsOf([
      ...of('2026-11', 0.9, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
      ...of('2026-10', 0.5, [1, 0]),
    ]);
    expect(first).toMatchObject({ period: '2026-10', n: 2, accepted: 1, off: 0, broken: false });
    expect(second).toMatchObject({ period: '2026-11', n: 10, accepted: 1, broken: true });
    expect(second?.off).toBeCloseTo(0.8);
    expect(second?.high).toBeLessThan(0.5);
  });

  it('has nothing to say without promises', () => {
    expect(periodsOf([])).toEqual([]);
  });
});
