import { type FormEvent, useState } from 'react';
import { scoreWords } from '../../lib/words/score.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './PutInForce.module.css';
import type { ScoreRoomCallbacks } from './props.ts';

type Props = Pick<ScoreRoomCallbacks, 'onPublish'> & { version: number };

type Wrong = { marketing?: string; sales?: string };

/** Who agreed, for each side; then it is in force. */
export function PutInForce({ version, onPublish }: Props) {
  const t = scoreWords().publish;
  const [marketing, setMarketing] = useState('');
  const [sales, setSales] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const saving = useSaving();

  function send(event: FormEvent) {
    event.preventDefault();
    const signedBy = { marketing: marketing.trim(), sales: sales.trim() };
    const found = wrongWith(signedBy);
    setWrong(found);
    if (!found.marketing && !found.sales) void saving.run(() => onPublish(signedBy));
  }

  return (
    <form className={styles.form} data-form="publish" onSubmit={send} noValidate>
      <p>{t.lead}</p>
      <div className={styles.names}>
        <Field
          label={t.marketing}
          name="marketing"
          autoComplete="off"
          maxLength={120}
          value={marketing}
          error={wrong.marketing ?? null}
          onChange={(event) => setMarketing(event.target.value)}
        />
        <Field
          label={t.sales}
          name="sales"
          autoComplete="off"
          maxLength={120}
          value={sales}
          error={wrong.sales ?? null}
          onChange={(event) => setSales(event.target.value)}
        />
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
      <Button type="submit" kind="both" busy={saving.busy} data-action="publish">
        {saving.busy ? t.putting : t.put(version)}
      </Button>
      <p className={styles.muted}>{t.after}</p>
    </form>
  );
}

function wrongWith({ marketing, sales }: { marketing: string; sales: string }): Wrong {
  const t = scoreWords().publish;
  const wrong: Wrong = {};
  if (!marketing) wrong.marketing = t.whoMarketing;
  if (!sales) wrong.sales = t.whoSales;
  else if (sales.toLowerCase() === marketing.toLowerCase()) {
    wrong.sales = t.samePerson;
  }
  return wrong;
}
