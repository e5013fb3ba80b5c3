import { useState } from 'react';
import type { InviteAnswer, InviteRequest } from '../../lib/contract/people.ts';
import { type Role, role as roleName } from '../../lib/contract/words.ts';
import { storeWords } from '../../lib/words/store.ts';
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

/** Lets one more person in, or one more browser of theirs. What lets them in is shown here, once. */
export function Invite({ store, now, place, onInvite }: Props) {
  const t = storeWords().people;
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
    <section className={lines.box} aria-label={t.invite}>
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
            label={t.name}
            name="person"
            autoComplete="off"
            dir="auto"
            ref={focusOnce}
            value={said.name}
            error={asked && !name ? t.sayWho : null}
            onChange={(event) => setSaid({ ...said, name: event.target.value })}
          />
          <Field
            label={t.email}
            name="person-email"
            type="email"
            autoComplete="off"
            hint={t.emailHint}
            value={said.email}
            onChange={(event) => setSaid({ ...said, email: event.target.value })}
          />
          <SelectField
            label={t.role}
            name="role"
            hint={t.may[role]}
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
          legend={t.giveThem}
          choices={[
            { value: 'link', label: t.aLink },
            { value: 'code', label: t.aCode },
          ]}
          chosen={kind}
          onChoose={setKind}
          side="marketing"
        />
        <div>
          <Button type="submit" kind="marketing" busy={saving.busy} data-action="make-invite">
            {kind === 'link' ? t.makeLink : t.makeCode}
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

type GivenProps = { given: Given; store: string; now: number; place: Place };

function GivenOnce({ given, store, now, place }: GivenProps) {
  const t = storeWords().people;
  const until = clockOrDay(given.expiresAt, now, place);
  if (given.link) {
    return (
      <div className={styles.given} data-given="link">
        <Secret label={t.linkFor(given.name)} value={given.link} note={t.linkNote(until)} />
      </div>
    );
  }
  return (
    <div className={styles.given} data-given="code">
      <div className={styles.steps}>
        <Secret large label={t.codeFor(given.name)} value={given.code} note={t.codeNote(until)} />
        <Secret label={t.address} value={store} note={t.addressNote} />
      </div>
    </div>
  );
}

/** What somebody just opened takes the focus where the first answer is. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
