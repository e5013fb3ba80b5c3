import type { LeadCard } from '../../lib/contract/lead.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import choices from '../ui/Choices.module.css';
import { classes } from '../ui/classes.ts';
import { SelectField } from '../ui/Field.tsx';
import form from './Form.module.css';
import styles from './UntilChoice.module.css';

type Props = {
  card: Pick<LeadCard, 'score'>;
  signals: readonly WakeSignal[];
  onSignals: (signals: WakeSignal[]) => void;
};

/** What wakes a recycled lead besides its day: any of these, and one rule by its label. */
export function Signals({ card, signals, onSignals }: Props) {
  const t = sayingWords();
  const rules = rulesOf(card);
  const ruleId = signals.find((each) => each.is === 'rule')?.ruleId ?? '';

  function turn(signal: WakeSignal, on: boolean) {
    const others = signals.filter((each) => each.is !== signal.is);
    onSignals(on ? [...others, signal] : others);
  }

  return (
    <div className={styles.until}>
      <fieldset className={classes(choices.group, choices.sales, form.group)} data-signals="">
        <legend className={choices.legend}>{t.orWhen}</legend>
        <div className={choices.chips}>
          {offered(card).map((is) => (
            <label key={is} className={choices.chip}>
              <input
                type="checkbox"
                value={is}
                checked={signals.some((each) => each.is === is)}
                onChange={(event) => turn({ is }, event.target.checked)}
                className={choices.radio}
              />
              <span>{t.signals[is]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {rules.length > 0 ? (
        <SelectField
          label={t.ruleSignal}
          name="wake-rule"
          value={ruleId}
          onChange={({ target }) => turn({ is: 'rule', ruleId: target.value }, target.value !== '')}
        >
          <option value="">{t.anyRule}</option>
          {rules.map((rule) => (
            <option key={rule.ruleId} value={rule.ruleId}>
              {rule.label}
            </option>
          ))}
        </SelectField>
      ) : null}
    </div>
  );
}

/** Who is over the line already cannot reach it. */
function offered({ score }: Pick<LeadCard, 'score'>) {
  const always = ['asks', 'moment'] as const;
  return score.points < score.mqlAt ? ([...always, 'line'] as const) : always;
}

/** Rules that look at what somebody does, as far as the card names them: those that count here and those that would. */
function rulesOf({ score }: Pick<LeadCard, 'score'>): { ruleId: string; label: string }[] {
  const named = [
    ...score.wouldChange,
    ...score.contributions.filter(({ side }) => side === 'engagement'),
  ].map(({ ruleId, label }) => [ruleId, label] as const);
  return [...new Map(named)]
    .map(([ruleId, label]) => ({ ruleId, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
