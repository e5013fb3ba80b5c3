import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import type { Place } from '../ui/views.ts';
import { Card } from './Card.tsx';
import type { CrmProps } from './crm-props.ts';
import { TakeIn } from './TakeIn.tsx';
import styles from './Taught.module.css';
import { TaughtLine } from './TaughtLine.tsx';

type Props = Pick<
  CrmProps,
  | 'crms'
  | 'onSaveRecipe'
  | 'onForgetRecipe'
  | 'onShareRecipe'
  | 'onUnshareRecipe'
  | 'onOpenRecipe'
  | 'onAddRecipe'
> & {
  admin: boolean;
  /** Nothing may be taken in. */
  isClosed: boolean;
  now: number;
  place: Place;
  onAddAddress: (id: CrmId) => void;
};

/** CRMs that do not come with Truce: taught here, shared by the team, or taken in from a file. */
export function Taught({ crms, isClosed, onOpenRecipe, onAddRecipe, ...line }: Props) {
  const taught = crms
    .filter(({ from }) => from !== 'built-in')
    .sort((a, b) => a.from.localeCompare(b.from) || a.name.localeCompare(b.name));
  const t = optionsWords().taught;
  if (isClosed && taught.length === 0) return null;
  return (
    <Card anchor="taught" title={t.title} lead={t.lead}>
      {taught.length > 0 ? (
        <ul className={styles.taught}>
          {taught.map((crm) => (
            <TaughtLine key={crm.id} crm={crm} {...line} />
          ))}
        </ul>
      ) : null}
      {isClosed ? null : (
        <TakeIn
          crms={crms}
          onOpenRecipe={onOpenRecipe}
          onAddRecipe={onAddRecipe}
          onAddAddress={line.onAddAddress}
        />
      )}
    </Card>
  );
}
