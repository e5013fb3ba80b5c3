import { type FormEvent, useState } from 'react';
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
      <p>
        Name who agreed. You enter both names here; signing by each side in their own browser comes
        with the definition room.
      </p>
      <div className={styles.names}>
        <Field
          label="For marketing"
          name="marketing"
          autoComplete="off"
          maxLength={120}
          value={marketing}
          error={wrong.marketing ?? null}
          onChange={(event) => setMarketing(event.target.value)}
        />
        <Field
          label="For sales"
          name="sales"
          autoComplete="off"
          maxLength={120}
          value={sales}
          error={wrong.sales ?? null}
          onChange={(event) => setSales(event.target.value)}
        />
      </div>
      {saving.problem ? (
        <ProblemNotice
          problem={saving.problem}
          safe="Nothing was put in force; the draft is as it was."
        />
      ) : null}
      <Button type="submit" kind="both" busy={saving.busy} data-action="publish">
        {saving.busy ? 'Putting in force' : `Put v${version} in force`}
      </Button>
      <p className={styles.muted}>
        New events count by it at once; all leads are scored again in the background. Promises start
        over from the verdicts on record.
      </p>
    </form>
  );
}

function wrongWith({ marketing, sales }: { marketing: string; sales: string }): Wrong {
  const wrong: Wrong = {};
  if (!marketing) wrong.marketing = 'Who agreed for marketing?';
  if (!sales) wrong.sales = 'Who agreed for sales?';
  else if (sales.toLowerCase() === marketing.toLowerCase()) {
    wrong.sales = 'Somebody else than for marketing: both sides have to agree.';
  }
  return wrong;
}
