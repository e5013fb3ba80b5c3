import type { MonthlyHonesty } from '../../lib/contract/drift.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { Gaps } from '../charts/Gaps.tsx';
import { monthName } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { FoldedTable } from './FoldedTable.tsx';
import { Panel } from './Panel.tsx';
import styles from './Plots.module.css';
import { FEWEST_FOR_RATE, furthest, isKept, of, percent, telling } from './words.ts';

type Props = { months: MonthlyHonesty[]; place: Place };

const LAST = 12;

/** Promised minus accepted, month by month. */
export function Months({ months, place }: Props) {
  const t = scoreWords();
  const c = t.columns;
  const shown = months.slice(-LAST);
  return (
    <Panel title={t.months.title} aside={t.months.aside}>
      {telling(shown).length === 0 ? (
        <p>{t.months.tooEarly(FEWEST_FOR_RATE)}</p>
      ) : (
        <>
          <Gaps
            label={t.months.label(shown.length, answer(shown, place))}
            axis={t.months.gapAxis}
            marks={shown.map(({ month, n, promised, accepted, low, high }) => ({
              key: month,
              label: monthName(month, 'short', place),
              gap: promised - accepted / n,
              low: promised - high,
              high: promised - low,
              n,
              few: n < FEWEST_FOR_RATE,
            }))}
          />
          <p className={styles.answer}>{answer(shown, place)}</p>
          <FoldedTable
            caption={t.months.caption}
            head={[t.months.month, c.promised, c.accepted, c.verdicts, c.likely]}
            rows={shown.map((each) => ({
              key: each.month,
              cells: [
                monthName(each.month, 'long', place),
                percent(each.promised),
                each.n < FEWEST_FOR_RATE ? t.tooFew : percent(each.accepted / each.n),
                of(each),
                t.range(percent(each.low), percent(each.high)),
              ],
            }))}
          />
        </>
      )}
    </Panel>
  );
}

function answer(months: MonthlyHonesty[], place: Place): string {
  const t = scoreWords().months;
  const enough = telling(months);
  const off = enough.filter((month) => !isKept(month));
  const worst = furthest(off);
  if (!worst) return t.yes(enough.length);
  const name = monthName(worst.month, 'long', place);
  const furthestOff = t.worst(name, percent(worst.promised), of(worst));
  return `${t.off(off.length, enough.length)} ${furthestOff}`;
}
