import { type ReactNode, useState } from 'react';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { Stage } from '../../lib/contract/words.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { sideOf, stages } from '../ui/words.ts';
import { KnownBy } from './KnownBy.tsx';
import type { SidebarCallbacks } from './props.ts';
import styles from './Who.module.css';

type Props = Pick<SidebarCallbacks, 'onIdentity' | 'onWatch'> & {
  card: LeadCard;
  stage: Stage;
  toolbar: ReactNode;
  now: number;
  place: Place;
};

/** Who this is, before anything else; and before that, whether they want to hear from us at all. */
export function Who({ card, stage, toolbar, now, place, onIdentity, onWatch }: Props) {
  const t = readingWords();
  /** The lead whose names are shown; the next one begins folded. */
  const [opened, setOpened] = useState<string | null>(null);
  const names = opened === card.leadId;
  const { who, knownBy, colleagues, watching } = card;
  const words = stages()[stage];
  return (
    <header className={styles.who}>
      {card.optedOut ? (
        <p className={styles.optedOut} data-opted-out="">
          <strong>{t.optedOut}</strong> {t.optedOutMeans}
        </p>
      ) : null}
      <div className={styles.top}>
        <h1 className={styles.name}>
          <bdi>{who.name ?? who.email ?? t.nameless}</bdi>{' '}
          <span className={styles.stage}>
            <Chip side={sideOf(stage)} title={words.long}>
              {words.short}
            </Chip>
          </span>
        </h1>
        {toolbar}
      </div>
      {who.title || who.company ? (
        <p className={styles.role}>
          {who.title ? <bdi>{who.title}</bdi> : null}
          {who.title && who.company ? ', ' : null}
          {who.company ? <bdi>{who.company}</bdi> : null}
        </p>
      ) : null}
      <ul className={styles.facts}>
        <li>
          <Button
            kind="link"
            aria-expanded={names}
            data-action="known-by"
            onClick={() => setOpened(names ? null : card.leadId)}
          >
            {t.knownBy(knownBy.includes('record'), knownBy.includes('email'))}
          </Button>
        </li>
        {who.owner ? (
          <li>
            <Fill text={t.owner} name={<bdi>{who.owner}</bdi>} />
          </li>
        ) : null}
        {colleagues > 0 ? <li>{t.colleagues(colleagues)}</li> : null}
        {card.salesSourced ? <li>{t.bySales}</li> : null}
        {card.optedOut ? null : <li>{t.mayBeEmailed}</li>}
        <li>
          <Button
            kind="link"
            aria-pressed={watching}
            title={t.watchHint}
            data-action="watch"
            onClick={() => onWatch(!watching)}
          >
            {watching ? t.watching : t.watch}
          </Button>
        </li>
      </ul>
      {names ? (
        <KnownBy
          key={card.leadId}
          leadId={card.leadId}
          now={now}
          place={place}
          onIdentity={onIdentity}
        />
      ) : null}
    </header>
  );
}
