import { useId, useState } from 'react';
import type { Retention as Days, RetentionAnswer } from '../../lib/contract/privacy.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { When } from '../ui/When.tsx';
import { count } from '../ui/words.ts';
import lines from './Lines.module.css';
import styles from './Privacy.module.css';
import type { Common, PrivacyProps } from './props.ts';
import { GROUPS, LENGTHS, lengthWords } from './retention-words.ts';
import type { Says } from './Said.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<PrivacyProps, 'onKeepFor'> & { kept: RetentionAnswer; says: Says };

/** How long each kind of event is kept. Nothing changes before it was said what goes. */
export function Retention({ kept, says, now, place, onKeepFor }: Props) {
  const [chosen, setChosen] = useState<Partial<Days['days']>>({});
  const [asking, setAsking] = useState(false);
  const daysOf = (kind: EventKind) => {
    const mine = chosen[kind];
    return mine === undefined ? (kept.days[kind] ?? null) : mine;
  };
  const changed = GROUPS.flatMap(({ kinds }) => kinds).filter(
    ([kind]) => daysOf(kind) !== (kept.days[kind] ?? null),
  );
  const shorter = changed.some(
    ([kind]) => (daysOf(kind) ?? Infinity) < (kept.days[kind] ?? Infinity),
  );

  const save = async () => {
    setAsking(false);
    const ok = await says.act(() => onKeepFor({ ...kept.days, ...chosen }), {
      text: 'It is kept that long from now on.',
    });
    if (ok) setChosen({});
  };

  return (
    <section className={lines.box} aria-labelledby="retention">
      <div className={lines.head}>
        <h2 id="retention" className={lines.title}>
          How long things are kept
        </h2>
        <p className={lines.aside}>
          {kept.sweptAt ? (
            <>
              last tidied <When at={kept.sweptAt} now={now} place={place} />
            </>
          ) : (
            'never tidied so far'
          )}
        </p>
      </div>
      <p className={styles.due} data-due={kept.due}>
        {dueWords(kept)}{' '}
        <span className={lines.facts}>
          Who somebody is, their score and what sales said stay until they are erased.
        </span>
      </p>
      <div className={styles.groups}>
        {GROUPS.map(({ title, kinds }) => (
          <fieldset key={title} className={styles.group}>
            <legend>{title}</legend>
            {kinds.map(([kind, words]) => (
              <Length
                key={kind}
                kind={kind}
                words={words}
                days={daysOf(kind)}
                onChange={(days) => setChosen({ ...chosen, [kind]: days })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={styles.save}>
        <Button
          kind={changed.length > 0 ? 'marketing' : 'plain'}
          off={changed.length === 0}
          busy={says.busy}
          data-action="save-retention"
          onClick={() => (shorter ? setAsking(true) : void save())}
        >
          {changed.length === 0 ? 'Saved' : `Save ${count(changed.length, 'change')}`}
        </Button>
        {changed.length > 0 ? (
          <Button
            kind="quiet"
            data-action="keep-retention"
            onClick={(event) => {
              const part = event.currentTarget.closest('section');
              setChosen({});
              thenFocus(part, '[data-action="save-retention"]');
            }}
          >
            As it was
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Confirm
          title="Keep less?"
          act="Keep less"
          keep="Leave it"
          onKeep={() => setAsking(false)}
          onAct={() => void save()}
        >
          <p>Events older than this are removed when the store next tidies up, for ever:</p>
          <ul className={styles.less}>
            {changed.map(([kind, words]) => (
              <li key={kind}>
                {words}: {lengthWords(daysOf(kind))}
              </li>
            ))}
          </ul>
          <p>Points that rest on them stay as they are and fade as agreed.</p>
        </Confirm>
      ) : null}
    </section>
  );
}

function dueWords({ due, atLeast }: RetentionAnswer): string {
  if (due === 0) {
    return atLeast
      ? 'Among the people looked at so far nothing is older than it should be; the store looks at all when it next tidies up.'
      : 'Nothing is older than it should be.';
  }
  const one = due === 1 && !atLeast;
  const many = atLeast ? `${due.toLocaleString('en')} or more events` : count(due, 'event');
  return `${many} ${one ? 'is' : 'are'} older than that and ${one ? 'goes' : 'go'} when the store next tidies up.`;
}

type LengthProps = {
  kind: EventKind;
  words: string;
  days: number | null;
  onChange: (days: number | null) => void;
};

/** What is offered, and what is set already if that is something else. */
function Length({ kind, words, days, onChange }: LengthProps) {
  const id = useId();
  const offered = LENGTHS.includes(days) ? LENGTHS : [days, ...LENGTHS];
  return (
    <div className={styles.kind}>
      <label htmlFor={id}>{words}</label>
      <select
        id={id}
        name={`keep-${kind}`}
        className={styles.length}
        value={String(days)}
        onChange={(event) =>
          onChange(event.target.value === 'null' ? null : Number(event.target.value))
        }
      >
        {offered.map((each) => (
          <option key={String(each)} value={String(each)}>
            {lengthWords(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
