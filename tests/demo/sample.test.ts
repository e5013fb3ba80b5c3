import { describe, expect, it } from 'vitest';
import { heroOf, writeStories } from '../../demo/sample/arcs.ts';
import { OPINIONS } from '../../demo/sample/opinions.ts';
import type { CrmPerson } from '../../demo/sample/people.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 30);
const DAY = 86_400_000;

const TITLES = ['Purchasing Manager', 'Graduate Student', 'Head of Operations', 'Consultant'];
const PEOPLE: CrmPerson[] = Array.from({ length: 60 }, (_, number) => ({
  id: String(number),
  firstName: 'Ada',
  lastName: `Number${number}`,
  email: `ada.number${number}@acme.example`,
  title: number === 11 || number === 30 ? 'Business Development Representative' : title(number),
  company: 'Acme',
  companyId: '7',
  industry: 'Materials',
  country: 'France',
}));

function title(number: number): string {
  return TITLES[number % (number < 8 ? 4 : 40)] ?? 'Office Manager';
}

const stories = writeStories(PEOPLE, NOW);

describe('the sample stories', () => {
  it('are the same every time', () => {
    expect(writeStories(PEOPLE, NOW)).toEqual(stories);
  });

  it('move with the time of the start', () => {
    const later = writeStories(PEOPLE, NOW + 10 * DAY);
    const shifted = stories.map(({ calls }) => calls.map(({ at }) => at + 10 * DAY));
    expect(later.map(({ calls }) => calls.map(({ at }) => at))).toEqual(shifted);
  });

  it('are over before now, and not older than a season', () => {
    const times = stories.flatMap(({ calls }) => calls.map(({ at }) => at));
    expect(Math.max(...times)).toBeLessThan(NOW);
    expect(Math.min(...times)).toBeGreaterThan(NOW - 92 * DAY);
  });

  it('give every call an id of its own, so that sending twice doubles nothing', () => {
    const ids = stories.flatMap(({ calls }) => calls.map(({ messageId }) => messageId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begin without a name where a website would, and never lose it again', () => {
    for (const { calls } of stories) {
      const onSite = calls.filter(({ anonymousId }) => anonymousId !== undefined);
      const named = onSite.findIndex(({ userId }) => userId !== undefined);
      if (named === -1) continue;
      expect(onSite[named]?.type).toBe('identify');
      expect(onSite.slice(named).every(({ userId }) => userId !== undefined)).toBe(true);
    }
  });

  it('show one lead who asked for a demo, and some whom marketing never met', () => {
    const hero = stories.find(({ person }) => person === heroOf(PEOPLE));
    expect(hero?.arc).toBe('hotBuyer');
    expect(hero?.calls.map(({ name }) => name)).toContain('Demo Requested');
    const strangers = stories.slice(0, 25).filter(({ arc }) => arc === 'unknown');
    expect(strangers.length).toBeGreaterThan(0);
    expect(strangers.every(({ calls }) => calls.length === 0)).toBe(true);
  });
});

describe('what the sample team says', () => {
  it.each(OPINIONS)('is about somebody who exists: $about $nth', ({ about, nth }) => {
    expect(stories.filter(({ arc }) => arc === about)[nth]).toBeDefined();
  });

  it('gives reasons and signals that the definition has', () => {
    const { reasons, engagement } = gitlabPreset;
    for (const { said } of OPINIONS) {
      if ('flag' in said) {
        const known = [null, ...engagement.map(({ id }) => id)];
        expect(known).toContain(said.flag.ruleId);
      } else if (said.verdict.reason !== null) {
        const kind = said.verdict.verdict as keyof typeof reasons;
        expect(reasons[kind].map(({ id }) => id)).toContain(said.verdict.reason);
      }
    }
  });
});
