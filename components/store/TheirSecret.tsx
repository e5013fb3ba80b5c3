import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Saving } from '../ui/views.ts';
import styles from './Sources.module.css';
import type { Tool } from './source-words.ts';

type Props = {
  theirs: NonNullable<Tool['theirs']>;
  /** One is there already. */
  ready: boolean;
  onSave: (secret: string) => Saving;
};

/** What the tool signs with, where the tool makes that itself. It is never shown again. */
export function TheirSecret({ theirs, ready, onSave }: Props) {
  const [secret, setSecret] = useState('');
  const [kept, setKept] = useState(false);
  const saving = useSaving();
  const wanted = secret.trim();

  async function save() {
    if (!wanted) return;
    if (!(await saving.run(() => onSave(wanted)))) return;
    setSecret('');
    setKept(true);
  }

  return (
    <form
      className={styles.inline}
      data-form="their-secret"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={ready || kept ? `${theirs.name}, to replace the one that is kept` : theirs.name}
        name="their-secret"
        autoComplete="off"
        spellCheck={false}
        hint={`From ${theirs.where}. Kept sealed; never shown again.`}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <Button type="submit" busy={saving.busy} off={!wanted} data-action="save-secret">
        Keep it
      </Button>
      <p role="status" className={styles.kept}>
        {kept ? 'Kept. What it signs is believed from now on.' : ''}
      </p>
      {saving.problem ? (
        <div className={styles.full}>
          <ProblemNotice problem={saving.problem} />
        </div>
      ) : null}
    </form>
  );
}
