import { useEffect, useRef } from 'react';
import { Message } from '../review/Message.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { Evidence } from './Evidence.tsx';
import type { LearnedState, ScoreRoomProps } from './props.ts';
import { Rescoring } from './Rescoring.tsx';
import { RoomSkeleton } from './RoomSkeleton.tsx';
import styles from './ScoreRoom.module.css';

const HERE = {};

/** Is the score honest, what do verdicts say, what should change. */
export function ScoreRoom(props: ScoreRoomProps) {
  const { state, onRefresh } = props;
  switch (state.is) {
    case 'loading':
      return <RoomSkeleton />;
    case 'problem':
      return (
        <Message title={state.problem.title}>
          <p role="alert">{state.problem.detail}</p>
          <p>Safe: verdicts, definitions and drafts stay in the store.</p>
          <Button busy={state.retrying} data-action="retry" onClick={onRefresh}>
            {state.retrying ? 'Trying' : 'Try again'}
          </Button>
        </Message>
      );
    case 'learned':
      return <Room {...props} state={state} place={props.place ?? HERE} />;
  }
}

function Room(props: ScoreRoomProps & { state: LearnedState; place: Place }) {
  const { state, now, place } = props;
  const { learned } = state;
  const { rescoring } = learned;
  const title = useRef<HTMLHeadingElement>(null);

  // A draft that was discarded or put in force takes the pressed button along; the focus stays in the room.
  const draftId = learned.draft?.draftId;
  const before = useRef(draftId);
  useEffect(() => {
    if (before.current === draftId) return;
    before.current = draftId;
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [draftId]);

  return (
    <main className={styles.room} aria-busy={state.refreshing || undefined}>
      <div className={styles.head}>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          Score
        </h1>
        <p>
          definition v{learned.definition.version}
          {learned.definition.signedBy.marketing && learned.definition.signedBy.sales ? (
            <>
              {' '}
              <TruceMark label="signed by both sides" />
            </>
          ) : (
            ', not signed by both sides'
          )}
        </p>
        <p className={styles.made}>
          counted <When at={learned.madeAt} now={now} place={place} as="clock" />
        </p>
      </div>
      {state.problem ? (
        <ProblemNotice problem={state.problem} safe="What is below is from before.">
          <Button
            size="small"
            busy={state.refreshing}
            data-action="retry"
            onClick={props.onRefresh}
          >
            Try again
          </Button>
        </ProblemNotice>
      ) : null}
      {rescoring ? <Rescoring progress={rescoring} /> : null}
      <Evidence {...props} />
    </main>
  );
}
