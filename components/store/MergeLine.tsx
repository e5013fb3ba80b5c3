import { useState } from 'react';
import type { KnownName, MergePage } from '../../lib/contract/identity.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
import { When } from '../ui/When.tsx';
import lines from './Lines.module.css';
import styles from './Merges.module.css';
import type { Common, MergesProps } from './props.ts';
import type { Says } from './Said.tsx';

export type Merge = MergePage['merges'][number];

type Props = Pick<Common, 'now' | 'place'> &
  Pick<MergesProps, 'onUndo'> & { merge: Merge; says: Says };

/** One merge: who, why, what came with it. */
export function MergeLine({ merge, says, now, place, onUndo }: Props) {
  const t = storeWords().merges;
  const [asking, setAsking] = useState(false);
  const { mergeId, at, because, by, names, undone, undoable } = merge;
  // The sentence has named it already.
  const more = names.filter(({ value }) => !because.includes(value));
  const who = merge.who ?? t.withoutName;
  return (
    <li className={lines.line} data-merge={mergeId} data-undone={undone !== null || undefined}>
      <div className={lines.row}>
        <div className={lines.what}>
          <p className={undone ? styles.undone : lines.name}>
            <bdi>{who}</bdi>
          </p>
          <p dir="auto">{because}</p>
          <p className={lines.facts}>
            <Fill
              text={by ? t.by : t.byItself}
              who={<bdi>{by}</bdi>}
              when={<When at={at} now={now} place={place} />}
              brought={t.brought(merge.events, merge.feedback)}
            />
          </p>
          {more.length > 0 ? (
            <ul className={styles.names} aria-label={t.names}>
              {more.map((name) => (
                <li key={`${name.kind} ${name.value}`}>
                  <Name name={name} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {undone ? (
          <p className={styles.state}>
            <Fill
              text={t.undone}
              who={<bdi>{undone.by}</bdi>}
              when={<When at={undone.at} now={now} place={place} />}
            />
          </p>
        ) : undoable ? (
          <Button
            size="small"
            aria-label={t.takeApartOf(who)}
            data-action="undo-merge"
            onClick={() => setAsking(true)}
          >
            {t.takeApart}
          </Button>
        ) : (
          <p className={styles.state}>{t.notUndoable}</p>
        )}
      </div>
      {asking ? (
        <Confirm
          title={t.ask}
          act={t.takeApart}
          keep={t.leave}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => onUndo(mergeId), {
              text: t.apart(who),
            });
          }}
        >
          <p>{t.will(merge.events, merge.feedback)}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function Name({ name: { kind, value } }: { name: KnownName }) {
  const text = kind === 'email' || kind === 'other' ? '{name}' : storeWords().merges[kind];
  return (
    <Chip>
      <Fill text={text} name={<bdi>{value}</bdi>} />
    </Chip>
  );
}
