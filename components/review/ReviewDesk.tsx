import '../ui/tokens.css';
import '../ui/base.css';
import { Activity } from 'react';
import { ScoreRoom } from '../score/ScoreRoom.tsx';
import { Button } from '../ui/Button.tsx';
import { Desk } from './Desk.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { Message } from './Message.tsx';
import type { ReviewDeskProps } from './props.ts';
import styles from './ReviewDesk.module.css';

/** Marketing's desk: who waits for an answer, what they saw, what is true today. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { state, outbox, room, score, now, place } = props;
  const member = 'member' in state ? state.member : null;
  const scoring = room === 'score' && state.is !== 'notConnected' && state.is !== 'notMarketer';
  return (
    <div className={styles.desk} data-state={state.is} data-room={room}>
      <DeskHeader member={member} room={room} outbox={outbox} onOpenOutbox={props.onOpenOutbox} />
      {/* Hidden, not gone: a half-written answer survives a look at the other room. */}
      <Activity mode={scoring ? 'hidden' : 'visible'}>{face(props)}</Activity>
      {scoring ? <ScoreRoom {...score} now={now} {...(place && { place })} /> : null}
    </div>
  );
}

function face(props: ReviewDeskProps) {
  const { state, onRetry, onConnect } = props;
  switch (state.is) {
    case 'queue':
      return <Desk {...props} state={state} />;
    case 'loading':
      return (
        <Message title="Loading the queue" busy>
          <p className={styles.muted}>One moment.</p>
        </Message>
      );
    case 'notConnected':
      return (
        <Message title="This browser is not connected">
          <p>
            The desk shows what sales said about your team’s leads. Connect to your team’s store to
            see it.
          </p>
          <Button kind="marketing" data-action="connect" onClick={onConnect}>
            Connect
          </Button>
        </Message>
      );
    case 'notMarketer':
      return (
        <Message title="The desk is for marketing">
          <p>
            You are connected as {state.member.name}, for sales. Marketing answers here what sales
            said; their answers to you come to the sidebar of the lead.
          </p>
          <p>
            If you do work for marketing, ask the administrator of {state.member.workspace.name} for
            that role.
          </p>
        </Message>
      );
    case 'problem':
      return (
        <Message title={state.problem.title}>
          <p role="alert">{state.problem.detail}</p>
          <p>Safe: answers you already sent are saved here or in the store.</p>
          <Button busy={state.retrying} data-action="retry" onClick={onRetry}>
            {state.retrying ? 'Trying' : 'Try again'}
          </Button>
        </Message>
      );
  }
}
