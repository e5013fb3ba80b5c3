import { afterEach, describe, expect, it } from 'vitest';
import { sampleCard } from '../../../lib/lead/sample-card.ts';
import { LANGUAGES, speak } from '../../../lib/words/speak.ts';

afterEach(() => speak('en'));

describe('the made-up lead', () => {
  it.each(LANGUAGES)(
    'is a card like any other in %s, and its lines are its score',
    async (language) => {
      await speak(language);
      const { score, moments, counts, stage } = sampleCard(Date.parse('2026-11-26T12:00:00Z'));
      const sum = (side: string) =>
        score.contributions
          .filter((line) => line.side === side)
          .reduce((all, { points }) => all + points, 0);
      expect(sum('fit')).toBe(score.fitPoints);
      expect(sum('engagement')).toBe(score.engagementPoints);
      expect(score.fitPoints + score.engagementPoints).toBe(score.points);
      expect(score.trend.at(-1)).toBe(score.points);
      expect(moments).toHaveLength(counts.all);
      // Handed over, so it is over the line.
      expect(stage).toBe('mql');
      expect(score.points).toBeGreaterThanOrEqual(score.mqlAt);
    },
  );

  it('speaks the language of who looks at it', async () => {
    const english = sampleCard(0);
    await speak('de-AT');
    const german = sampleCard(0);
    expect(german.score.contributions.map(({ label }) => label)).not.toEqual(
      english.score.contributions.map(({ label }) => label),
    );
    expect(german.who.name).toBe(english.who.name);
  });
});
