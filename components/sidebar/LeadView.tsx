import type { ReactNode } from 'react';
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
  const { state, toolbar, now, place = HERE, disarmed } = props;
  const { card, timeline, stale } = state;
  const said = everythingSaid(state);
  const answers = answersToMe(said);
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
        {answers.length > 0 ? <Replies answers={answers} now={now} place={place} /> : null}
        <Why card={card} {...flagging} />
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
      </main>
      <VerdictBar {...props} said={said} place={place} />
    </>
  );
}
