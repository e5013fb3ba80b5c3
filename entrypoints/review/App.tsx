/** Wires the review desk. */
import { useEffect } from 'react';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import { openDeskPage } from '../../lib/desk/page.ts';
import { reviewQueue } from '../../lib/desk/review-queue.ts';
import { realTools, resolutionItem } from '../../lib/feedback/items.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { speaker } from '../../lib/feedback/speaker.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';

const page = openDeskPage();
const queue = reviewQueue(ask, page.connection);
const said = speaker({
  outbox: page.outbox,
  ask,
  connection: page.connections.read,
  onChange: () => announce('outbox'),
});
onAnnounced('outbox', queue.refreshQuietly, page.signal);

export function App() {
  const state = useCell(queue.view);
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const now = useNow(30_000);
  const options = (part: string) => () =>
    void browser.tabs.create({ url: browser.runtime.getURL(`options.html#${part}`) });
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && queue.refreshQuietly();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  return (
    <ReviewDesk
      state={state}
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
