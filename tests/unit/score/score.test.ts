import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadDefinition } from '../../../lib/contract/definition.ts';
import { scoreView } from '../../../lib/contract/score.ts';
import { eventKind } from '../../../lib/contract/words.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import {
  type FitAttributes,
  pointsOf,
  type ScoredEvent,
  scoreLead,
} from '../../../lib/score/score.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const nobody: FitAttributes = {
  email: null,
  title: null,
  company: null,
  industry: null,
  country: null,
};

const event = (more: Partial<ScoredEvent>): ScoredEvent => ({
  kind: 'page_viewed',
  name: 'Page',
  title: null,
  path: null,
  campaign: null,
  at: NOW,
  machine: false,
  ...more,
});

const anyEvent = fc.record({
  kind: fc.constantFrom(...eventKind.options),
  name: fc.constantFrom('Contact sales', 'Newsletter', 'Plan guide', '__proto__', ''),
  title: fc.constantFrom(null, 'Pricing', '\u202Eevil'),
  path: fc.constantFrom(null, '/pricing', '/careers/ops', '/blog'),
  campaign: fc.constantFrom(null, 'Autumn'),
  at: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
  machine: fc.boolean(),
});
const anyFit = fc.record({
  email: fc.constantFrom(null, 'a@gmail.com', 'a@shanahan.example', '@', 'x'),
  title: fc.constantFrom(null, 'Senior Director of Operations', 'Student', 'CTO'),
  company: fc.constantFrom(null, 'Shanahan Hudson'),
  industry: fc.constant(null),
  country: fc.constant(null),
});

describe('the score', () => {
  it('is the exact sum of its lines, for any lead', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), anyFit, (events, fit) => {
        const score = scoreLead(events, fit, gitlabPreset, NOW);
        const sum = score.contributions.reduce((total, line) => total + line.points, 0);
        expect(sum).toBe(score.points);
        expect(score.points).toBeGreaterThanOrEqual(0);
        expect(score.points).toBeLessThanOrEqual(gitlabPreset.totalCap);
        expect(scoreView.safeParse(score).success).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which events arrive', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEvent, { maxLength: 40 })
          .chain((events) =>
            fc.tuple(
              fc.constant(events),
              fc.shuffledSubarray(events, { minLength: events.length }),
            ),
          ),
        ([events, shuffled]) => {
          expect(scoreLead(shuffled, nobody, gitlabPreset, NOW)).toEqual(
            scoreLead(events, nobody, gitlabPreset, NOW),
          );
        },
      ),
    );
  });

  it('halves every 90 days, and says when', () => {
    const attended = event({ kind: 'webinar_attended', at: NOW - 90 * DAY });
    const [line] = scoreLead([attended], nobody, gitlabPreset, NOW).contributions;
    expect(line).toMatchObject({ ruleId: 'webinar', points: 20, times: 1 });
    expect(line?.halfAt).toBe(new Date(NOW + 90 * DAY).toISOString());
    const later = scoreLead([attended], nobody, gitlabPreset, NOW + 90 * DAY);
    expect(later.points).toBe(10);
  });

  it('caps a rule, counts it once a day, and a capped line halves later', () => {
    const views = [0, 0, 1, 2, 3].map((age) => event({ path: '/pricing', at: NOW - age * DAY }));
    const [line] = scoreLead(views, nobody, gitlabPreset, NOW).contributions;
    expect(line).toMatchObject({ ruleId: 'pricing', points: 50, times: 5, capped: true });
    expect(Date.parse(line?.halfAt ?? '')).toBeGreaterThan(NOW + 90 * DAY);
  });

  it('shows what machines did and counts nothing for it', () => {
    const opens = [true, true, false].map((machine) => event({ kind: 'email_clicked', machine }));
    const [line] = scoreLead(opens, nobody, gitlabPreset, NOW).contributions;
    expect(line).toMatchObject({ points: 2, times: 1, discounted: 2 });
    const onlyMachines = scoreLead(opens.slice(0, 2), nobody, gitlabPreset, NOW);
    expect(onlyMachines).toMatchObject({ points: 0, enough: false, grade: null });
  });

  it('gives one title one seniority and never takes a director for a CTO', () => {
    const fit = { ...nobody, email: 'x@shanahan.example', title: 'Senior Director of Operations' };
    const ids = scoreLead([event({})], fit, gitlabPreset, NOW).contributions.map((c) => c.ruleId);
    expect(ids).toEqual(['business-mail', 'plans', 'decides', 'pages']);
    const definition = {
      ...gitlabPreset,
      fit: [
        {
          id: 'cto',
          label: 'CTO',
          test: { is: 'contains' as const, attribute: 'title' as const, words: ['cto'] },
          points: 5,
        },
      ],
    };
    expect(scoreLead([], fit, definition, NOW).contributions).toEqual([]);
  });

  it('lets every cap and floor show as a line of its own', () => {
    const bad = [event({ kind: 'unsubscribed' })];
    const score = scoreLead(bad, nobody, gitlabPreset, NOW);
    expect(score.points).toBe(0);
    expect(score.contributions).toContainEqual(
      expect.objectContaining({ side: 'limit', points: 100 }),
    );
  });

  it('keeps the trend on the same ground as the score', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const score = scoreLead(events, nobody, gitlabPreset, NOW);
        expect(score.trend).toHaveLength(16);
        expect(score.trend.at(-1)).toBe(score.points);
        expect(pointsOf(events, nobody, gitlabPreset, NOW)).toBe(score.points);
      }),
    );
  });
});

describe('the preset', () => {
  it('is a valid lead definition with unique rules', () => {
    expect(leadDefinition.safeParse(gitlabPreset).success).toBe(true);
    const ids = [...gitlabPreset.engagement, ...gitlabPreset.fit].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
