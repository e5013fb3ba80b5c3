import { useId } from 'react';
import type { DraftChange } from '../../lib/contract/agreement.ts';
import type { Pattern } from '../../lib/contract/review.ts';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { signed } from '../ui/words.ts';
import styles from './PatternCard.module.css';
import type { Drafting } from './use-drafting.ts';

type Props = { pattern: Pattern; drafting: Drafting };

/** What many with one reason have in common, beside how common it is; and the change that would answer it. */
export function PatternCard({ pattern, drafting }: Props) {
  const t = reviewWords();
  const { reason, label, among, everybody, change, by } = pattern;
  const id = useId();
  const drafted = drafting.isDrafted(pattern);
  return (
    <section className={styles.card} data-pattern={pattern.id} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          <Fill
            text={t.patternSays[pattern.said][by]}
            share={percent(among)}
            reason={<bdi>{reason}</bdi>}
            label={<bdi>{label}</bdi>}
          />
        </h3>
        {change && !drafted ? (
          <Button
            size="small"
            keys="D"
            aria-keyshortcuts="d"
            busy={drafting.busy}
            data-action="draft-rule"
            onClick={() => void drafting.draft(pattern)}
          >
            {change.of === 'fit-rule' ? t.draftRule : t.draftChange}
          </Button>
        ) : null}
      </div>
      <dl className={styles.bars}>
        <Bar side="sales" name={t.withReason(reason)} share={among} />
        <Bar side="marketing" name={t.allJudged} share={everybody} />
      </dl>
      {change && !drafted ? <p className={styles.would}>{changeWords(change)}</p> : null}
      {change ? null : <p className={styles.would}>{t.noChange}</p>}
      {drafted ? (
        <p role="status" className={styles.drafted}>
          <Fill text={t.isInDraft} definition={<a href="#definition">{t.theDefinition}</a>} />
        </p>
      ) : null}
      {drafting.failed === pattern.id && drafting.problem ? (
        <ProblemNotice problem={drafting.problem} safe={t.nothingDrafted} />
      ) : null}
    </section>
  );
}

type Share = Pattern['among'];

const percent = ({ n, of }: Share) => number(of === 0 ? 0 : Math.round((100 * n) / of));

/** A share as a bar from nothing to all, with the interval that holds it 95 times in 100. */
function Bar({ side, name, share }: { side: 'sales' | 'marketing'; name: string; share: Share }) {
  const t = reviewWords();
  const { n, of, low, high } = share;
  const at = (value: number) => `${(100 * value).toFixed(1)}%`;
  return (
    <div className={styles.row}>
      <dt className={styles[side]}>
        <bdi>{name}</bdi>
      </dt>
      <dd className={styles.share}>
        <svg className={styles.bar} height="14" aria-hidden="true">
          <line className={styles.track} x1="0" x2="100%" y1="13" y2="13" />
          <rect className={styles[side]} x="0" y="3" height="9" width={at(of === 0 ? 0 : n / of)} />
          <line className={styles.interval} x1={at(low)} x2={at(high)} y1="7.5" y2="7.5" />
          <line className={styles.interval} x1={at(low)} x2={at(low)} y1="4" y2="11" />
          <line className={styles.interval} x1={at(high)} x2={at(high)} y1="4" y2="11" />
        </svg>
        <span className={styles.said}>
          <Fill
            text={t.shareOf}
            share={<strong>{t.percent(percent(share))}</strong>}
            n={number(n)}
            of={number(of)}
          />
          <span className={styles.read}> {t.interval(100 * low, 100 * high)}</span>
        </span>
      </dd>
    </div>
  );
}

function changeWords(change: DraftChange): string {
  const t = reviewWords();
  if (change.of === 'line') return t.wouldHandOver(change.points);
  if (change.of === 'points') return t.wouldCount(signed(change.to));
  return t.wouldAdd(change.rule.label, signed(change.rule.points));
}
