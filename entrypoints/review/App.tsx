/** Wires the review desk: the queue, and whichever room is in front. */
import type { ReactNode } from 'react';
import type { DeskRoom } from '../../components/review/props.ts';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import { reviewQueue } from '../../lib/desk/review-queue.ts';
import { realTools, resolutionItem } from '../../lib/feedback/items.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { onAnnounced } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { ask, page, said } from './desk.ts';
import { CheckInPart } from './rooms/check-in.tsx';
import { DefinitionPart } from './rooms/definition.tsx';
import { HeadlinePart } from './rooms/headline.tsx';
import { ReportsPart } from './rooms/reports.tsx';
import { ScorePart } from './rooms/score.tsx';
import { useLooks } from './use-looks.ts';
import { useRoom } from './use-room.ts';

const queue = reviewQueue(ask, page.connection);
onAnnounced('outbox', queue.refreshQuietly, page.signal);

const ROOMS: Record<DeskRoom, (now: number) => ReactNode> = {
  queue: () => null,
  definition: (now) => <DefinitionPart now={now} />,
  score: (now) => <ScorePart now={now} />,
  reports: (now) => <ReportsPart now={now} />,
  'check-in': (now) => <CheckInPart now={now} />,
};

export function App() {
  const state = useCell(queue.view);
  const room = useRoom();
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const now = useNow(30_000);
  const options = (part: string) => () =>
    void browser.tabs.create({ url: browser.runtime.getURL(`options.html#${part}`) });
  useLooks(() => {
    if (room === 'queue') queue.refreshQuietly();
  });

  return (
    <ReviewDesk
      state={state}
      room={room}
      headline={<HeadlinePart now={now} />}
      outbox={outboxView(entries, lastProblem, connection ? senderOf(connection) : null)}
      now={now}
      onShow={queue.show}
      onChoose={queue.choose}
      onLoadMore={queue.loadMore}
      onAnswer={async (answer) => {
        const saved = await said.say(resolutionItem(answer, realTools), null);
        if (saved.ok) queue.answered(answer.feedbackId);
        return saved;
      }}
      onRetry={queue.refresh}
      onRetryCase={queue.refreshCase}
      onConnect={options('connection')}
      onOpenOutbox={options('outbox')}
    >
      {ROOMS[room](now)}
    </ReviewDesk>
  );
}
