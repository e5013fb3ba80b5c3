/** The made-up lead with scores that say other things: few like this, no chance yet, asked for a demo. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { ScoreView } from '../../lib/contract/score.ts';
import { CARD, CONTRIBUTIONS, line } from './fixtures.ts';
import { before, DAY, HOUR, NOW } from './moment.ts';

const scored = (over: Partial<ScoreView>): LeadCard => ({
  ...CARD,
  score: { ...CARD.score, ...over },
});

/** A chance from all verdicts: hardly anybody had so many points. */
export const FEW_ALIKE = scored({
  chance: {
    percent: 93,
    low: 68,
    high: 99,
    like: { n: 9, accepted: 8, from: 14, to: 34 },
    verdicts: 64,
  },
  verdicts: 64,
});

/** Below 25 verdicts only points are said; and below the line. */
export const POINTS_ONLY = scored({
  points: 15,
  chance: null,
  verdicts: 11,
  belowLineOn: null,
  fitPoints: 11,
  engagementPoints: 4,
  grade: 'A4',
  contributions: CONTRIBUTIONS.flatMap((each) => {
    if (['limit-fit', 'webinar'].includes(each.ruleId)) return [];
    return [
      {
        ...each,
        evidence: null,
        ...(each.ruleId === 'pricing'
          ? { points: 7, capped: false, next: { on: '2026-12-11', points: 6 } }
          : {}),
      },
    ];
  }),
  wouldChange: [
    { ruleId: 'demo', label: 'Asked for a demo', points: 20, crosses: true },
    { ruleId: 'webinar', label: 'Attended a webinar', points: 8, crosses: true },
    { ruleId: 'content', label: 'Downloaded content', points: 3, crosses: false },
    { ruleId: 'careers', label: 'Looked at jobs here', points: -2, crosses: false },
  ],
  trend: [6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 10, 11, 11, 11, 16, 15],
});

/** Somebody who asked: handed over at once, and said so in the first line. */
export const HAND_RAISE: LeadCard = {
  ...scored({
    points: 44,
    chance: {
      percent: 89,
      low: 80,
      high: 94,
      like: { n: 71, accepted: 63, from: 38, to: 50 },
      verdicts: 612,
    },
    engagementPoints: 35,
    grade: 'B1',
    contributions: [
      line({
        ruleId: 'demo',
        label: 'Asked for a demo',
        points: 20,
        times: 1,
        lastAt: before(2 * HOUR),
        halfAt: new Date(NOW + 90 * DAY).toISOString(),
        capped: true,
        next: { on: '2026-11-27', points: 19 },
        evidence: { n: 71, accepted: 63 },
      }),
      ...CONTRIBUTIONS,
    ],
    belowLineOn: '2027-05-09',
    trend: [6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 10, 11, 19, 19, 24, 44],
  }),
  moments: [
    ...CARD.moments.slice(0, 1).map((each) => ({
      ...each,
      kind: 'demo_requested' as const,
      title: 'Asked for a demo',
      detail: 'form “Talk to us”',
    })),
    ...CARD.moments.slice(1),
  ],
};

/** A chance below the line. */
export const BELOW = scored({
  points: 12,
  chance: {
    percent: 41,
    low: 33,
    high: 50,
    like: { n: 122, accepted: 48, from: 10, to: 14 },
    verdicts: 612,
  },
  belowLineOn: null,
  contributions: CONTRIBUTIONS.filter(({ ruleId }) => !['webinar', 'open'].includes(ruleId)).map(
    (each) =>
      each.ruleId === 'pricing'
        ? { ...each, points: 6, times: 1, capped: false, next: null }
        : each,
  ),
  wouldChange: POINTS_ONLY.score.wouldChange,
  trend: [16, 16, 15, 15, 15, 14, 14, 14, 14, 13, 13, 13, 13, 12, 12, 12],
});
