import { type KeyboardEvent, useId, useRef } from 'react';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { number } from '../../lib/words/numbers.ts';
import { readingWords } from '../../lib/words/reading.ts';
import text from '../ui/text.module.css';
import { dayOf } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { Colleagues } from './Colleagues.tsx';
import { EventList } from './EventList.tsx';
import { KindChips } from './KindChips.tsx';
import { MoreEvents } from './MoreEvents.tsx';
import type { SidebarCallbacks, TimelineTab, TimelineView } from './props.ts';
import { Sources } from './Sources.tsx';
import styles from './Timeline.module.css';

type Props = Pick<SidebarCallbacks, 'onTab' | 'onKinds' | 'onLoadMore'> & {
  timeline: TimelineView;
  card: LeadCard;
  now: number;
  place: Place;
};

/** What they did, newest first: the moments worth telling, or everything; or what everybody of their company did. */
export function Timeline({ timeline, card, now, place, onTab, onKinds, onLoadMore }: Props) {
  const t = readingWords();
  const id = useId();
  const { tab: chosen, kinds, events, more } = timeline;
  const today = dayOf(now, place);
  return (
    <section className={styles.timeline} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={text.hidden}>
        {t.timeline}
      </h2>
      <div className={styles.head}>
        <Tabs id={id} card={card} chosen={chosen} onTab={onTab} />
        <Sources sources={card.sources} now={now} place={place} />
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {chosen === 'all' ? (
          <KindChips counts={card.counts.byKind} kinds={kinds} onKinds={onKinds} />
        ) : null}
        {chosen === 'company' ? (
          <Colleagues
            company={card.who.company}
            colleagues={timeline.colleagues}
            now={now}
            place={place}
          />
        ) : null}
        <EventList
          // Another list begins at its own top, with its own heights.
          key={`${chosen} ${kinds.join()}`}
          events={events}
          complete={!more}
          today={today}
          place={place}
        />
        <MoreEvents timeline={timeline} all={card.counts.all} onLoadMore={onLoadMore} />
      </div>
    </section>
  );
}

type TabsProps = Pick<Props, 'card' | 'onTab'> & { id: string; chosen: TimelineTab };

function Tabs({ id, card, chosen, onTab }: TabsProps) {
  const t = readingWords();
  const row = useRef<HTMLDivElement>(null);
  const { counts, colleagues } = card;
  const tabs: { tab: TimelineTab; words: string }[] = [
    { tab: 'moments', words: `${t.moments} ${number(counts.moments)}` },
    { tab: 'all', words: `${t.all} ${number(counts.all)}` },
    ...(colleagues > 0 ? [{ tab: 'company' as const, words: t.company }] : []),
  ];

  function move(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const backwards = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = (event.key === 'ArrowRight') === backwards ? -1 : 1;
    const here = tabs.findIndex(({ tab }) => tab === chosen);
    const next = tabs.at((here + step) % tabs.length);
    if (!next) return;
    row.current?.querySelector<HTMLElement>(`[data-filter="${next.tab}"]`)?.focus();
    onTab(next.tab);
  }

  return (
    <div
      className={styles.tabs}
      role="tablist"
      aria-label={t.whichEvents}
      ref={row}
      onKeyDown={move}
    >
      {tabs.map(({ tab, words }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          data-filter={tab}
          className={styles.tab}
          aria-selected={chosen === tab}
          aria-controls={`${id}-panel`}
          tabIndex={chosen === tab ? 0 : -1}
          onClick={() => onTab(tab)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
