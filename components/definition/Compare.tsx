import { definitionWords } from '../../lib/words/definition.ts';
import { SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ChangeList } from './Changes.tsx';
import type { RoomParts } from './props.ts';
import styles from './Versions.module.css';

/** Any two versions beside each other. */
export function Compare({ state, onCompare }: RoomParts) {
  const t = definitionWords().versions;
  const { compared, answer } = state;
  const { version } = answer.current;
  const pair =
    compared.is === 'none'
      ? { from: version - 1, to: version }
      : { from: compared.from, to: compared.to };
  const options = answer.versions.map((line) => (
    <option key={line.version} value={line.version}>
      v{line.version}
    </option>
  ));
  return (
    <section className={styles.compare} aria-label={t.compare}>
      <h2 className={styles.title}>{t.compare}</h2>
      <div className={styles.pair}>
        <SelectField
          label={t.from}
          name="compare-from"
          value={pair.from}
          onChange={(event) => onCompare({ ...pair, from: Number(event.target.value) })}
        >
          {options}
        </SelectField>
        <SelectField
          label={t.to}
          name="compare-to"
          value={pair.to}
          onChange={(event) => onCompare({ ...pair, to: Number(event.target.value) })}
        >
          {options}
        </SelectField>
      </div>
      <div role="status">
        {compared.is === 'loading' ? <p>{t.comparing}</p> : null}
        {compared.is === 'compared' ? (
          <>
            <h3 className={styles.title}>{t.result(compared.from, compared.to)}</h3>
            <ChangeList changes={compared.changes} />
          </>
        ) : null}
      </div>
      {compared.is === 'problem' ? <ProblemNotice problem={compared.problem} /> : null}
    </section>
  );
}
