import type { Preview } from '../../lib/contract/learning.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { plain } from '../ui/words.ts';
import styles from './Aside.module.css';
import { Part } from './Part.tsx';
import type { RoomParts } from './props.ts';

type Opens = Pick<RoomParts, 'onOpenLead'>;

const FIRST = 6;

/** Who would be on the other side of the line, by name. */
export function Flips({ preview, onOpenLead }: Opens & { preview: Preview }) {
  const t = definitionWords().preview;
  const { flips, acceptedLost, rejectedAvoided, acceptedWon, rejectedTaken } = preview;
  const out = acceptedLost + rejectedAvoided;
  const come = acceptedWon + rejectedTaken;
  return (
    <Part title={t.flips(out, come)} part="flips">
      {out + come === 0 ? (
        <p className={styles.muted}>{t.nobody}</p>
      ) : (
        <>
          <FlipList flips={flips} onOpenLead={onOpenLead} />
          <p className={styles.muted}>
            {t.flipsDetail(acceptedLost, rejectedAvoided, acceptedWon, rejectedTaken)}
          </p>
        </>
      )}
    </Part>
  );
}

/** `accepted` is left out where nobody asked sales. */
type Flipped = {
  leadId: string;
  name: string | null;
  before: number;
  after: number;
  accepted?: boolean;
};

/** The first few, the others folded away. */
export function FlipList({ flips, onOpenLead }: Opens & { flips: readonly Flipped[] }) {
  const t = definitionWords().preview;
  const [first, rest] = [flips.slice(0, FIRST), flips.slice(FIRST)];
  return (
    <>
      <Names flips={first} onOpenLead={onOpenLead} />
      {rest.length > 0 ? (
        <details className={styles.rest}>
          <summary>{t.more(rest.length)}</summary>
          <Names flips={rest} onOpenLead={onOpenLead} />
        </details>
      ) : null}
    </>
  );
}

function Names({ flips, onOpenLead }: Opens & { flips: readonly Flipped[] }) {
  const t = definitionWords().preview;
  return (
    <ul className={styles.flips}>
      {flips.map(({ leadId, name, accepted, before, after }) => (
        <li key={`${leadId} ${before} ${after}`}>
          <span role="img" aria-label={after < before ? t.dropsOut : t.comesIn}>
            {after < before ? '−' : '+'}
          </span>
          <Button kind="link" data-action="open-lead" onClick={() => onOpenLead(leadId)}>
            <bdi>{name ?? t.withoutName}</bdi>
          </Button>
          <span className={styles.said} data-accepted={accepted || undefined}>
            {accepted === undefined ? '' : accepted ? t.accepted : t.notAccepted}
          </span>
          <span className={styles.moves}>{t.moves(plain(before), plain(after))}</span>
        </li>
      ))}
    </ul>
  );
}
