import { useState } from 'react';
import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Fill } from '../ui/Fill.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { Place } from '../ui/views.ts';
import { plain } from '../ui/words.ts';
import type { SidebarCallbacks } from './props.ts';
import { Section } from './Section.tsx';
import styles from './Why.module.css';
import { WhyLine } from './WhyLine.tsx';
import { WouldChange } from './WouldChange.tsx';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  card: LeadCard;
  said: FeedbackEntry[];
  now: number;
  place: Place;
  disarmed: string | null;
};

/** So many lines a glance can take; the rest is one press away and still in the sum. */
const GLANCE = 8;

/** What raises and what lowers the score, line by line, to the exact sum. */
export function Why({ card, ...line }: Props) {
  const t = readingWords();
  const [all, setAll] = useState(false);
  const { contributions } = card.score;
  const folded = !all && contributions.length > GLANCE + 1;
  const shown = folded ? contributions.slice(0, GLANCE) : contributions;
  const hidden = contributions.slice(shown.length);
  const sum = (of: typeof contributions) => of.reduce((total, each) => total + each.points, 0);
  const most = Math.max(1, ...contributions.map((each) => Math.abs(each.points)));
  if (contributions.length === 0) {
    return (
      <Section title={t.why} aside={<Signed card={card} />}>
        <p className={styles.none}>{t.noLines}</p>
      </Section>
    );
  }
  return (
    <Section title={t.why} aside={<Signed card={card} />}>
      {contributions.some((each) => each.evidence) ? (
        <p className={styles.caption} aria-hidden="true">
          {t.accepted}
        </p>
      ) : null}
      <ul className={styles.lines}>
        {shown.map((contribution) => (
          <WhyLine key={contribution.ruleId} contribution={contribution} most={most} {...line} />
        ))}
      </ul>
      {folded ? (
        <Button kind="link" data-action="all-lines" onClick={() => setAll(true)}>
          {t.moreLines(hidden.length, plain(sum(hidden)))}
        </Button>
      ) : null}
      <p className={styles.sum} data-sum={sum(contributions)}>
        <span className={styles.total}>
          <bdi dir="ltr">{plain(sum(contributions))}</bdi>
        </span>
        <span>
          {t.sum(contributions.length, plain(sum(contributions)))}
          {card.score.enough ? '' : `, ${t.tooLittle}`}
        </span>
      </p>
      <WouldChange score={card.score} />
      <p className={styles.source}>
        <Fill
          text={t.rules}
          preset={
            <bdi>
              <ExternalLink href={card.definition.preset.source}>
                {card.definition.preset.name}
              </ExternalLink>
            </bdi>
          }
        />{' '}
        {t.halfAfter(card.definition.halfLifeDays)}
      </p>
    </Section>
  );
}

function Signed({ card }: { card: LeadCard }) {
  const { score } = card;
  const { version, signedBy } = card.definition;
  const { marketing, sales } = signedBy;
  const t = readingWords();
  const means = t.means(score.points, score.chance?.percent ?? null);
  return (
    <span className={styles.signed}>
      {score.enough ? `${means} · v${version}` : `v${version}`}
      {marketing && sales ? (
        <TruceMark label={t.signed(marketing, sales)} />
      ) : (
        `, ${t.notSigned(!marketing, !sales)}`
      )}
    </span>
  );
}
