import { type ReactNode, useState } from 'react';
import type { Role } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { clock } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { ROLES } from '../ui/words.ts';
import { Card } from './Card.tsx';
import styles from './Forms.module.css';
import type { OptionsCallbacks } from './props.ts';
import team from './Team.module.css';

type Props = Pick<OptionsCallbacks, 'onInvite' | 'onAddSource'> & { store: string; place: Place };

/** What only an administrator does: let people in, and let events in. Codes and keys are shown once, here. */
export function Team({ store, place, onInvite, onAddSource }: Props) {
  return (
    <Card
      anchor="team"
      title="People and sources"
      lead="A code lets one person connect. A write key lets a website or tool send events, and nothing else."
    >
      <InviteForm store={store} place={place} onInvite={onInvite} />
      <SourceForm store={store} onAddSource={onAddSource} />
    </Card>
  );
}

function InviteForm({ store, place, onInvite }: Omit<Props, 'onAddSource'>) {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<Role>('rep');
  const [given, setGiven] = useState<{ name: string; code: string; expiresAt: string } | null>(
    null,
  );
  const saving = useSaving();

  const invite = () =>
    saving.run(async () => {
      const answer = await onInvite({
        name: name.trim(),
        email: address.trim() || undefined,
        role,
      });
      if (answer.ok) {
        setGiven({ name: name.trim(), ...answer.value });
        setName('');
        setAddress('');
      }
      return answer;
    });

  return (
    <Form name="invite" onSubmit={invite} problem={<ProblemOf saving={saving} />}>
      <Field
        label="Name"
        name="person"
        autoComplete="off"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label="Role"
        name="role"
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
      >
        {Object.entries(ROLES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <Act busy={saving.busy} action="invite" words="Make a code" />
      <div className={styles.full}>
        <Field
          label="Email, optional"
          name="person-email"
          type="email"
          autoComplete="off"
          hint="For the next browser of somebody who is here already, give the address they were invited with."
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </div>
      {given ? (
        <p className={team.given} role="status" data-given="code">
          <output className={team.secret}>{given.code}</output>
          <span>
            Give it to <bdi>{given.name}</bdi> with the address <bdi>{store}</bdi>. Good once, until{' '}
            {clock(given.expiresAt, place)}.
          </span>
        </p>
      ) : null}
    </Form>
  );
}

function SourceForm({ store, onAddSource }: Omit<Props, 'onInvite' | 'place'>) {
  const [label, setLabel] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const saving = useSaving();

  const add = () =>
    saving.run(async () => {
      const answer = await onAddSource({ label: label.trim() });
      if (answer.ok) {
        setKey(answer.value.writeKey);
        setLabel('');
      }
      return answer;
    });

  return (
    <Form name="source" onSubmit={add} problem={<ProblemOf saving={saving} />}>
      <Field
        label="Name of the source"
        name="source"
        autoComplete="off"
        placeholder="Website"
        required
        hint="Anything that speaks Segment’s tracking API."
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Act busy={saving.busy} action="add-source" words="Make a write key" />
      {key ? (
        <p className={team.given} role="status" data-given="key">
          <output className={team.secret}>{key}</output>
          <span>
            Copy it now; it is not shown again. The host is <bdi>{store}</bdi>.
          </span>
        </p>
      ) : null}
    </Form>
  );
}

function Form(props: {
  name: string;
  onSubmit: () => Promise<boolean>;
  problem: ReactNode;
  children: ReactNode;
}) {
  return (
    <form
      className={styles.form}
      data-form={props.name}
      onSubmit={(event) => {
        event.preventDefault();
        void props.onSubmit();
      }}
    >
      {props.children}
      {props.problem}
    </form>
  );
}

function ProblemOf({ saving }: { saving: ReturnType<typeof useSaving> }) {
  return saving.problem ? (
    <div className={styles.full}>
      <ProblemNotice problem={saving.problem} />
    </div>
  ) : null;
}

function Act({ busy, action, words }: { busy: boolean; action: string; words: string }) {
  return (
    <div className={styles.act}>
      <Button type="submit" busy={busy} data-action={action}>
        {words}
      </Button>
    </div>
  );
}
