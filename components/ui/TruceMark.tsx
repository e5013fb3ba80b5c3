import styles from './TruceMark.module.css';

type Props = {
  /** `both`: marketing and sales agreed. `word`: the mark with the name beside it. */
  kind?: 'both' | 'word';
  /** What the mark says where it means something; decoration otherwise. */
  label?: string;
};

/** Two halves, two sides, one thing: the mark of what both have signed. */
export function TruceMark({ kind = 'both', label }: Props) {
  const mark = label ? (
    <span className={styles.mark} role="img" aria-label={label} />
  ) : (
    <span className={styles.mark} />
  );
  if (kind === 'both') return mark;
  return <span className={styles.word}>Truce {mark}</span>;
}
