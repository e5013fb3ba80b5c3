import { sayingWords } from '../../lib/words/saying.ts';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './First.module.css';
import type { Clash } from './said.ts';
import { entrySaid } from './said-words.ts';

type Props = {
  clash: Clash;
  /** Mine is still only on this device. */
  unsent: boolean;
  now: number;
  place: Place;
};

/** Somebody else answered at about the same time: who, what, when, and what mine does to it. */
export function First({ clash, unsent, now, place }: Props) {
  const t = sayingWords();
  const { theirs, mine } = clash;
  const told = { now: t.theyJust, first: t.theyFirst, after: t.theyAfter }[clash.is];
  const does = {
    now: t.yoursWill,
    first: unsent ? t.yoursGoes : t.yoursCounts,
    after: t.theirsCounts,
  }[clash.is];
  return (
    <div className={styles.first} data-clash={clash.is}>
      <Notice tone="sales" role="status">
        <p>
          <Fill
            text={told}
            who={<bdi>{theirs.by}</bdi>}
            what={<bdi>{entrySaid(theirs)}</bdi>}
            when={<When at={theirs.madeAt} now={now} place={place} />}
            mine={mine ? <bdi>{entrySaid(mine)}</bdi> : null}
          />{' '}
          {does}
        </p>
      </Notice>
    </div>
  );
}
