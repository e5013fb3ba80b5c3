import { useState } from 'react';
import type { KnownName, MergePage } from '../../lib/contract/identity.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { When } from '../ui/When.tsx';
import { count } from '../ui/words.ts';
import lines from './Lines.module.css';
import styles from './Merges.module.css';
import type { Common, MergesProps } from './props.ts';
import type { Says } from './Said.tsx';

export type Merge = MergePage['merges'][number];

type Props = Pick<Common, 'now' | 'place'> &
  Pick<MergesProps, 'onUndo'> & { merge: Merge; says: Says };

/** One merge: who, why, what came with it. */
export function MergeLine({ merge, says, now, place, onUndo }: Props) {
  const [asking, setAsking] = useState(false);
  const { mergeId, at, because, by, names, undone, undoable } = merge;
  // The sentence has named it already.
  const more = names.filter(({ value }) => !because.includes(value));
  const who = merge.who ?? 'somebody without a name';
  return (
    <li className={lines.line} data-merge={mergeId} data-undone={undone !== null || undefined}>
      <div className={lines.row}>
        <div className={lines.what}>
          <p className={undone ? styles.undone : lines.name}>
            <bdi>{who}</bdi>
          </p>
          <p dir="auto">{because}</p>
          <p className={lines.facts}>
            {by ? (
              <>
                by <bdi>{by}</bdi>,{' '}
              </>
            ) : null}
            <When at={at} now={now} place={place} />; brought {broughtWords(merge)}
          </p>
          {more.length > 0 ? (
            <ul className={styles.names} aria-label="Names that came with it">
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
            Taken apart by <bdi>{undone.by}</bdi> <When at={undone.at} now={now} place={place} />
          </p>
        ) : undoable ? (
          <Button
            size="small"
            aria-label={`Take apart: ${who}`}
            data-action="undo-merge"
            onClick={() => setAsking(true)}
          >
            Take apart
          </Button>
        ) : (
          <p className={styles.state}>
            Can no longer be told apart: both were joined or erased again since.
          </p>
        )}
      </div>
      {asking ? (
        <Confirm
          title="Take these two apart?"
          act="Take apart"
          keep="Leave them joined"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => onUndo(mergeId), {
              text: `${who}: two people again. Both are scored anew.`,
            });
          }}
        >
          <p>
            There will be two leads again, each with the history it had: {broughtWords(merge)} go
            back, and what came since stays with whom it names. Verdicts stay where they were given.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}

const broughtWords = ({ events, feedback }: Merge): string =>
  feedback === 0
    ? count(events, 'event')
    : `${count(events, 'event')} and ${count(feedback, 'piece')} of feedback`;

const KINDS: Record<KnownName['kind'], string> = {
  email: '',
  user: 'user ',
  visitor: 'visitor ',
  record: 'record ',
  other: '',
};

const Name = ({ name }: { name: KnownName }) => (
  <Chip>
    {KINDS[name.kind]}
    <bdi>{name.value}</bdi>
  </Chip>
);
