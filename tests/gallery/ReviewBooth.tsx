import { type ReactNode, useState } from 'react';
import type {
  AnswerSaid,
  DeskState,
  QueueState,
  ReviewDeskProps,
} from '../../components/review/props.ts';
import { ReviewDesk } from '../../components/review/ReviewDesk.tsx';
import type { ReviewLine } from '../../lib/contract/review.ts';
import { id, NOW, PLACE } from './moment.ts';
import { FOUND, VIEWS } from './review-facets.ts';
import { caseOf, LINES } from './review-lines.ts';
import { ALL_SENT } from './SidebarBooth.tsx';
import { noted, saved } from './stub.ts';

type Props = {
  state: DeskState;
  room?: ReviewDeskProps['room'];
  progress?: ReviewDeskProps['progress'];
  headline?: ReactNode;
  children?: ReactNode;
};

declare global {
  interface Window {
    /** Set by a test: so many lines come with each page that is asked for. */
    linesPerPage?: number;
  }
}

/** @returns lines like the first, with ids of their own. */
const more = (from: number): ReviewLine[] =>
  Array.from({ length: window.linesPerPage ?? 0 }, (_, place) => {
    const like = LINES[place % LINES.length];
    return like ? { ...like, entry: { ...like.entry, id: id(10_000 + from + place) } } : [];
  }).flat();

/** The desk with somebody behind it who opens cases, takes answered lines away and brings back what is taken back. */
export function ReviewBooth({
  state: given,
  room = 'queue',
  progress = null,
  headline,
  children,
}: Props) {
  const [state, setState] = useState(given);
  const [views, setViews] = useState(VIEWS);
  const [gone, setGone] = useState<ReviewLine[]>([]);

  const change = (with_: (queue: QueueState) => Partial<QueueState>) =>
    setState((now) => (now.is === 'queue' ? { ...now, ...with_(now) } : now));
  const lines = state.is === 'queue' ? state.lines : [];

  function takeAway(ids: string[]) {
    setGone(lines.filter(({ entry }) => ids.includes(entry.id)));
    change((queue) => ({
      lines: queue.lines.filter(({ entry }) => !ids.includes(entry.id)),
      counts: { ...queue.counts, open: queue.counts.open - ids.length },
    }));
  }

  return (
    <ReviewDesk
      state={state}
      room={room}
      headline={headline}
      views={views}
      undo={
        gone.length > 0
          ? { feedbackIds: gone.map(({ entry }) => entry.id), until: NOW + 10_000 }
          : null
      }
      progress={progress}
      outbox={{ ...ALL_SENT, waiting: gone.length }}
      now={NOW}
      place={PLACE}
      onFilter={(filter) => {
        noted('onFilter')(filter);
        change(() => ({ filter }));
      }}
      onChoose={(chosen) => {
        noted('onChoose')(chosen);
        change((queue) => {
          const line = queue.lines.find(({ entry }) => entry.id === chosen);
          const opened = line
            ? { is: 'case' as const, case: caseOf(line) }
            : { is: 'none' as const };
          return { chosen, opened, alike: line?.entry.reason ? 11 : null };
        });
      }}
      onLoadMore={() => {
        noted('onLoadMore')();
        change(({ lines: known }) => ({ lines: [...known, ...more(known.length)] }));
      }}
      onAnswer={saved('onAnswer', (said) =>
        takeAway((said as AnswerSaid[]).map(({ feedbackId }) => feedbackId)),
      )}
      onAnswerAlike={saved('onAnswerAlike')}
      onUndo={async () => {
        noted('onUndo')();
        change(({ lines: left, counts }) => ({
          lines: [...gone, ...left],
          counts: { ...counts, open: counts.open + gone.length },
        }));
        setGone([]);
        return gone.map(({ entry }) => entry.id);
      }}
      onMerge={saved('onMerge')}
      onDraft={saved('onDraft')}
      onFind={async (text) => {
        noted('onFind')(text);
        return { ok: true, value: FOUND.filter(({ name }) => name?.startsWith(text)) };
      }}
      onOpenLead={noted('onOpenLead')}
      onSaveView={(name, filter) => {
        noted('onSaveView')(name);
        setViews((all) => [...all, { id: `own-${all.length}`, name, filter, n: 3 }]);
      }}
      onRenameView={(id, name) =>
        setViews((all) => all.map((view) => (view.id === id ? { ...view, name } : view)))
      }
      onDropView={(id) => setViews((all) => all.filter((view) => view.id !== id))}
      onRetry={noted('onRetry')}
      onRetryCase={noted('onRetryCase')}
      onConnect={noted('onConnect')}
      onOpenOutbox={noted('onOpenOutbox')}
    >
      {children}
    </ReviewDesk>
  );
}
