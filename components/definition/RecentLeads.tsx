import type { Preview } from '../../lib/contract/learning.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { number } from '../../lib/words/numbers.ts';
import styles from './Aside.module.css';
import { Figure } from './Figure.tsx';
import { FlipList } from './Flips.tsx';
import { Part } from './Part.tsx';
import type { RoomParts } from './props.ts';

type Props = Pick<RoomParts, 'onOpenLead'> & { leads: NonNullable<Preview['leads']> };

/** The same for the leads of the last weeks, whether judged or not. */
export function RecentLeads({ leads, onOpenLead }: Props) {
  const t = definitionWords().preview;
  return (
    <Part
      title={t.leads(leads.days)}
      aside={t.leadsOf(leads.of, leads.sampled)}
      part="recent-leads"
    >
      <dl className={styles.figures} data-two="">
        <Figure name={t.leadsOver} then={number(leads.before)} now={number(leads.after)} />
      </dl>
      {leads.flips.length === 0 ? (
        <p className={styles.muted}>{t.nobody}</p>
      ) : (
        <FlipList flips={leads.flips} onOpenLead={onOpenLead} />
      )}
    </Part>
  );
}
