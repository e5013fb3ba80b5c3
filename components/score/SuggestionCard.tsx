import type { DefinitionDraft, Suggestion } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { RateDot } from '../charts/RateDot.tsx';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Saving } from '../ui/views.ts';
import { plain } from '../ui/words.ts';
import { BeforeAfterLine } from './BeforeAfter.tsx';
import { PutIn } from './PutIn.tsx';
import styles from './SuggestionCard.module.css';
import { FEWEST_FOR_RATE, of, percent, wilson } from './words.ts';

type Props = {
  suggestion: Suggestion;
  draft: DefinitionDraft | null;
  onPut: () => Saving;
  onNotNow: () => void;
};

/** One change: from, to, who was accepted with and without, and what it would have done. */
export function SuggestionCard({ suggestion, draft, onPut, onNotNow }: Props) {
  const t = scoreWords();
  const { label, step, from, to, with: having, without, certainty, before, after } = suggestion;
  const sure = Math.min(99, Math.floor(certainty * 100));
  return (
    <article className={styles.card} data-suggestion={suggestion.ruleId}>
      <h3 className={styles.title}>
        {step === null ? (
          <bdi>{label}</bdi>
        ) : (
          <Fill text={t.change.fromStep} label={<bdi>{label}</bdi>} step={step} />
        )}{' '}
        <bdi dir="ltr" className={styles.points}>
          {plain(from)} → {plain(to)}
        </bdi>
      </h3>
      <dl className={styles.rates}>
        <Row name={t.withIt} counts={having} to={wilson(without).share} />
        <Row name={t.without} counts={without} to={wilson(having).share} hollow />
      </dl>
      <p className={styles.certain}>{to > from ? t.change.more(sure) : t.change.less(sure)}</p>
      <BeforeAfterLine before={before} after={after} />
      <PutIn what={`${label}, ${plain(to)}`} done={isIn(draft, suggestion)} onPut={onPut}>
        <Button
          size="small"
          kind="quiet"
          data-action="not-now"
          aria-label={t.change.notNowOf(label)}
          onClick={onNotNow}
        >
          {t.change.notNow}
        </Button>
      </PutIn>
    </article>
  );
}

type RowProps = {
  name: string;
  counts: { n: number; accepted: number };
  /** The share of the other row. */
  to: number;
  hollow?: boolean;
};

function Row({ name, counts, to, hollow = false }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={styles.dot}>
          <RateDot rate={wilson(counts)} to={to} hollow={hollow} />
        </span>
        <span>{rate(counts)}</span>
      </dd>
    </div>
  );
}

function rate(counts: { n: number; accepted: number }): string {
  const t = scoreWords().change;
  if (counts.n < FEWEST_FOR_RATE) return t.noRate(of(counts), FEWEST_FOR_RATE);
  return t.rate(of(counts), percent(counts.accepted / counts.n));
}

/** Whether the draft gives this rule, or its step, the suggested points. */
function isIn(draft: DefinitionDraft | null, { ruleId, step, to }: Suggestion): boolean {
  if (!draft) return false;
  const rules = [...draft.definition.engagement, ...draft.definition.fit];
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule || step === null) return rule?.points === to;
  const steps = 'steps' in rule ? (rule.steps ?? []) : [];
  return steps.some((each) => each.from === step && each.points === to);
}
