import type { RuleSide } from '../../lib/contract/definition-changes.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Editors.module.css';
import { type Form, withEngagement, withFit, withMoved } from './form.ts';

type Props = { form: Form; side: RuleSide; place: number; label: string };

/** Earlier, later, away. */
export function OrderButtons({ form, side, place, label }: Props) {
  const t = definitionWords().form;
  const { shown, edit } = form;
  const last = shown[side].length - 1;
  const remove = () =>
    edit(side === 'fit' ? withFit(shown, place, null) : withEngagement(shown, place, null), null);
  return (
    <div className={styles.buttons}>
      <Button
        size="small"
        off={place === 0}
        aria-label={t.upOf(label)}
        data-action="rule-up"
        onClick={() => edit(withMoved(shown, side, place, -1), null)}
      >
        {t.up}
      </Button>
      <Button
        size="small"
        off={place === last}
        aria-label={t.downOf(label)}
        data-action="rule-down"
        onClick={() => edit(withMoved(shown, side, place, 1), null)}
      >
        {t.down}
      </Button>
      <span className={styles.hint}>{side === 'fit' ? t.groupHint : t.orderHint}</span>
      <Button size="small" data-action="remove-rule" onClick={remove}>
        {t.remove}
      </Button>
    </div>
  );
}
