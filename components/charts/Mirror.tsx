import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { between } from './scale.ts';

export type Bin = {
  key: string;
  n: number;
  /** `n` as it is written. */
  text: string;
  /** After the promise. */
  late: boolean;
  says: string;
  onOpen: (() => void) | null;
};

export type Half = {
  side: 'marketing' | 'sales';
  bins: readonly Bin[];
  /** After how many bins the promise ends, and what it says. */
  promise: { after: number; label: string };
};

type Props = {
  label: string;
  note: string;
  above: Half;
  below: Half;
  /** What lies between one bin and the next; one fewer than bins. */
  edges: readonly string[];
};

const TALL = 104;
const MIDDLE = 24;

/** Two distributions over the same bins, one growing up and one growing down; outlined is later than promised. */
export function Mirror({ label, note, above, below, edges }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const bins = Math.max(above.bins.length, below.bins.length, 1);
        const each = width / bins;
        const top = 40 + TALL;
        const bottom = top + MIDDLE + TALL + 40;
        // Names of edges need room: every second one where they are many or the paper is narrow.
        const every = each < 52 ? 2 : 1;
        return {
          height: bottom,
          plot: (
            <>
              <g>
                <line className={styles.axis} x1="0" x2={width} y1={top + 0.5} y2={top + 0.5} />
                <line
                  className={styles.axis}
                  x1="0"
                  x2={width}
                  y1={top + MIDDLE + 0.5}
                  y2={top + MIDDLE + 0.5}
                />
                {edges.map((edge, index) =>
                  (edges.length - 1 - index) % every === 0 ? (
                    <Words
                      key={edge}
                      x={(index + 1) * each}
                      y={top + 16}
                      lines={[edge]}
                      as={`${styles.muted} ${styles.tiny} ${styles.middle}`}
                    />
                  ) : null,
                )}
              </g>
              <Bars half={above} each={each} from={top} up />
              <Bars half={below} each={each} from={top + MIDDLE} />
              <Line half={above} each={each} from={top} to={10} width={width} />
              <Line half={below} each={each} from={top + MIDDLE} to={bottom - 4} width={width} />
            </>
          ),
        };
      }}
    />
  );
}

type BarsProps = { half: Half; each: number; from: number; up?: boolean };

function Bars({ half, each, from, up = false }: BarsProps) {
  const most = Math.max(1, ...half.bins.map(({ n }) => n));
  const size = between(0, most, 0, TALL);
  const fill = half.side === 'marketing' ? styles.fillMarketing : styles.fillSales;
  return half.bins.map((bin, index) => {
    const tall = size(bin.n);
    const x = index * each;
    return (
      <Mark
        key={bin.key}
        says={bin.says}
        onOpen={bin.n > 0 ? bin.onOpen : null}
        area={{ x: x + 1, y: up ? from - TALL - 18 : from, width: each - 2, height: TALL + 18 }}
      >
        <rect
          className={classes(styles.bar, fill, bin.late && styles.outlined)}
          x={x + 4}
          y={up ? from - tall : from}
          width={Math.max(2, each - 8)}
          height={tall}
        />
        {bin.n > 0 ? (
          <Words
            x={x + each / 2}
            y={up ? from - tall - 5 : from + tall + 14}
            lines={[bin.text]}
            as={`${styles.tiny} ${styles.middle}`}
          />
        ) : null}
      </Mark>
    );
  });
}

type LineProps = { half: Half; each: number; from: number; to: number; width: number };

function Line({ half: { promise }, each, from, to, width }: LineProps) {
  const x = promise.after * each;
  const y = to < from ? to + 2 : to - 4;
  const ends = x > width / 2;
  return (
    <g>
      <line className={styles.promise} x1={x} x2={x} y1={from} y2={to < from ? to - 6 : to} />
      <Words
        x={ends ? x - 6 : x + 6}
        y={y}
        lines={[promise.label]}
        as={`${styles.tiny} ${ends ? styles.end : styles.start}`}
      />
    </g>
  );
}
