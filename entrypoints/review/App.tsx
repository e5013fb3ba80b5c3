/** Wires the review desk: the queue, and whichever room is in front. */
import type { ReactNode } from 'react';
import type { DeskRoom } from '../../components/review/props.ts';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import { putInDraft } from '../../lib/desk/draft-change.ts';
import { addressOf } from '../../lib/desk/queue-filter.ts';
import { joined } from '../../lib/desk/queue-merge.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { ask, page } from './desk.ts';
import {
  answer,
  answerAlike,
  answers,
  find,
  lookAgain,
  queue,
  show,
  undo,
  views,
} from './queue.ts';
import { CheckInPart } from './rooms/check-in.tsx';
import { DefinitionPart } from './rooms/definition.tsx';
import { HeadlinePart } from './rooms/headline.tsx';
import { ReportsPart } from './rooms/reports.tsx';
import { ScorePart } from './rooms/score.tsx';
import { useLooks } from './use-looks.ts';
import { useRoom } from './use-room.ts';

const ROOMS: Record<DeskRoom, (now: number) => ReactNode> = {
  queue: () => null,
  definition: (now) => <DefinitionPart now={now} />,
  score: (now) => <ScorePart now={now} />,
  reports: (now) => <ReportsPart now={now} />,
  'check-in': (now) => <CheckInPart now={now} />,
};

export function App() {
  const state = useCell(queue.view);
  const { room, addresses } = useRoom();
  const connection = useCell(page.connection);
  const sending = useCell(page.sending.now);
  const undoable = useCell(answers.undoable);
  const now = useNow(undoable ? 1000 : 30_000);
  const options = (part: string) => () =>
    void browser.tabs.create({ url: browser.runtime.getURL(`options.html#${part}`) });
  useLooks(() => {
    if (room === 'queue') lookAgain();
  });

  return (
    <ReviewDesk
      state={state}
      room={room}
      headline={<HeadlinePart now={now} />}
      outbox={outboxView(sending, connection ? senderOf(connection) : null)}
      now={now}
      views={useCell(views.views)}
      undo={undoable}
      progress={useCell(answers.progress)}
      addresses={
        state.is === 'queue' ? { ...addresses, queue: addressOf(state.filter) } : addresses
      }
      onFilter={show}
      onChoose={queue.choose}
      onLoadMore={queue.loadMore}
      onAnswer={answer}
      onAnswerAlike={answerAlike}
      onUndo={undo}
      onMerge={(leadId, other) => joined(ask, leadId, other)}
      onDraft={(change) => putInDraft(ask, change)}
      onFind={find}
      onOpenLead={(leadId) => void ask('lead.open', { leadId, records: [] })}
      onSaveView={(name, filter) => void views.save(name, filter)}
      onRenameView={(id, name) => void views.rename(id, name)}
      onDropView={(id) => void views.drop(id)}
      onRetry={queue.refresh}
      onRetryCase={queue.refreshCase}
      onConnect={options('connection')}
      onOpenOutbox={options('outbox')}
    >
      {ROOMS[room](now)}
    </ReviewDesk>
  );
}
