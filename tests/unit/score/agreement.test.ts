import { describe, expect, it } from 'vitest';
import {
  type Judgement,
  reasonAgreement,
  standingsOf,
  verdictAgreement,
} from '../../../lib/score/learn/agreement.ts';
import { seeded } from '../../../lib/score/learn/random.ts';

const judgement = (more: Partial<Judgement>): Judgement => ({
  rep: 'Ana',
  lead: 'lead 1',
  accepted: 1,
  promised: 0.5,
  reason: null,
  ...more,
});

/** So many verdicts of a rep, of whom a share is accepted. */
const verdicts = (rep: string, n: number, share: number, promised = 0.5): Judgement[] =>
  Array.from({ length: n }, (_, at) =>
    judgement({ rep, lead: `${rep} ${at}`, accepted: at < n * share ? 1 : 0, promised }),
  );

describe('one rep against the others', () => {
  it('finds who accepts far less than the others of equally promising leads', () => {
    const [first, ...others] = standingsOf([
      ...verdicts('Ana', 100, 0.52),
      ...verdicts('Ben', 100, 0.48),
      ...verdicts('Cleo', 100, 0.2),
    ]);
    expect(first).toMatchObject({ rep: 'Cleo', n: 100, accepted: 20, unusual: true });
    expect(first?.expected).toBeCloseTo(0.5, 1);
    expect(first?.difference).toBeLessThan(-0.8);
    expect(others.map(({ rep }) => rep).sort()).toEqual(['Ana', 'Ben']);
  });

  it('does not call a rep unusual who has other leads, or a score that is off for everyone', () => {
    const better = [...verdicts('Ana', 200, 0.2, 0.2), ...verdicts('Ben', 200, 0.8, 0.8)];
    expect(standingsOf(better).some(({ unusual }) => unusual)).toBe(false);
    const all = [...verdicts('Ana', 200, 0.25), ...verdicts('Ben', 200, 0.27)];
    expect(standingsOf(all).some(({ unusual }) => unusual)).toBe(false);
  });

  it('does not judge by a handful of verdicts', () => {
    const few = [...verdicts('Ana', 300, 0.5), ...verdicts('Ben', 4, 0)];
    const ben = standingsOf(few).find(({ rep }) => rep === 'Ben');
    expect(ben?.unusual).toBe(false);
    expect(Math.abs(ben?.difference ?? 9)).toBeLessThan(0.5);
  });

  it('calls about one in twenty unusual when all are alike, and no more', () => {
    const random = seeded(4);
    const flagged = Array.from({ length: 50 }, () =>
      standingsOf(
        Array.from({ length: 400 }, (_, at) =>
          judgement({ rep: `rep ${at % 8}`, promised: 0.3, accepted: random() < 0.3 ? 1 : 0 }),
        ),
      ).filter(({ unusual }) => unusual),
    ).flat();
    expect(flagged.length / 400).toBeLessThan(0.06);
  });

  it('says nothing of a rep who is alone', () => {
    expect(standingsOf(verdicts('Ana', 50, 0.5))).toEqual([]);
    expect(standingsOf([])).toEqual([]);
  });
});

describe('two people on one lead', () => {
  const both = [
    judgement({ rep: 'Ana', accepted: 0, reason: 'Not fit' }),
    judgement({ rep: 'Ben', accepted: 0, reason: 'Competitor' }),
    judgement({ rep: 'Ana', lead: 'lead 2', accepted: 1 }),
    judgement({ rep: 'Ben', lead: 'lead 2', accepted: 0, reason: 'Not fit' }),
    judgement({ rep: 'Cleo', lead: 'lead 3', accepted: 0 }),
  ];

  it('counts pairs, those that agree, and those that would by lot', () => {
    // Of four verdicts three were no: 2 · (0.75² + 0.25²).
    expect(verdictAgreement(both)).toEqual({ pairs: 2, same: 1, byChance: 1.25 });
    expect(reasonAgreement(both)).toMatchObject({ pairs: 1, same: 0 });
  });

  it('takes the latest verdict of each, and nobody agrees with themselves', () => {
    const again = [...both, judgement({ rep: 'Ana', lead: 'lead 2', accepted: 0 })];
    expect(verdictAgreement(again)).toMatchObject({ pairs: 2, same: 2 });
    const alone = [judgement({ accepted: 0 }), judgement({ accepted: 1 })];
    expect(verdictAgreement(alone)).toEqual({ pairs: 0, same: 0, byChance: 0 });
  });
});
