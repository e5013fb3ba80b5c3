import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CrmRecord, PageFacts } from '../../../lib/contract/record.ts';
import type { Reading } from '../../../lib/crm/adapter.ts';
import { settle } from '../../../lib/page/settle.ts';

/** Pages as real CRMs behave: late, stale, half-rendered. `shows` says what the page shows at a time. */
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const record: CrmRecord = { crm: 'atomic', org: 'x', kind: 'contact', id: '2' };
const gordon: PageFacts = { name: 'Gordon', email: 'gordon@shanahan.example' };
const ava: PageFacts = { name: 'Ava', email: 'ava@northgate.example' };

function watch(
  shows: (ms: number) => PageFacts | null,
  previous: PageFacts | null = null,
  hurried = false,
  more: { sure?: boolean; guessed?: (ms: number) => boolean } = {},
) {
  const began = Date.now();
  const reports: (PageFacts | null)[] = [];
  const life = new AbortController();
  const read = (): Reading => {
    const facts = shows(Date.now() - began);
    const company = more.guessed?.(Date.now() - began) ? 'domain' : 'place';
    return facts
      ? { ok: true, facts, how: { company }, sure: more.sure ?? false }
      : { ok: false, why: 'not-rendered' };
  };
  settle({
    adapter: { read },
    record,
    document: {} as Document,
    url: () => new URL('http://localhost'),
    others: previous ? [previous] : [],
    hurried,
    signal: life.signal,
    report: (facts) => reports.push(facts),
  });
  return { reports, life };
}

describe('a page', () => {
  it('that says the same thing twice has settled', () => {
    const { reports } = watch((ms) => (ms < 1300 ? null : gordon));
    vi.advanceTimersByTime(1400);
    expect(reports).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(reports).toEqual([gordon]);
    vi.advanceTimersByTime(60_000);
    expect(reports).toEqual([gordon]);
  });

  it('that still shows the person before is waited out, for as long as it takes', () => {
    for (const stale of [62, 312, 509, 3000]) {
      const { reports } = watch((ms) => (ms < stale ? gordon : ava), gordon);
      vi.advanceTimersByTime(4000);
      expect(reports).toEqual([ava]);
    }
  });

  it('after one that was left unread is looked at longer, since nobody knows whose it still is', () => {
    const zoe: PageFacts = { name: 'Zoë', email: 'zoe@x.example' };
    const { reports } = watch((ms) => (ms < 420 ? gordon : ava), zoe, true);
    vi.advanceTimersByTime(4000);
    expect(reports).toEqual([ava]);
  });

  it('that stays as it was when the address changed is doubted longest, if nobody knows whose it was', () => {
    // A Tryton under load: the address typed, and the tab before in front until the server has answered.
    const { reports } = watch((ms) => (ms < 2400 ? gordon : ava), null, true);
    vi.advanceTimersByTime(6000);
    expect(reports).toEqual([ava]);
    // A CRM that changes its page before its address.
    const { reports: pageFirst } = watch(() => ava, null, true);
    vi.advanceTimersByTime(6000);
    expect(pageFirst).toEqual([ava]);
  });

  it('that names its record needs no patience, even in a hurry and after a record of the same person', () => {
    const { reports } = watch(() => gordon, gordon, true, { sure: true });
    vi.advanceTimersByTime(300);
    expect(reports).toEqual([gordon]);
  });

  it('whose person was gone and came back is a second record of theirs', () => {
    // Tryton, from a contact to the lead of the same person.
    const { reports } = watch((ms) => (ms < 400 ? null : gordon), gordon);
    vi.advanceTimersByTime(1300);
    expect(reports).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(reports).toEqual([gordon]);
    // The parts of a stale page change one by one; that is not being gone.
    const half = { name: 'Gordon' };
    const { reports: stale } = watch((ms) => (ms < 400 ? half : gordon), gordon);
    vi.advanceTimersByTime(4000);
    expect(stale).toEqual([]);
  });

  it('is given time for an address that comes with a request of its own, and for a company better than a guess', () => {
    const { reports } = watch((ms) => (ms < 900 ? { name: 'Ava' } : ava));
    vi.advanceTimersByTime(2000);
    expect(reports).toEqual([ava]);
    const guess = { ...ava, company: 'northgate.example' };
    const known = { ...ava, company: 'Northgate' };
    const { reports: later } = watch((ms) => (ms < 900 ? guess : known), null, false, {
      guessed: (ms) => ms < 900,
    });
    vi.advanceTimersByTime(4000);
    expect(later).toEqual([guess, known]);
  });

  it('that is filled in bit by bit is not taken half-way', () => {
    const { reports } = watch((ms) => (ms < 500 ? { name: `Av${ms}` } : ava));
    vi.advanceTimersByTime(2000);
    expect(reports).toEqual([ava]);
  });

  it('that never shows anybody else gives nothing rather than the wrong person', () => {
    const { reports } = watch(() => gordon, gordon);
    vi.advanceTimersByTime(70_000);
    expect(reports).toEqual([null]);
  });

  it('that is very slow gives nothing first, and the person after all', () => {
    const { reports } = watch((ms) => (ms < 20_000 ? null : ava));
    vi.advanceTimersByTime(70_000);
    expect(reports).toEqual([null, ava]);
  });

  it('that was left says nothing any more', () => {
    const { reports, life } = watch((ms) => (ms < 1000 ? null : ava));
    vi.advanceTimersByTime(900);
    life.abort();
    vi.advanceTimersByTime(70_000);
    expect(reports).toEqual([]);
  });
});
