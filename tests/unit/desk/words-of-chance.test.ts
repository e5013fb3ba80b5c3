import { describe, expect, it } from 'vitest';
import * as said from '../../../components/sidebar/chance-words.ts';
import { FEWEST_FOR_CHANCE, FEWEST_FOR_RATE } from '../../../lib/score/chance.ts';
import { readingWords } from '../../../lib/words/reading.ts';
import { CARD } from '../../gallery/fixtures.ts';
import { NOW, PLACE } from '../../gallery/moment.ts';

describe('the chance in words', () => {
  it('names the numbers that lib/score goes by', () => {
    expect(said.FEWEST_FOR_CHANCE).toBe(FEWEST_FOR_CHANCE);
    expect(said.FEWEST_FOR_RATE).toBe(FEWEST_FOR_RATE);
  });

  it('never says never or always', () => {
    const of = (percent: number) => readingWords().accepts(percent);
    expect(
      [1, 9, 12, 50, 94, 95].map(of).map((each) => each.match(/[0-9]+ of [0-9]+/)?.[0]),
    ).toEqual(['1 of 100', '9 of 100', '1 of 10', '5 of 10', '9 of 10', '95 of 100']);
  });

  it('says why there is none', () => {
    expect(said.whyNoChance(0)).toBe('No verdicts so far: no chance is claimed below 25.');
    expect(said.whyNoChance(1)).toBe('1 verdict so far: no chance is claimed below 25.');
    expect(said.whyNoChance(25)).toContain('being worked out from 25 verdicts');
  });

  it('says where a lead stands, and how long', () => {
    const at = (points: number, belowLineOn: string | null) =>
      said.standing({ ...CARD.score, points, belowLineOn }, NOW, { ...PLACE, locale: 'en-GB' });
    expect(at(21, '2026-12-03')).toBe('1 point over the line of 20 until 3 Dec');
    expect(at(20, null)).toBe('On the line of 20');
    expect(at(-2, null)).toBe('22 points below the line of 20');
  });
});
