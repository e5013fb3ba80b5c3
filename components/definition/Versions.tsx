import { useState } from 'react';
import type { VersionLine } from '../../lib/contract/agreement.ts';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { When } from '../ui/When.tsx';
import { Compare } from './Compare.tsx';
import type { RoomParts } from './props.ts';
import styles from './Versions.module.css';

/** Every version that was in force, what it changed, who signed it, and the way back. */
export function Versions(props: RoomParts) {
  const t = definitionWords().versions;
  const { versions } = props.state.answer;
  return (
    <>
      <section className={styles.versions} aria-label={t.title}>
        <ul>
          {versions.map((line) => (
            <OneVersion key={line.version} {...props} line={line} />
          ))}
        </ul>
        {versions.length < 2 ? <p className={styles.muted}>{t.only}</p> : null}
      </section>
      {versions.length < 2 ? null : <Compare {...props} />}
    </>
  );
}

type LineProps = RoomParts & { line: VersionLine };

function OneVersion({ state, now, place, onCompare, onRollBack, line }: LineProps) {
  const t = definitionWords().versions;
  const { current } = state.answer;
  const inForce = line.version === current.version;
  const { marketing, sales } = line.signedBy;
  const before = line.version - 1;
  const hasBefore = state.answer.versions.some(({ version }) => version === before);
  return (
    <li className={styles.version} data-version={line.version}>
      <p className={styles.head}>
        <strong>v{line.version}</strong>
        {inForce ? <Chip>{t.now}</Chip> : null}
        {marketing && sales ? <TruceMark label={definitionWords().signedByBoth} /> : null}
        {line.backTo === null ? null : <span>{t.backTo(line.backTo)}</span>}
        <span className={styles.muted}>
          <When at={line.at} now={now} place={place} as="clock" />
        </span>
        <bdi className={styles.muted}>{line.name}</bdi>
      </p>
      <p className={styles.muted}>
        {line.by === null ? t.first : <Fill text={t.by} by={<bdi>{line.by}</bdi>} />},{' '}
        {marketing && sales ? (
          <Fill text={t.signed} marketing={<bdi>{marketing}</bdi>} sales={<bdi>{sales}</bdi>} />
        ) : (
          t.unsigned
        )}
        , {t.feedback(line.feedback)}
      </p>
      <div className={styles.buttons}>
        {hasBefore ? (
          <Button
            size="small"
            data-action="show-changes"
            onClick={() => onCompare({ from: before, to: line.version })}
          >
            {t.changes(line.changes.length)}
          </Button>
        ) : null}
        {!inForce && mayActAs(state.member.role, 'marketer') ? (
          <RollBack state={state} to={line.version} onRollBack={onRollBack} />
        ) : null}
      </div>
    </li>
  );
}

type BackProps = Pick<RoomParts, 'state' | 'onRollBack'> & { to: number };

/** Asked once, and says what happens. */
function RollBack({ state, to, onRollBack }: BackProps) {
  const t = definitionWords().versions;
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { current, draft } = state.answer;
  return (
    <>
      <Button
        size="small"
        busy={saving.busy}
        data-action={`roll-back-${to}`}
        onClick={() => setAsking(true)}
      >
        {saving.busy ? t.rolling : t.rollBack(to)}
      </Button>
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
      {asking ? (
        <Confirm
          title={t.sure(to)}
          act={t.rollBack(to)}
          keep={t.keep}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => onRollBack(to));
          }}
        >
          <p>{t.means(current.version + 1, to)}</p>
          {draft ? <p>{t.stops}</p> : null}
        </Confirm>
      ) : null}
    </>
  );
}
