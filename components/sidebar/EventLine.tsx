import type { TimelineEvent } from '../../lib/contract/event.ts';
import { classes } from '../ui/classes.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { clock, full } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './EventLine.module.css';

type Props = { event: TimelineEvent; place: Place };

/** One thing they did; or a machine did, which is shown and does not count. */
export function EventLine({ event, place }: Props) {
  const dot = event.machine ? styles.machine : event.moment ? styles.moment : styles.plain;
  return (
    <li className={styles.event} data-kind={event.kind}>
      <time className={styles.time} dateTime={event.at} title={full(event.at, place)}>
        {clock(event.at, place)}
      </time>
      <span className={classes(styles.dot, dot)} aria-hidden="true" />
      <div className={styles.what}>
        <p dir="auto" className={event.machine ? styles.discounted : undefined}>
          {event.url ? <ExternalLink href={event.url}>{event.title}</ExternalLink> : event.title}
        </p>
        <p className={styles.facts}>
          {event.machine ? <span className={styles.mark}>by a machine, not counted</span> : null}
          {event.clockCorrected ? <span className={styles.mark}>time corrected</span> : null}
          {event.detail ? <bdi>{event.detail}</bdi> : null}
          {event.campaign ? (
            <span>
              campaign <bdi>{event.campaign}</bdi>
            </span>
          ) : null}
          <bdi>{event.source}</bdi>
        </p>
      </div>
    </li>
  );
}
