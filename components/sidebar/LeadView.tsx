import type { ReactNode } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { Place } from '../ui/views.ts';
import { History } from './History.tsx';
import styles from './LeadView.module.css';
import type { LeadState, SidebarProps } from './props.ts';
import { Replies } from './Replies.tsx';
import { Score } from './Score.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { Story } from './Story.tsx';
import { answersToMe, everythingSaid, stageNow } from './said.ts';
import { Timeline } from './Timeline.tsx';
import { VerdictBar } from './VerdictBar.tsx';
import { Who } from './Who.tsx';
import { Why } from './Why.tsx';

type Props = Omit<SidebarProps, 'state'> & { state: LeadState; toolbar: ReactNode };

const HERE = {};

/** One lead, in the order of reading: who, how likely, why, story, evidence; the verdict always in view. */
export function LeadView(props: Props) {
  const { state, toolbar, now, place = HERE, disarmed, rest = true } = props;
  const { card, stale } = state;
  const said = everythingSaid(state);
  const flagging = { said, now, place, disarmed, onFlag: props.onFlag };
  return (
    <>
      <main className={styles.scroll} data-scroll="">
        {stale?.problem ? (
          <StaleNotice stale={stale} now={now} place={place} onRetry={props.onRetry} />
        ) : null}
        <Who
          card={card}
          stage={stageNow(state)}
          toolbar={toolbar}
          now={now}
          place={place}
          onIdentity={props.onIdentity}
          onWatch={props.onWatch}
        />
        <Score score={card.score} {...flagging} />
        {rest ? <Evidence {...props} {...flagging} /> : null}
      </main>
      <VerdictBar {...props} said={said} place={place} />
    </>
  );
}

/** Everything below the score. */
function Evidence(props: Props & { said: FeedbackEntry[]; place: Place }) {
  const { state, said, now, place, disarmed, onFlag } = props;
  const { card, timeline } = state;
  const answers = answersToMe(said);
  return (
    <>
      {answers.length > 0 ? <Replies answers={answers} now={now} place={place} /> : null}
      <Why card={card} said={said} now={now} place={place} disarmed={disarmed} onFlag={onFlag} />
      <Story card={card} now={now} place={place} />
      <History said={said} card={card} now={now} place={place} />
      <Timeline
        timeline={timeline}
        card={card}
        now={now}
        place={place}
        onTab={props.onTab}
        onKinds={props.onKinds}
        onLoadMore={props.onLoadMore}
      />
    </>
  );
}
