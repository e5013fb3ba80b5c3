import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../lib/contract/words.ts';
import { countersOf } from '../../../lib/score/counters.ts';
import { heatOf } from '../../../lib/score/heat.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;
/** The line of the preset. */
const LINE = gitlabPreset.mqlAt;

/** Somebody who did this one thing so many days ago. */
function did(name: 'page' | 'demo', daysAgo: number, machine = false) {
  const kind = name === 'demo' ? ('demo_requested' as const) : ('page_viewed' as const);
  const event = { kind, name, title: null, path: '/pricing', campaign: null, machine };
  return countersOf([{ ...event, at: NOW - daysAgo * DAY }], gitlabPreset);
}

const nothing = countersOf([], gitlabPreset);
const heat = (points: number, more: Partial<Parameters<typeof heatOf>[0]> = {}) =>
  heatOf(
    { points, stage: 'inquiry', optedOut: false, counters: nothing, ...more },
    gitlabPreset,
    NOW,
  );

describe('the heat of a lead', () => {
  it('is hot from the line on, and below it when they asked to be called', () => {
    expect(heat(LINE)).toBe('hot');
    expect(heat(LINE, { stage: 'mql' })).toBe('hot');
    expect(heat(LINE - 1)).toBe('warm');
    expect(heat(0, { counters: did('demo', 1) })).toBe('hot');
    expect(heat(0, { counters: did('demo', gitlabPreset.halfLifeDays + 1) })).toBe('cold');
  });

  it('is not hot once sales has answered, or mail is not welcome', () => {
    const answered: Stage[] = ['sal', 'sql', 'won', 'rejected', 'recycled', 'lost'];
    for (const stage of answered) expect(heat(LINE, { stage })).toBe('warm');
    expect(heat(LINE, { optedOut: true })).toBe('warm');
    expect(heat(0, { optedOut: true, counters: did('demo', 1) })).toBe('warm');
  });

  it('is warm within reach of the line, or with something fresh that counts', () => {
    expect(heat(LINE * 0.75)).toBe('warm');
    expect(heat(LINE * 0.75 - 1)).toBe('cold');
    expect(heat(0, { counters: did('page', 7) })).toBe('warm');
    expect(heat(0, { counters: did('page', 8) })).toBe('cold');
    expect(heat(0, { counters: did('page', 1, true) })).toBe('cold');
  });
});
