/** Wires the review desk. */
import { useEffect } from 'react';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import { notNowStore } from '../../lib/desk/not-now.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { reviewQueue } from '../../lib/desk/review-queue.ts';
import { scoreRoom } from '../../lib/desk/score-room.ts';
import { realTools, resolutionItem } from '../../lib/feedback/items.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { speaker } from '../../lib/feedback/speaker.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { useRoom } from './use-room.ts';

const page = openDeskPage();
const queue = reviewQueue(ask, page.connection);
const score = scoreRoom({ ask, connection: page.connection, notNow: notNowStore });
const said = speaker({
  outbox: page.outbox,
  ask,
  connection: page.connections.read,
  onChange: () => announce('outbox'),
});
onAnnounced('outbox', queue.refreshQuietly, page.signal);

export function App() {
  const state = useCell(queue.view);
  const scored = useCell(score.view);
  const room = useRoom();
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const now = useNow(30_000);
  const options = (part: string) => () =>
    void browser.tabs.create({ url: browser.runtime.getURL(`options.html#${part}`) });
  useEffect(() => {
    if (room === 'score') void score.open();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      if (room === 'score') void score.open();
      else queue.refreshQuietly();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [room]);

  return (
    <ReviewDesk
      state={state}
      room={room}
      score={{
        state: scored,
        onRefresh: score.refresh,
        onPutInDraft: score.putInDraft,
        onDiscard: score.discard,
        onPublish: score.publish,
        onNotNow: score.setAside,
        onBringBack: score.bringBack,
        onRetryPreview: score.lookAheadAgain,
      }}
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
    />
  );
}
