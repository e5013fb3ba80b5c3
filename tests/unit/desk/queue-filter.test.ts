import { describe, expect, it } from 'vitest';
import type { ReviewFilter } from '../../../lib/contract/review.ts';
import { addressOf, EVERYTHING, filterAt } from '../../../lib/desk/queue-filter.ts';

const REP = '00000000-0000-4000-8000-000000000072';

describe('a filter in the address', () => {
  it.each<[string, ReviewFilter]>([
    ['everything', EVERYTHING],
    [
      'every part, with signs that addresses are made of, and what is not known',
      {
        state: 'answered',
        said: ['rejected', 'signal_wrong'],
        reasons: ['Not our market: size & region', null],
        sources: ['a=b&c#d/ü', null],
        campaigns: ['Ops leaders, Q4'],
        reps: [REP],
        points: { from: -10, to: 40 },
        hours: { from: 48, to: null },
        text: '100 % “Nora”',
      },
    ],
    ['an age with two ends', { ...EVERYTHING, hours: { from: 24, to: 48 } }],
  ])('comes back as it was: %s', (_, filter) => {
    expect(filterAt(addressOf(filter))).toEqual(filter);
  });

  it('is everything where the address asks for what there is not', () => {
    expect(filterAt('')).toEqual(EVERYTHING);
    for (const odd of ['said=loved', 'points=x~y', 'hours=a', 'rep=nobody', 'state=maybe'])
      expect(filterAt(`#queue/${odd}`)).toEqual(EVERYTHING);
  });

  it('is none in another room', () => {
    expect(filterAt('#reports/funnel')).toBeNull();
    expect(filterAt('#queues')).toBeNull();
  });
});
