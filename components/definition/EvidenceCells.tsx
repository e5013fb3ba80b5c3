import type { Rate, RulesReport } from '../../lib/contract/reports.ts';
import { FEWEST } from '../../lib/contract/reports.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { at } from '../charts/scale.ts';
import { classes } from '../ui/classes.ts';
import styles from './Evidence.module.css';
import table from './RuleTable.module.css';

type Props = { evidence: RulesReport | null; ruleId: string };

/** What became of leads with this line and without it, over a year. */
export function EvidenceCells({ evidence, ruleId }: Props) {
  const t = definitionWords().form;
  const row = evidence?.rows.find((each) => each.ruleId === ruleId);
  if (!row) {
    return (
      <>
        <td className={table.wide}>
          <span className={styles.quiet}>{evidence ? t.noEvidence : ''}</span>
        </td>
        <td className={classes(table.figure, table.lift)} />
        <td className={table.figure}>{evidence ? '0' : ''}</td>
      </>
    );
  }
  const few = row.with.of < FEWEST || row.without.of < FEWEST;
  return (
    <>
      <td className={table.wide}>
        {few ? (
          <span className={styles.quiet}>{t.noRate(row.with.of, FEWEST)}</span>
        ) : (
          <Dumbbell without={row.without} having={row.with} />
        )}
      </td>
      <td className={classes(table.figure, table.lift)}>
        {row.lift === null ? '' : <strong>×{decimal(row.lift, 2)}</strong>}
      </td>
      <td className={table.figure}>{number(row.with.of)}</td>
    </>
  );
}

const share = ({ n, of }: Rate) => n / of;

/** Hollow without, filled with, on a scale from never to always. */
function Dumbbell({ without, having }: { without: Rate; having: Rate }) {
  const t = definitionWords().form;
  const percent = (rate: Rate) => `${Math.round(share(rate) * 100)} %`;
  const label = t.rates(percent(without), percent(having));
  return (
    <svg className={styles.dumbbell} height="18" role="img" aria-label={label}>
      <title>{label}</title>
      <line className={styles.track} x1="0" x2="100%" y1="50%" y2="50%" />
      <line
        className={styles.between}
        x1={at(share(without))}
        x2={at(share(having))}
        y1="50%"
        y2="50%"
      />
      <circle className={styles.hollow} cx={at(share(without))} cy="50%" r="4" />
      <circle className={styles.filled} cx={at(share(having))} cy="50%" r="4" />
    </svg>
  );
}
