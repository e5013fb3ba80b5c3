import styles from './Drawing.module.css';
import { Words } from './Mark.tsx';
import type { Placed, Rows, RowText } from './rows.ts';

type Props = { at: Placed<RowText>; rows: Rows<RowText>; side?: 'marketing' | 'sales' | undefined };

/** A row's name and figures. */
export function RowWords({ at, rows, side }: Props) {
  const { row, lines, base } = at;
  const shown = row.before ? -8 : 0;
  const figures = rows.from < 20 ? base : at.middle + 4 + (row.before ? shown : 0);
  return (
    <>
      <Words x={0} y={base} lines={lines} as={side ? styles[side] : undefined} />
      <Words x={rows.boldEnd} y={figures} lines={[row.bold]} as={`${styles.bold} ${styles.end}`} />
      <Words
        x={rows.mutedEnd}
        y={figures}
        lines={[row.muted]}
        as={`${styles.muted} ${styles.end}`}
      />
      {row.before ? (
        <Words
          x={rows.mutedEnd}
          y={figures + 15}
          lines={[row.before]}
          as={`${styles.muted} ${styles.tiny} ${styles.end}`}
        />
      ) : null}
    </>
  );
}
