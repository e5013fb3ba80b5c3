import type { FactName } from '../../lib/contract/recipe.ts';
import { teachWords } from '../../lib/words/teach.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { TeachProps, Values } from './props.ts';
import styles from './Teach.module.css';
import { ASKED } from './words.ts';

type Props = Pick<
  TeachProps,
  'pointing' | 'refused' | 'onPoint' | 'onStopPointing' | 'onForget'
> & {
  values: Values;
};

/** What is read of this person so far, each with a way to point at it. */
export function Facts({ values, ...rest }: Props) {
  return (
    <ul className={styles.facts}>
      {ASKED.map((fact) => (
        <Fact key={fact} fact={fact} value={values[fact]} {...rest} />
      ))}
    </ul>
  );
}

type FactProps = Omit<Props, 'values'> & { fact: FactName; value: string | undefined };

function Fact({ fact, value, pointing, refused, onPoint, onStopPointing, onForget }: FactProps) {
  const t = teachWords();
  const active = pointing === fact;
  return (
    <li className={styles.fact} data-fact={fact}>
      <div className={styles.line}>
        <span className={styles.label}>{t.facts[fact]}</span>
        <bdi className={value ? styles.value : styles.missing}>
          {value ?? (fact === 'name' ? t.needed : t.notNeeded)}
        </bdi>
        {active ? (
          <Button size="small" data-action={`stop-${fact}`} onClick={onStopPointing}>
            {t.stopPointing}
          </Button>
        ) : (
          <Button
            size="small"
            kind={value ? 'quiet' : 'plain'}
            aria-label={value ? t.againOf(fact) : t.pointOf(fact)}
            data-action={`point-${fact}`}
            onClick={() => onPoint(fact)}
          >
            {value ? t.again : t.point}
          </Button>
        )}
        {value && !active ? (
          <IconButton icon="close" label={t.doNotReadOf(fact)} onClick={() => onForget(fact)} />
        ) : null}
      </div>
      {active ? (
        <p className={styles.hint} role="status">
          {t.click(fact)}
        </p>
      ) : null}
      {refused?.at === fact ? (
        <p className={styles.error} role="alert">
          {refused.words}
        </p>
      ) : null}
    </li>
  );
}
