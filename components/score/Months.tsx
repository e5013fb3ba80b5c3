import type { MonthlyHonesty } from '../../lib/contract/learning.ts';
import { Gaps } from '../charts/Gaps.tsx';
import { monthName } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { count } from '../ui/words.ts';
import { DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';
import styles from './Plots.module.css';
import { FEWEST_FOR_RATE, furthest, isKept, of, percent, telling } from './words.ts';

type Props = { months: MonthlyHonesty[]; place: Place };

const LAST = 12;

/** Promised minus accepted, month by month. */
export function Months({ months, place }: Props) {
  const shown = months.slice(-LAST);
  return (
    <Panel title="Does it stay honest?" aside="by today’s points; above the line: too much">
      {telling(shown).length === 0 ? (
        <p>Too early to tell: no month has {FEWEST_FOR_RATE} verdicts.</p>
      ) : (
        <>
          <Gaps
            label={`Promised minus accepted in ${shown.length} months. ${answer(shown, place)}`}
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
          <DataTable
            caption="Promised and accepted by month"
            head={['Month', 'Promised', 'Accepted', 'Verdicts', 'Likely']}
            rows={shown.map((each) => ({
              key: each.month,
              cells: [
                monthName(each.month, 'long', place),
                percent(each.promised),
                each.n < FEWEST_FOR_RATE ? 'too few' : percent(each.accepted / each.n),
                of(each),
                `${percent(each.low)} to ${percent(each.high)}`,
              ],
            }))}
          />
        </>
      )}
    </Panel>
  );
}

function answer(months: MonthlyHonesty[], place: Place): string {
  const enough = telling(months);
  const off = enough.filter((month) => !isKept(month));
  const worst = furthest(off);
  const all = count(enough.length, 'month');
  if (!worst) return `Yes: over ${all}, each promise lies inside the interval.`;
  const name = monthName(worst.month, 'long', place);
  return `Off by more than chance in ${off.length} of ${all}. ${name}: ${percent(worst.promised)} promised, ${of(worst)} accepted.`;
}
