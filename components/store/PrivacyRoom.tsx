import { useState } from 'react';
import type { PersonAnswer } from '../../lib/contract/privacy.ts';
import { privacyWords } from '../../lib/words/privacy.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { When } from '../ui/When.tsx';
import lines from './Lines.module.css';
import { PersonCard } from './PersonCard.tsx';
import styles from './Privacy.module.css';
import type { Common, PrivacyProps } from './props.ts';
import { Retention } from './Retention.tsx';
import { Room } from './Room.tsx';
import { Said, type Says, useSaid } from './Said.tsx';

/** What a person may ask for, and how long things are kept. */
export function PrivacyRoom(props: Common & PrivacyProps) {
  const says = useSaid();
  return (
    <Room
      title={storeWords().rooms.privacy}
      lead={privacyWords().lead}
      state={props.state}
      onRefresh={props.onRefresh}
    >
      {(retention) => (
        <>
          <OnePerson {...props} says={says} />
          <Retention {...props} kept={retention} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}

type PersonProps = Common & PrivacyProps & { says: Says };

function OnePerson({ says, ...props }: PersonProps) {
  const t = privacyWords().person;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<(PersonAnswer & { email: string }) | null>(null);
  const saving = useSaving();
  const email = typed.trim().toLowerCase();

  const find = () =>
    saving.run(async () => {
      setFound(null);
      const answer = await props.onFind(email);
      if (answer.ok) setFound({ ...answer.value, email });
      return answer;
    });

  return (
    <section className={lines.box} aria-labelledby="one-person">
      <div className={lines.head}>
        <h2 id="one-person" className={lines.title}>
          {t.title}
        </h2>
      </div>
      <form
        className={styles.find}
        noValidate
        data-form="find-person"
        onSubmit={(event) => {
          event.preventDefault();
          if (email) void find();
        }}
      >
        <Field
          label={t.address}
          name="person-email"
          type="email"
          autoComplete="off"
          placeholder="gordon@shanahan.example"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" busy={saving.busy} off={!email} data-action="find-person">
          {t.find}
        </Button>
      </form>
      {saving.problem ? (
        <div className={lines.line}>
          <ProblemNotice problem={saving.problem} />
        </div>
      ) : null}
      <div role="status">
        {found && !found.person ? (
          <p className={lines.line}>
            <Fill
              text={found.erasedAt ? t.wasErased : t.unknown}
              email={<bdi>{found.email}</bdi>}
              when={
                found.erasedAt ? (
                  <When at={found.erasedAt} now={props.now} place={props.place} />
                ) : null
              }
            />
          </p>
        ) : null}
      </div>
      {found?.person ? (
        <PersonCard
          key={found.person.leadId}
          person={found.person}
          email={found.email}
          now={props.now}
          place={props.place}
          says={says}
          onExport={props.onExport}
          onErase={props.onErase}
          onErased={() => setTyped('')}
        />
      ) : null}
    </section>
  );
}
