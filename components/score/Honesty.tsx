import type { Band } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { Promises } from '../charts/Promises.tsx';
import { plain } from '../ui/words.ts';
import { FoldedTable } from './FoldedTable.tsx';
import { Panel } from './Panel.tsx';
import styles from './Plots.module.css';
import { FEWEST_FOR_RATE, furthest, isKept, of, percent, telling } from './words.ts';

type Props = { bands: Band[] };

/** Promised against accepted, band by band. */
export function Honesty({ bands }: Props) {
  const t = scoreWords();
  const c = t.columns;
  return (
    <Panel title={t.bands.title} aside={t.bands.aside}>
      {telling(bands).length === 0 ? (
        <p>{t.bands.tooEarly(FEWEST_FOR_RATE)}</p>
      ) : (
        <>
          <Promises
            label={t.bands.label(bands.length, answer(bands))}
            axes={{ accepted: t.bands.acceptedAxis, promised: t.bands.promisedAxis }}
            marks={bands.map((band) => ({
              ...band,
              key: `${band.from}:${band.to}`,
              accepted: band.accepted / band.n,
              few: band.n < FEWEST_FOR_RATE,
            }))}
          />
          <p className={styles.answer}>{answer(bands)}</p>
          <FoldedTable
            caption={t.bands.caption}
            head={[t.bands.points, c.promised, c.accepted, c.verdicts, c.likely]}
            rows={bands.map((band) => ({
              key: `${band.from}:${band.to}`,
              cells: [
                band.from === band.to
                  ? plain(band.from)
                  : t.range(plain(band.from), plain(band.to)),
                percent(band.promised),
                band.n < FEWEST_FOR_RATE ? t.tooFew : percent(band.accepted / band.n),
                of(band),
                t.range(percent(band.low), percent(band.high)),
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
  const t = scoreWords();
  const enough = telling(bands);
  const few = bands.length - enough.length;
  const kept = enough.filter(isKept).length;
  const worst = furthest(enough.filter((band) => !isKept(band)));
  const verdict = enough.length - kept <= 1 ? t.bands.yes : t.bands.notEverywhere;
  const sentences = [
    verdict(kept, enough.length),
    worst ? t.bands.furthest(percent(worst.promised), of(worst)) : '',
    few > 0 ? t.bands.hollow(FEWEST_FOR_RATE) : '',
  ];
  return sentences.filter((each) => each !== '').join(' ');
}
