import { reviewWords } from '../../lib/words/review.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { Activity, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Desk } from './Desk.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { Message } from './Message.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import type { ReviewDeskProps } from './props.ts';
import styles from './ReviewDesk.module.css';

/** Marketing's desk: who waits for an answer, what they saw, what is true today. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { state, outbox, room, headline, children, addresses = {} } = props;
  const [single, setSingle] = useState(true);
  const member = 'member' in state ? state.member : null;
  const mayEnter = room !== 'score' || state.is !== 'notMarketer';
  const elsewhere = room !== 'queue' && state.is !== 'notConnected' && mayEnter;
  return (
    <div className={styles.desk} data-state={state.is} data-room={room}>
      <DeskHeader
        member={member}
        room={room}
        addresses={addresses}
        open={state.is === 'queue' ? state.counts.open : null}
        outbox={outbox}
        single={single}
        onFind={props.onFind}
        onOpenLead={props.onOpenLead}
        onOpenOutbox={props.onOpenOutbox}
      />
      {/* The check-in begins with the same two numbers, of its own days. */}
      {state.is === 'notConnected' || room === 'check-in' ? null : headline}
      {/* Hidden, not gone: a half-written answer survives a look at another room. */}
      <Activity mode={elsewhere ? 'hidden' : 'visible'}>
        {face({ ...props, single, onSingle: setSingle })}
      </Activity>
      {elsewhere ? children : null}
    </div>
  );
}

type FaceProps = ReviewDeskProps & { single: boolean; onSingle: (on: boolean) => void };

function face(props: FaceProps) {
  const t = reviewWords();
  const { state, onRetry, onConnect } = props;
  switch (state.is) {
    case 'queue':
      return <Desk {...props} state={state} />;
    case 'loading':
      return (
        <Message title={t.loading} busy>
          <p className={styles.muted}>{t.oneMoment}</p>
        </Message>
      );
    case 'notConnected':
      return (
        <Message title={t.notConnected}>
          <p>{t.notConnectedHelp}</p>
          <Button kind="marketing" data-action="connect" onClick={onConnect}>
            {t.connect}
          </Button>
        </Message>
      );
    case 'notMarketer':
      return (
        <Message title={t.notMarketer}>
          <p>{t.notMarketerHelp(state.member.name)}</p>
          <p>{t.askForRole(state.member.workspace.name)}</p>
        </Message>
      );
    case 'problem':
      return (
        <ProblemMessage
          problem={state.problem}
          retrying={state.retrying}
          safe={t.safe}
          onRetry={onRetry}
        />
      );
  }
}
