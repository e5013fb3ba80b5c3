import { describe, expect, it } from 'vitest';
import {
  choiceFrom,
  comparedDays,
  daysOf,
  hashOf,
  queryOf,
  USUAL,
} from '../../../lib/desk/report-choice.ts';
import { csvOf, fileName } from '../../../lib/desk/report-file.ts';

/** A Thursday. */
const NOW = Date.parse('2026-11-26T23:30:00Z');

describe('what the reports look at', () => {
  it('is as usual where the address says nothing, or nonsense', () => {
    expect(choiceFrom('#reports')).toEqual(USUAL);
    expect(choiceFrom('#reports/')).toEqual(USUAL);
    expect(
      choiceFrom('#reports/weeks=7&compare=never&by=rep&sourced=nobody&from=2026-13-01&to=x'),
    ).toEqual(USUAL);
    expect(choiceFrom('#reports/from=2026-11-02&to=2026-11-01').days).toBeNull();
    expect(choiceFrom('#queue/weeks=4')).toEqual(USUAL);
  });

  it.each([
    USUAL,
    { ...USUAL, weeks: 52 as const, compare: 'year' as const },
    { ...USUAL, source: 'A & B=1 # 100 %/ü', campaign: '', by: 'content' as const },
    { ...USUAL, days: { from: '2026-01-05', to: '2026-02-01' }, sourced: 'sales' as const },
  ])('comes back from its own address: %j', (choice) => {
    const hash = hashOf(choice);
    expect(hash.startsWith('#reports')).toBe(true);
    expect(choiceFrom(hash)).toEqual(choice);
  });

  it('is the last weeks with the one that runs, from a Monday', () => {
    expect(daysOf({ ...USUAL, weeks: 4 }, NOW)).toEqual({ from: '2026-11-02', to: '2026-11-26' });
    expect(daysOf(USUAL, Date.parse('2026-11-23T00:00:00Z'))).toEqual({
      from: '2026-09-07',
      to: '2026-11-23',
    });
    expect(daysOf({ ...USUAL, weeks: 4 }, Date.parse('2026-11-22T12:00:00Z')).from).toBe(
      '2026-10-26',
    );
  });

  it('is compared with as many days, on the same days of the week where weeks are looked at', () => {
    const weeks = { ...USUAL, weeks: 4 as const };
    expect(comparedDays(weeks, NOW)).toBeNull();
    expect(comparedDays({ ...weeks, compare: 'before' }, NOW)).toEqual({
      from: '2026-10-05',
      to: '2026-10-29',
    });
    expect(comparedDays({ ...weeks, compare: 'year' }, NOW)).toEqual({
      from: '2025-11-03',
      to: '2025-11-27',
    });
    const days = {
      ...USUAL,
      days: { from: '2026-03-01', to: '2026-03-10' },
      compare: 'before' as const,
    };
    expect(comparedDays(days, NOW)).toEqual({ from: '2026-02-19', to: '2026-02-28' });
  });

  it('asks for “none known” by the empty text, and leaves out what is not filtered', () => {
    const days = { from: '2026-03-01', to: '2026-03-10' };
    expect(queryOf(USUAL, days)).toEqual({ ...days, by: 'source' });
    expect(queryOf({ ...USUAL, source: '' }, days)).toEqual({ ...days, by: 'source', source: '' });
  });
});

describe('a file of figures', () => {
  it('is CSV as RFC 4180 has it', () => {
    const rows = [
      ['Source', 'n'],
      ['Webinar, autumn', 12],
      ['said "yes"', null],
      ['two\nlines', 0.25],
    ];
    expect(csvOf(rows)).toBe(
      '\uFEFFSource,n\r\n"Webinar, autumn",12\r\n"said ""yes""",\r\n"two\nlines",0.25\r\n',
    );
  });

  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx'])('runs no formula: %j', (text) => {
    expect(csvOf([[text]])).toMatch(/^\uFEFF"?'/);
  });

  it('leaves numbers alone', () => {
    expect(csvOf([['-3', '+4.5', -2]])).toBe('\uFEFF-3,+4.5,-2\r\n');
  });

  it('is named after what is in it', () => {
    expect(fileName('funnel', { from: '2026-08-31', to: '2026-11-22' }, 'csv')).toBe(
      'truce-funnel-2026-08-31-2026-11-22.csv',
    );
  });
});
