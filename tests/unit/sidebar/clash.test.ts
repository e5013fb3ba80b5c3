import { describe, expect, it } from 'vitest';
import { AT_ONCE_MS, clashOf } from '../../../components/sidebar/said.ts';
import type { FeedbackEntry } from '../../../lib/contract/lead.ts';

const NOW = Date.parse('2026-11-23T13:05:00Z');
const MINUTE = 60_000;
let last = 0;

const said = (over: Partial<FeedbackEntry>, agoMs: number): FeedbackEntry => {
  last += 1;
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    leadId: '00000000-0000-4000-8000-000000000099',
    kind: 'verdict',
    verdict: 'accepted',
    flag: null,
    ruleId: null,
    fault: null,
    reason: null,
    note: '',
    until: null,
    wakeOn: [],
    by: 'Jane Doe',
    mine: true,
    madeAt: new Date(NOW - agoMs).toISOString(),
    pointsThen: 24,
    resolution: null,
    ...over,
  };
};
const theirs = (over: Partial<FeedbackEntry>, agoMs: number) =>
  said({ by: 'Kim Sato', mine: false, ...over }, agoMs);
const clash = (...entries: FeedbackEntry[]) => clashOf(entries, NOW, undefined);

describe('two people at once', () => {
  it('says who was first, whether mine is sent or not', () => {
    const [mine, kim] = [said({ verdict: 'rejected' }, MINUTE), theirs({}, 5 * MINUTE)];
    expect(clash(mine, kim)).toEqual({ is: 'first', theirs: kim, mine });
  });

  it('says who came after mine and counts now', () => {
    const [kim, mine] = [theirs({ verdict: 'rejected' }, MINUTE), said({}, 5 * MINUTE)];
    expect(clash(kim, mine)).toEqual({ is: 'after', theirs: kim, mine });
  });

  it('is looked for among verdicts: a flag in between changes nothing', () => {
    const flag = said({ kind: 'flag', verdict: null, flag: 'score_too_high' }, 2 * MINUTE);
    const [mine, kim] = [said({ verdict: 'recycled' }, MINUTE), theirs({}, 5 * MINUTE)];
    expect(clash(mine, flag, kim)?.theirs).toBe(kim);
    expect(clash(flag, mine)).toBeNull();
  });

  it('is none where one goes on from what the other said', () => {
    expect(clash(said({ verdict: 'qualified' }, MINUTE), theirs({}, 5 * MINUTE))).toBeNull();
    expect(clash(said({ verdict: 'disqualified' }, MINUTE), theirs({}, 5 * MINUTE))).toBeNull();
  });

  it('is none of one person, nor a day later, nor told longer than a day', () => {
    expect(clash(said({ verdict: 'rejected' }, 0), said({}, MINUTE))).toBeNull();
    expect(clash(said({ verdict: 'rejected' }, 0), theirs({}, AT_ONCE_MS + 1))).toBeNull();
    const old = AT_ONCE_MS + MINUTE;
    expect(clash(said({ verdict: 'rejected' }, old), theirs({}, old + MINUTE))).toBeNull();
  });

  it('is told while the form is open, of what came since it was opened', () => {
    const kim = theirs({}, MINUTE);
    expect(clashOf([kim], NOW, null)).toEqual({ is: 'now', theirs: kim, mine: null });
    expect(clashOf([kim], NOW, kim.id)).toBeNull();
    expect(clashOf([], NOW, null)).toBeNull();
  });
});
