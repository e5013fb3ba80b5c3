import type { Band } from '../../lib/contract/learning.ts';
import { Promises } from '../charts/Promises.tsx';
import { plain } from '../ui/words.ts';
import { DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';
import styles from './Plots.module.css';
import { FEWEST_FOR_RATE, furthest, isKept, of, percent, telling } from './words.ts';

type Props = { bands: Band[] };

/** Promised against accepted, band by band. */
export function Honesty({ bands }: Props) {
  return (
    <Panel title="Is the score honest?" aside="dashed: what is promised">
      {telling(bands).length === 0 ? (
        <p>Too early to tell: no band has {FEWEST_FOR_RATE} verdicts.</p>
      ) : (
        <>
          <Promises
            label={`Promised against accepted in ${bands.length} bands. ${answer(bands)}`}
            marks={bands.map((band) => ({
              ...band,
              key: `${band.from}:${band.to}`,
              accepted: band.accepted / band.n,
              few: band.n < FEWEST_FOR_RATE,
            }))}
          />
          <p className={styles.answer}>{answer(bands)}</p>
          <DataTable
            caption="Promised and accepted by points"
            head={['Points', 'Promised', 'Accepted', 'Verdicts', 'Likely']}
            rows={bands.map((band) => ({
              key: `${band.from}:${band.to}`,
              cells: [
                band.from === band.to
                  ? plain(band.from)
                  : `${plain(band.from)} to ${plain(band.to)}`,
                percent(band.promised),
                band.n < FEWEST_FOR_RATE ? 'too few' : percent(band.accepted / band.n),
                of(band),
                `${percent(band.low)} to ${percent(band.high)}`,
              ],
            }))}
          />
        </>
      )}
    </Panel>
  );
}

/** In one sentence. One of twenty bands lies outside by chance alone, so one is no news. */
function answer(bands: Band[]): string {
  const enough = telling(bands);
  const few = bands.length - enough.length;
  const hollow = few > 0 ? ` Hollow: fewer than ${FEWEST_FOR_RATE} verdicts, no rate.` : '';
  const kept = enough.filter(isKept).length;
  const worst = furthest(enough.filter((band) => !isKept(band)));
  const verdict = enough.length - kept <= 1 ? 'Yes' : 'Not everywhere';
  const off = worst
    ? ` Furthest off: ${percent(worst.promised)} promised, ${of(worst)} accepted.`
    : '';
  return `${verdict}: in ${kept} of ${enough.length} bands the promise lies inside the interval.${off}${hollow}`;
}
