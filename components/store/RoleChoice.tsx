import { useId, useState } from 'react';
import { type Role, role as roleName } from '../../lib/contract/words.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { roles } from '../ui/words.ts';
import lines from './Lines.module.css';
import styles from './People.module.css';
import { thenFocus } from './then-focus.ts';

type Props = {
  name: string;
  role: Role;
  /** The only administrator stays one. */
  fixed: boolean;
  onChange: (role: Role) => Promise<boolean>;
};

/** What somebody may do. Choosing is not yet changing, so that arrow keys give nobody away. */
export function RoleChoice({ name, role, fixed, onChange }: Props) {
  const t = storeWords();
  const id = useId();
  const [chosen, setChosen] = useState(role);
  const [busy, setBusy] = useState(false);

  if (fixed) {
    return (
      <div className={styles.role}>
        <p>{roles()[role]}</p>
        <p className={lines.facts}>{t.people.onlyAdmin}</p>
      </div>
    );
  }

  async function change() {
    setBusy(true);
    const ok = await onChange(chosen);
    setBusy(false);
    if (!ok) setChosen(role);
  }

  return (
    <div className={styles.role}>
      <select
        id={id}
        name="member-role"
        aria-label={t.people.roleOf(name)}
        className={styles.select}
        value={chosen}
        onChange={(event) => setChosen(roleName.parse(event.target.value))}
      >
        {roleName.options.map((each) => (
          <option key={each} value={each}>
            {roles()[each]}
          </option>
        ))}
      </select>
      {chosen === role ? null : (
        <span className={lines.acts}>
          <Button
            size="small"
            kind="marketing"
            busy={busy}
            data-action="change-role"
            onClick={() => void change()}
          >
            {t.page.change}
          </Button>
          <Button
            size="small"
            kind="quiet"
            data-action="keep-role"
            onClick={(event) => {
              const line = event.currentTarget.closest('li');
              setChosen(role);
              thenFocus(line, 'select');
            }}
          >
            {t.people.keep}
          </Button>
        </span>
      )}
    </div>
  );
}
