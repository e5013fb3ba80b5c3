import { useId, useState } from 'react';
import type { Retention as Days, RetentionAnswer } from '../../lib/contract/privacy.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { privacyWords } from '../../lib/words/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
import { When } from '../ui/When.tsx';
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
  const t = privacyWords().retention;
  const [chosen, setChosen] = useState<Partial<Days['days']>>({});
  const [asking, setAsking] = useState(false);
  const daysOf = (kind: EventKind) => {
    const mine = chosen[kind];
    return mine === undefined ? (kept.days[kind] ?? null) : mine;
  };
  const changed = GROUPS.flatMap(({ kinds }) => kinds).filter(
    (kind) => daysOf(kind) !== (kept.days[kind] ?? null),
  );
  const shorter = changed.some(
    (kind) => (daysOf(kind) ?? Infinity) < (kept.days[kind] ?? Infinity),
  );

  const save = async () => {
    setAsking(false);
    const ok = await says.act(() => onKeepFor({ ...kept.days, ...chosen }), {
      text: t.keptNow,
    });
    if (ok) setChosen({});
  };

  return (
    <section className={lines.box} aria-labelledby="retention">
      <div className={lines.head}>
        <h2 id="retention" className={lines.title}>
          {t.title}
        </h2>
        <p className={lines.aside}>
          {kept.sweptAt ? (
            <Fill text={t.tidied} when={<When at={kept.sweptAt} now={now} place={place} />} />
          ) : (
            t.neverTidied
          )}
        </p>
      </div>
      <p className={styles.due} data-due={kept.due}>
        {dueWords(kept)} <span className={lines.facts}>{t.untilErased}</span>
      </p>
      <div className={styles.groups}>
        {GROUPS.map(({ group, kinds }) => (
          <fieldset key={group} className={styles.group}>
            <legend>{t.groups[group]}</legend>
            {kinds.map((kind) => (
              <Length
                key={kind}
                kind={kind}
                words={t.kinds[kind]}
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
          {changed.length === 0 ? t.saved : t.save(changed.length)}
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
            {t.asItWas}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Confirm
          title={t.ask}
          act={t.less}
          keep={t.leave}
          onKeep={() => setAsking(false)}
          onAct={() => void save()}
        >
          <p>{t.removed}</p>
          <ul className={styles.less}>
            {changed.map((kind) => (
              <li key={kind}>
                {t.kinds[kind]}: {lengthWords(daysOf(kind))}
              </li>
            ))}
          </ul>
          <p>{t.pointsStay}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

function dueWords({ due, atLeast }: RetentionAnswer): string {
  const t = privacyWords().retention;
  if (due === 0) return atLeast ? t.nothingDueSoFar : t.nothingDue;
  return atLeast ? t.dueAtLeast(due) : t.due(due);
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
