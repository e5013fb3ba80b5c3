import { type ReactNode, useState } from 'react';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { Stage } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import type { Place } from '../ui/views.ts';
import { count, sideOf, stages } from '../ui/words.ts';
import { KnownBy } from './KnownBy.tsx';
import type { SidebarCallbacks } from './props.ts';
import styles from './Who.module.css';

type Props = Pick<SidebarCallbacks, 'onIdentity'> & {
  card: LeadCard;
  stage: Stage;
  toolbar: ReactNode;
  now: number;
  place: Place;
};

/** Who this is, before anything else; and before that, whether they want to hear from us at all. */
export function Who({ card, stage, toolbar, now, place, onIdentity }: Props) {
  /** The lead whose names are shown; the next one begins folded. */
  const [opened, setOpened] = useState<string | null>(null);
  const names = opened === card.leadId;
  const { who, knownBy, colleagues } = card;
  const words = { ...stages()[stage], side: sideOf(stage) };
  const name = who.name ?? who.email ?? 'Somebody without a name';
  return (
    <header className={styles.who}>
      {card.optedOut ? (
        <p className={styles.optedOut} data-opted-out="">
          <strong>Opted out of marketing mail.</strong> Do not add them to any mailing.
        </p>
      ) : null}
      <div className={styles.top}>
        <h1 className={styles.name}>
          <bdi>{name}</bdi>{' '}
          <span className={styles.stage}>
            <Chip side={words.side} title={words.long}>
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
            {known(knownBy)}
          </Button>
        </li>
        {colleagues > 0 ? <li>{count(colleagues, 'colleague')}</li> : null}
        {card.salesSourced ? <li>registered by sales</li> : null}
        {card.optedOut ? null : <li>may be emailed</li>}
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

function known(by: LeadCard['knownBy']): string {
  const words = [...by].sort().map((each) => (each === 'record' ? 'record' : 'email'));
  return words.length > 0 ? `by ${words.join(' and ')}` : 'by its id';
}
