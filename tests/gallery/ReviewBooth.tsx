import { type ReactNode, useState } from 'react';
import type { DeskState, QueueState, ReviewDeskProps } from '../../components/review/props.ts';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import { NOW, PLACE } from './moment.ts';
import { caseOf } from './review-lines.ts';
import { ALL_SENT } from './SidebarBooth.tsx';
import { noted, saved } from './stub.ts';

type Props = {
  state: DeskState;
  room?: ReviewDeskProps['room'];
  children?: ReactNode;
};

/** The desk with somebody behind it who opens cases and takes answered lines away. */
export function ReviewBooth({ state: given, room = 'queue', children }: Props) {
  const [state, setState] = useState(given);
  const [waiting, setWaiting] = useState(0);

  const change = (with_: (queue: QueueState) => Partial<QueueState>) =>
    setState((now) => (now.is === 'queue' ? { ...now, ...with_(now) } : now));

  return (
    <ReviewDesk
      state={state}
      room={room}
      outbox={{ ...ALL_SENT, waiting }}
      now={NOW}
      place={PLACE}
      onShow={noted('onShow')}
      onChoose={(chosen) => {
        noted('onChoose')(chosen);
        change((queue) => {
          const line = queue.lines.find(({ entry }) => entry.id === chosen);
          return { chosen, opened: line ? { is: 'case', case: caseOf(line) } : { is: 'none' } };
        });
      }}
      onLoadMore={noted('onLoadMore')}
      onAnswer={saved('onAnswer', (said) => {
        const { feedbackId } = said as { feedbackId: string };
        setWaiting((before) => before + 1);
        change((queue) => ({
          lines: queue.lines.filter(({ entry }) => entry.id !== feedbackId),
          counts: { ...queue.counts, open: queue.counts.open - 1 },
        }));
      })}
      onRetry={noted('onRetry')}
      onRetryCase={noted('onRetryCase')}
      onConnect={noted('onConnect')}
      onOpenOutbox={noted('onOpenOutbox')}
    >
      {children}
    </ReviewDesk>
  );
}
