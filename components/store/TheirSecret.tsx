import { useState } from 'react';
import { sourceWords } from '../../lib/words/sources.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Saving } from '../ui/views.ts';
import styles from './Sources.module.css';
import type { Theirs } from './source-words.ts';

type Props = {
  theirs: Theirs;
  /** One is there already. */
  ready: boolean;
  onSave: (secret: string) => Saving;
};

/** What the tool signs with, where the tool makes that itself. It is never shown again. */
export function TheirSecret({ theirs, ready, onSave }: Props) {
  const t = sourceWords();
  const { name, from } = t.theirs[theirs];
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
        label={ready || kept ? t.replace(name) : name}
        name="their-secret"
        autoComplete="off"
        spellCheck={false}
        hint={t.from(from)}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <Button type="submit" busy={saving.busy} off={!wanted} data-action="save-secret">
        {t.keep}
      </Button>
      <p role="status" className={styles.kept}>
        {kept ? t.kept : ''}
      </p>
      {saving.problem ? (
        <div className={styles.full}>
          <ProblemNotice problem={saving.problem} />
        </div>
      ) : null}
    </form>
  );
}
