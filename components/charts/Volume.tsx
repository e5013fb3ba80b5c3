import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { measureAs } from './measure.ts';
import { between } from './scale.ts';

type Week = {
  key: string;
  name: string;
  n: number;
  /** False: some of its days are not in it, or have not come yet. */
  whole: boolean;
  says: string;
  onOpen: (() => void) | null;
};

type Props = {
  label: string;
  note: string;
  weeks: readonly Week[];
  /** As many each week. */
  promise: { n: number; label: string } | null;
};

const FOOT = 48;
const CEILING = 6;

/** Counts by week against what is promised of each. */
export function Volume({ label, note, weeks, promise }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const said = promise ? Math.ceil(measureAs(11)(promise.label)) + 10 : 0;
        // The promise is said beside its line where there is room, else above it.
        const beside = width - said > 180;
        const to = beside ? width - said : width;
        const ceiling = beside ? CEILING : CEILING + 14;
        const most = Math.max(1, promise?.n ?? 0, ...weeks.map(({ n }) => n));
        const y = between(0, most * 1.1, FOOT, ceiling);
        const each = to / Math.max(1, weeks.length);
        const wide = Math.max(1, each - Math.min(4, each / 4));
        const [first, last] = [weeks[0], weeks.at(-1)];
        const small = `${styles.muted} ${styles.tiny}`;
        return {
          height: FOOT + 18,
          plot: (
            <>
              <line className={styles.grid} x1="0" x2={to} y1={FOOT + 0.5} y2={FOOT + 0.5} />
              {weeks.map((week, index) => (
                <Mark
                  key={week.key}
                  says={week.says}
                  onOpen={week.onOpen}
                  area={{
                    x: index * each,
                    y: ceiling - 2,
                    width: each,
                    height: FOOT - ceiling + 4,
                  }}
                >
                  <rect
                    className={classes(
                      styles.bar,
                      styles.fillMarketing,
                      !week.whole && styles.outlined,
                    )}
                    x={index * each + (each - wide) / 2}
                    y={y(week.n)}
                    width={wide}
                    height={FOOT - y(week.n)}
                  />
                </Mark>
              ))}
              {promise ? (
                <>
                  <line
                    className={styles.promise}
                    x1="0"
                    x2={to + 4}
                    y1={y(promise.n)}
                    y2={y(promise.n)}
                  />
                  <Words
                    x={beside ? to + 8 : width}
                    y={beside ? y(promise.n) + 4 : 10}
                    lines={[promise.label]}
                    as={classes(styles.tiny, !beside && styles.end)}
                  />
                </>
              ) : null}
              {first ? <Words x={0} y={FOOT + 15} lines={[first.name]} as={small} /> : null}
              {last ? (
                <Words x={to} y={FOOT + 15} lines={[last.name]} as={`${small} ${styles.end}`} />
              ) : null}
            </>
          ),
        };
      }}
    />
  );
}
