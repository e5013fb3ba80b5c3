import type { Mine, MyLead } from '../../lib/contract/mine.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ms } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { Badge } from './Badge.tsx';
import styles from './Day.module.css';
import { FIRST, HotList } from './HotList.tsx';
import { LeadLine, type LineProps } from './LeadLine.tsx';
import { Part } from './Part.tsx';
import type { DayView, PopupProps } from './props.ts';
import { Replies } from './Replies.tsx';

type Props = Pick<
  PopupProps,
  'day' | 'needs' | 'now' | 'onOpenLead' | 'onSeenReplies' | 'onRetry'
> & { place: Place };

/** The rep's day: whom to call first, who waits, who is back, what marketing answered, whom I watch. */
export function Day(props: Props) {
  const { day, onRetry } = props;
  const t = popupWords();
  if (day.is === 'loading') {
    return (
      <section className={styles.wait} aria-label={t.hot} aria-busy="true">
        <p role="status" className={styles.loading}>
          {t.loading}
        </p>
      </section>
    );
  }
  if (day.is === 'problem') {
    return (
      <section className={styles.pad} aria-label={t.hot}>
        <ProblemNotice problem={day.problem}>
          <Button size="small" data-action="retry-day" onClick={onRetry}>
            {uiWords().tryAgain}
          </Button>
        </ProblemNotice>
      </section>
    );
  }
  return <Lists {...props} day={day} />;
}

type ListsProps = Props & { day: Extract<DayView, { is: 'day' }> };

function Lists({ day, needs, now, place, onOpenLead, onSeenReplies }: ListsProps) {
  const t = popupWords();
  const { mine, at, problem, unread } = day;
  const line = { now, place, onOpenLead };
  const shown = new Set(mine.hot.slice(0, FIRST).map(({ leadId }) => leadId));
  const late = mine.waiting.filter(({ handoff }) => handoff && ms(handoff.dueAt) <= now).length;
  // Whoever is on the screen with their chips already is not shown a second time before somebody asks.
  const listed = (leads: MyLead[]) => leads.every(({ leadId }) => shown.has(leadId));
  const empty = nothingIn(mine);
  return (
    <>
      {problem ? (
        <div className={styles.pad} data-stale="">
          <Notice tone="strong" role="status">
            <p>
              <Fill text={t.stale} when={<When at={at} now={now} place={place} as="clock" />} />
            </p>
          </Notice>
        </div>
      ) : null}
      <HotList mine={mine} line={line} />
      <Leads
        name="waiting"
        title={t.waiting}
        some={
          late > 0
            ? t.someLate(mine.counts.waiting, Math.max(late, mine.counts.late))
            : t.some(mine.counts.waiting)
        }
        open={!listed(mine.waiting)}
        leads={mine.waiting}
        more={mine.counts.waiting - mine.waiting.length}
        line={line}
      />
      <Leads
        name="woken"
        title={t.woken}
        some={t.some(mine.counts.woken)}
        open={!listed(mine.woken)}
        leads={mine.woken}
        more={mine.counts.woken - mine.woken.length}
        line={line}
      />
      <Replies replies={mine.replies} unread={unread} line={line} onSeen={onSeenReplies} />
      <Leads
        name="watched"
        title={t.watched}
        some={t.some(mine.watched.length)}
        open={!listed(mine.watched) && mine.watched.length <= FIRST}
        leads={mine.watched}
        more={0}
        line={line}
      />
      <section className={styles.pad}>
        {empty.length > 0 ? <p className={styles.note}>{t.nothingElse(empty)}</p> : null}
        <Badge needs={needs} />
      </section>
    </>
  );
}

type LeadsProps = {
  name: string;
  title: string;
  some: string;
  open: boolean;
  leads: MyLead[];
  /** So many are in the store and not in the list. */
  more: number;
  line: LineProps;
};

/** One list; nothing at all where it is empty. */
function Leads({ name, title, some, open, leads, more, line }: LeadsProps) {
  if (leads.length === 0) return null;
  return (
    <Part name={name} title={title} some={some} open={open}>
      <ul>
        {leads.map((lead) => (
          <LeadLine key={lead.leadId} lead={lead} {...line} />
        ))}
      </ul>
      {more > 0 ? <p className={styles.more}>{popupWords().andMore(more)}</p> : null}
    </Part>
  );
}

/** What there is none of, in words; the hot list speaks for itself. */
function nothingIn({ waiting, woken, replies, watched }: Mine): string[] {
  const t = popupWords();
  return [
    waiting.length === 0 ? t.noneWaiting : '',
    woken.length === 0 ? t.noneWoken : '',
    replies.length === 0 ? t.noReplies : '',
    watched.length === 0 ? t.noneWatched : '',
  ].filter(Boolean);
}
