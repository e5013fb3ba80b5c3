import { describe, expect, it } from 'vitest';
import { designOf, type Entry } from '../../../lib/score/learn/design.ts';
import { forwardLogits } from '../../../lib/score/learn/forward.ts';
import { learnFading, learnInOrder } from '../../../lib/score/learn/in-order.ts';
import { priorOf } from '../../../lib/score/learn/learn.ts';
import { chanceOf } from '../../../lib/score/learn/logit.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import { withWidths } from '../../../lib/score/learn/widths.ts';

/** Eight levels that matter a lot, eight that say nothing; every case has one of each. */
const GROUPS = Array.from({ length: 16 }, (_, column) => (column < 8 ? 'telling' : 'idle'));
const AGREED = { weights: new Float64Array(16), base: 0 };

function casesOf(count: number): { design: ReturnType<typeof designOf>; outcomes: number[] } {
  const random = seeded(7);
  const rows: Entry[][] = [];
  const outcomes: number[] = [];
  for (let one = 0; one < count; one++) {
    const telling = Math.floor(random() * 8);
    rows.push([
      [telling, 1],
      [8 + Math.floor(random() * 8), 1],
    ]);
    outcomes.push(random() < chanceOf((telling - 3.5) * 0.8) ? 1 : 0);
  }
  return { design: designOf(rows, 16), outcomes };
}

describe('learning in the order in which cases came', () => {
  it('gives an input that matters a wider prior than one that says nothing', () => {
    const { design, outcomes } = casesOf(1500);
    const prior = priorOf(AGREED, 0.5, new Set());
    const { sd } = withWidths({ design, labels: outcomes }, prior, GROUPS);
    expect(sd[0]).toBeGreaterThan(1);
    expect(sd[8]).toBeLessThan(0.3);
    expect(new Set(sd.slice(0, 8)).size).toBe(1);
  });

  it('leaves widths as they were when nothing was seen', () => {
    const prior = priorOf(AGREED, 0.5, new Set());
    const { sd } = withWidths({ design: designOf([], 16), labels: [] }, prior, GROUPS);
    for (const width of sd.slice(0, 16)) expect(width).toBeCloseTo(0.5, 6);
  });

  it('judges the newer half by what was known before, so later outcomes change nothing earlier', () => {
    const { design, outcomes } = casesOf(400);
    const prior = priorOf(AGREED, 0.5, new Set());
    const before = forwardLogits({ design, labels: outcomes }, prior);
    const turned = outcomes.map((outcome, place) => (place < 300 ? outcome : 1 - outcome));
    const after = forwardLogits({ design, labels: turned }, prior);
    expect(Array.from(before.places)).toEqual(Array.from({ length: 200 }, (_, at) => 200 + at));
    expect(after.logits.slice(0, 100)).toEqual(before.logits.slice(0, 100));
    expect(after.logits.slice(-20)).not.toEqual(before.logits.slice(-20));
  });

  it('keeps a nearly pure column as agreed until it is confirmed', () => {
    const { design, outcomes } = casesOf(300);
    const first = Array.from(design.columns.filter((_, at) => at % 2 === 0));
    const pure = outcomes.map((outcome, place) => (first[place] === 7 ? 1 : outcome));
    const cases = { design, outcomes: pure };
    const held = learnInOrder(cases, AGREED, GROUPS);
    expect(held.pure.has(7)).toBe(true);
    expect(held.weights[7]).toBeCloseTo(0, 3);
    const free = learnInOrder(cases, AGREED, GROUPS, { confirmed: new Set([7]) });
    expect(free.weights[7]).toBeGreaterThan(1);
  });

  it('lets older cases count less where things have changed, and not otherwise', () => {
    const { design, outcomes } = casesOf(1200);
    expect(learnFading({ design, outcomes }, AGREED, GROUPS).counts).toBeUndefined();
    const turned = outcomes.map((outcome, place) => (place < 500 ? 1 - outcome : outcome));
    const { counts } = learnFading({ design, outcomes: turned }, AGREED, GROUPS);
    expect(counts?.[599]).toBeCloseTo(0.5, 3);
    expect(counts?.[1199]).toBe(1);
  });
});
