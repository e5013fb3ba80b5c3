import { useEffect, useRef } from 'react';
import type { Member } from '../../lib/contract/access.ts';
import type { Decision } from '../../lib/contract/check-in.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Panel } from '../score/Panel.tsx';
import { fromBefore, ofPeriod } from './agenda.ts';
import { DecideForm } from './DecideForm.tsx';
import { DecisionLine } from './DecisionLine.tsx';
import styles from './Decisions.module.css';
import type { CheckInCallbacks, PartProps } from './props.ts';

type Props = PartProps & CheckInCallbacks & { member: Member };

/** What was decided, from before and now, and the place to write down the next. */
export function Decisions(props: Props) {
  const t = checkInWords().decisions;
  const before = fromBefore(props.checkIn);
  const here = ofPeriod(props.checkIn);
  const all = useRef<HTMLDivElement>(null);

  // One that is taken back takes the pressed button along; the focus stays among decisions.
  const n = props.checkIn.decisions.length;
  const were = useRef(n);
  useEffect(() => {
    if (n < were.current && document.activeElement === document.body) all.current?.focus();
    were.current = n;
  }, [n]);

  return (
    <Panel title={t.title}>
      <div ref={all} tabIndex={-1} className={styles.decisions} data-part="decisions">
        {before.length > 0 ? (
          <section>
            <h3 className={styles.name}>{t.earlier}</h3>
            <Lines {...props} decisions={before} />
          </section>
        ) : null}
        <section>
          {before.length > 0 ? <h3 className={styles.name}>{t.here}</h3> : null}
          {here.length === 0 ? <p className={styles.muted}>{t.none}</p> : null}
          <Lines {...props} decisions={here} />
        </section>
        <DecideForm to={props.checkIn.to} now={props.now} onDecide={props.onDecide} />
      </div>
    </Panel>
  );
}

function Lines({ decisions, ...props }: Props & { decisions: Decision[] }) {
  return (
    <ul>
      {decisions.map((decision) => (
        <DecisionLine key={decision.decisionId} {...props} decision={decision} />
      ))}
    </ul>
  );
}
