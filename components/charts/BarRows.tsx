import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark } from './Mark.tsx';
import { RowWords } from './RowWords.tsx';
import { layRows, type RowText } from './rows.ts';
import { between } from './scale.ts';

export type BarRow = RowText & {
  n: number;
  /** The same in the period it is compared with. */
  was?: number | null;
  says: string;
  side: 'marketing' | 'sales' | 'both';
  outlined?: boolean;
  onOpen: (() => void) | null;
};

type Props = { label: string; note: string; rows: readonly BarRow[] };

const FILLS = { marketing: styles.fillMarketing, sales: styles.fillSales, both: styles.fillBoth };

/** Counts one under the other, on one scale; a tick in ink where the count was before. */
export function BarRows({ label, note, rows }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const laid = layRows(rows, width, 0, 0);
        const most = Math.max(1, ...rows.flatMap(({ n, was }) => [n, was ?? 0]));
        const x = between(0, most, laid.from, laid.to);
        return {
          height: laid.bottom,
          plot: laid.placed.map((at) => {
            const { row, middle } = at;
            return (
              <Mark
                key={row.key}
                says={row.says}
                onOpen={row.onOpen}
                area={{ x: 0, y: at.y, width, height: at.height }}
              >
                <RowWords at={at} rows={laid} />
                <rect
                  className={classes(styles.bar, FILLS[row.side], row.outlined && styles.outlined)}
                  x={laid.from}
                  y={middle - 5}
                  width={Math.max(row.n > 0 ? 2 : 0, x(row.n) - laid.from)}
                  height="10"
                />
                {typeof row.was === 'number' ? (
                  <line
                    className={styles.promise}
                    x1={x(row.was)}
                    x2={x(row.was)}
                    y1={middle - 8}
                    y2={middle + 8}
                  />
                ) : null}
              </Mark>
            );
          }),
        };
      }}
    />
  );
}
