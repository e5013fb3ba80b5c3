import { useState } from 'react';
import type { InviteAnswer, InviteRequest } from '../../lib/contract/people.ts';
import { type Role, role as roleName } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { clockOrDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { roles } from '../ui/words.ts';
import lines from './Lines.module.css';
import styles from './People.module.css';
import type { PeopleProps } from './props.ts';
import { Secret } from './Secret.tsx';

type Props = Pick<PeopleProps, 'onInvite'> & { store: string; now: number; place: Place };
type Kind = InviteRequest['kind'];
type Given = InviteAnswer & { name: string; kind: Kind };

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'link', label: 'A link to send, good for a week' },
  { value: 'code', label: 'A code to read out, good for ten minutes' },
];

/** Lets one more person in, or one more browser of theirs. What lets them in is shown here, once. */
export function Invite({ store, now, place, onInvite }: Props) {
  const [said, setSaid] = useState({ name: '', email: '' });
  const [role, setRole] = useState<Role>('rep');
  const [kind, setKind] = useState<Kind>('link');
  const [asked, setAsked] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const saving = useSaving();
  const name = said.name.trim();

  async function invite() {
    setAsked(true);
    if (!name) return;
    await saving.run(async () => {
      const email = said.email.trim();
      const answer = await onInvite({ name, role, kind, ...(email ? { email } : {}) });
      if (answer.ok) {
        setGiven({ ...answer.value, name, kind });
        setSaid({ name: '', email: '' });
        setAsked(false);
      }
      return answer;
    });
  }

  return (
    <section className={lines.box} aria-label="Invite somebody">
      <form
        className={styles.form}
        noValidate
        data-form="invite"
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <div className={styles.fields}>
          <Field
            label="Name"
            name="person"
            autoComplete="off"
            dir="auto"
            ref={focusOnce}
            value={said.name}
            error={asked && !name ? 'Say who it is.' : null}
            onChange={(event) => setSaid({ ...said, name: event.target.value })}
          />
          <Field
            label="Email, optional"
            name="person-email"
            type="email"
            autoComplete="off"
            hint="With a member’s address, for one more browser of theirs."
            value={said.email}
            onChange={(event) => setSaid({ ...said, email: event.target.value })}
          />
          <SelectField
            label="Role"
            name="role"
            hint={MAY[role]}
            value={role}
            onChange={(event) => setRole(roleName.parse(event.target.value))}
          >
            {roleName.options.map((each) => (
              <option key={each} value={each}>
                {roles()[each]}
              </option>
            ))}
          </SelectField>
        </div>
        <Choices
          legend="Give them"
          choices={KINDS}
          chosen={kind}
          onChoose={setKind}
          side="marketing"
        />
        <div>
          <Button type="submit" kind="marketing" busy={saving.busy} data-action="make-invite">
            {kind === 'link' ? 'Make a link' : 'Make a code'}
          </Button>
        </div>
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
        <div role="status">
          {given ? <GivenOnce given={given} store={store} now={now} place={place} /> : null}
        </div>
      </form>
    </section>
  );
}

const MAY: Record<Role, string> = {
  rep: 'Sees leads and says what they are worth.',
  marketer: 'Also answers sales, imports, joins people.',
  admin: 'Also runs the store.',
};

type GivenProps = { given: Given; store: string; now: number; place: Place };

function GivenOnce({ given, store, now, place }: GivenProps) {
  const until = clockOrDay(given.expiresAt, now, place);
  if (given.link) {
    return (
      <div className={styles.given} data-given="link">
        <Secret
          label={`Link for ${given.name}`}
          value={given.link}
          note={`Send it to them and to nobody else. Good once, until ${until}. It opens a page that says what to do.`}
        />
      </div>
    );
  }
  return (
    <div className={styles.given} data-given="code">
      <div className={styles.steps}>
        <Secret
          large
          label={`Code for ${given.name}`}
          value={given.code}
          note={`Good once, until ${until}.`}
        />
        <Secret
          label="Address of the store"
          value={store}
          note="In their own browser they enter both in the options of Truce."
        />
      </div>
    </div>
  );
}

/** What somebody just opened takes the focus where the first answer is. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
