import type { QueueState } from '../../components/review/props.ts';
import { reviewFilter } from '../../lib/contract/review.ts';
import { OFFLINE } from './fixtures.ts';
import { MEMBER, REP } from './members.ts';
import { before, HOUR } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { FACETS, PATTERNS } from './review-facets.ts';
import { caseOf, LINES } from './review-lines.ts';
import type { Pressed, Screens } from './screens.tsx';

/** @returns the queue, loaded. */
export const queue = (over: Partial<QueueState> = {}): QueueState => ({
  is: 'queue',
  member: MEMBER,
  filter: reviewFilter.parse({}),
  settling: false,
  lines: LINES,
  counts: { open: 47, answered: 132, late: 6 },
  facets: FACETS,
  patterns: PATTERNS,
  marketingHours: 48,
  more: true,
  loadingMore: false,
  chosen: null,
  opened: { is: 'none' },
  alike: null,
  problem: null,
  ...over,
});

const opened = (index: number): Partial<QueueState> => {
  const line = LINES[index];
  if (!line) return {};
  const alike = line.entry.reason ? 11 : null;
  return { chosen: line.entry.id, opened: { is: 'case', case: caseOf(line) }, alike };
};

const ANSWERED = LINES.slice(2, 5).map((line) => ({
  ...line,
  entry: {
    ...line.entry,
    resolution: {
      kind: 'kept' as const,
      reply: 'Webinar guests do buy, 62 of 84 were accepted.',
      by: 'Ines Moreau',
      madeAt: before(2 * HOUR),
    },
  },
}));

const NO_FACETS = {
  ...FACETS,
  total: 0,
  said: [],
  reasons: [],
  sources: [],
  campaigns: [],
  reps: [],
  points: [],
  waited: { day: 0, twoDays: 0, longer: 0 },
};

export const reviewScreens: Screens = {
  'review-queue': () => <ReviewBooth state={queue()} />,
  'review-case': () => <ReviewBooth state={queue(opened(2))} />,
  'review-signal': () => <ReviewBooth state={queue(opened(5))} />,
  'review-hostile': () => <ReviewBooth state={queue(opened(7))} />,
  'review-answered': () => {
    const [first] = ANSWERED;
    return (
      <ReviewBooth
        state={queue({
          filter: reviewFilter.parse({ state: 'answered' }),
          lines: ANSWERED,
          more: false,
          ...(first ? { chosen: first.entry.id, opened: { is: 'case', case: caseOf(first) } } : {}),
        })}
      />
    );
  },
  'review-stale': () => <ReviewBooth state={queue({ problem: OFFLINE })} />,
  'review-empty': () => (
    <ReviewBooth
      state={queue({
        lines: [],
        counts: { open: 0, answered: 132, late: 0 },
        facets: NO_FACETS,
        patterns: { patterns: [], looked: 11, needs: 20 },
        more: false,
      })}
    />
  ),
  'review-filtered': () => (
    <ReviewBooth
      state={queue({
        ...opened(2),
        lines: LINES.filter(({ source }) => source === 'Webinar'),
        facets: { ...FACETS, total: 3 },
        filter: reviewFilter.parse({
          sources: ['Webinar', 'A source that is gone'],
          points: { from: 10, to: 39 },
        }),
        more: false,
      })}
    />
  ),
  'review-none-like-that': () => (
    <ReviewBooth
      state={queue({
        lines: [],
        facets: NO_FACETS,
        filter: reviewFilter.parse({ text: 'Zebra', said: ['signal_wrong'] }),
        more: false,
      })}
    />
  ),
  'review-saving': () => <ReviewBooth state={queue()} progress={{ done: 37, of: 120 }} />,
  'review-loading': () => <ReviewBooth state={{ is: 'loading' }} />,
  'review-problem': () => (
    <ReviewBooth state={{ is: 'problem', problem: OFFLINE, retrying: false }} />
  ),
  'review-not-marketer': () => <ReviewBooth state={{ is: 'notMarketer', member: REP }} />,
  'review-not-connected': () => <ReviewBooth state={{ is: 'notConnected' }} />,
};

export const REVIEW_PRESSED: Record<string, Pressed> = {
  'review-kept': { from: 'review-case', press: ['[value="kept"]', '[data-action="answer"]'] },
  'review-keys': { from: 'review-queue', press: ['[data-action="keys"]'] },
  'review-selected': {
    from: 'review-queue',
    press: ['[data-stretch] li:nth-child(2) input', '[data-stretch] li:nth-child(8) input'],
  },
  'review-duplicate': {
    from: 'review-case',
    press: ['[value="duplicate"]', '[data-action="draft-rule"]', '[data-action="answer"]'],
  },
};
