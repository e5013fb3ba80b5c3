import type { QueueState } from '../../components/review/props.ts';
import { OFFLINE } from './fixtures.ts';
import { MEMBER, REP } from './members.ts';
import { before, HOUR } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { caseOf, LINES } from './review-lines.ts';
import type { Screens } from './screens.tsx';

/** @returns the queue, loaded. */
export const queue = (over: Partial<QueueState> = {}): QueueState => ({
  is: 'queue',
  member: MEMBER,
  showing: 'open',
  lines: LINES,
  counts: { open: LINES.length, answered: 132, late: 5 },
  marketingHours: 48,
  more: true,
  loadingMore: false,
  chosen: null,
  opened: { is: 'none' },
  problem: null,
  ...over,
});

const opened = (index: number): Partial<QueueState> => {
  const line = LINES[index];
  return line ? { chosen: line.entry.id, opened: { is: 'case', case: caseOf(line) } } : {};
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
          showing: 'answered',
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
      state={queue({ lines: [], counts: { open: 0, answered: 132, late: 0 }, more: false })}
    />
  ),
  'review-loading': () => <ReviewBooth state={{ is: 'loading' }} />,
  'review-problem': () => (
    <ReviewBooth state={{ is: 'problem', problem: OFFLINE, retrying: false }} />
  ),
  'review-not-marketer': () => <ReviewBooth state={{ is: 'notMarketer', member: REP }} />,
  'review-not-connected': () => <ReviewBooth state={{ is: 'notConnected' }} />,
};
