import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Forms.module.css';
import { originOf } from './origin.ts';
import type { OptionsCallbacks } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onConnect'> & { store: string };

/** The store's address and a one-time code. The code may be typed with or without its dash, in any case. */
export function ConnectForm({ store, onConnect }: Props) {
  const [typed, setTyped] = useState({ store, code: '' });
  const [asked, setAsked] = useState(false);
  const saving = useSaving();
  const address = originOf(typed.store);
  const shortCode = typed.code.replace(/[\s-]/g, '').length !== 8;

  async function connect() {
    setAsked(true);
    if (!address || shortCode) return;
    await saving.run(() => onConnect({ store: address, code: typed.code.trim() }));
  }

  return (
    <form
      className={styles.form}
      noValidate
      data-form="connect"
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <Field
        label="Store address"
        name="store"
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        placeholder="https://truce.example.com"
        value={typed.store}
        error={asked && !address ? 'This is not a web address.' : null}
        onChange={(event) => setTyped({ ...typed, store: event.target.value })}
      />
      <Field
        label="One-time code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="7K3M-QX2P"
        value={typed.code}
        error={asked && shortCode ? 'A code has 8 letters and digits.' : null}
        onChange={(event) => setTyped({ ...typed, code: event.target.value })}
      />
      <div className={styles.act}>
        <Button type="submit" kind="marketing" busy={saving.busy} data-action="connect">
          {saving.busy ? 'Connecting' : 'Connect'}
        </Button>
      </div>
      {saving.problem ? (
        <div className={styles.full}>
          <ProblemNotice problem={saving.problem} />
        </div>
      ) : null}
    </form>
  );
}
