import { useState } from 'react';
import type { EraseAnswer, PersonAnswer } from '../../lib/contract/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { shortDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import { count } from '../ui/words.ts';
import lines from './Lines.module.css';
import styles from './Privacy.module.css';
import type { Common, PrivacyProps } from './props.ts';
import type { Says } from './Said.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<PrivacyProps, 'onExport' | 'onErase'> & {
    person: NonNullable<PersonAnswer['person']>;
    /** As it was looked for; typed again before anybody is erased. */
    email: string;
    says: Says;
    onErased: () => void;
  };

/** What is kept of one person: to give to them, or to erase. */
export function PersonCard(props: Props) {
  const { person, email, now, place, says, onExport } = props;
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState<EraseAnswer | null>(null);
  if (erased) {
    return (
      <div className={lines.line} data-erased="">
        <p ref={focusOnce} tabIndex={-1} role="status">
          <strong>
            <bdi>{email}</bdi> is erased:
          </strong>{' '}
          {count(erased.events, 'event')} and {count(erased.feedback, 'piece')} of feedback are
          gone. Only the counts stay.
        </p>
      </div>
    );
  }
  return (
    <div className={lines.line} data-person={person.leadId}>
      <div className={lines.row}>
        <div className={lines.what}>
          <p className={lines.name}>
            <bdi>{person.name ?? email}</bdi>
            {person.company ? (
              <>
                , <bdi>{person.company}</bdi>
              </>
            ) : null}
          </p>
          <p className={lines.facts}>
            {count(person.events, 'event')}, {count(person.feedback, 'piece')} of feedback
            {person.firstAt ? `, since ${shortDay(person.firstAt, now, place)}` : ''}
          </p>
          {person.names.length > 0 ? (
            <p className={lines.facts}>
              known as{' '}
              {person.names.map((name, index) => (
                <span key={name}>
                  {index > 0 ? ', ' : ''}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </p>
          ) : null}
        </div>
        <div className={lines.acts}>
          <Button
            size="small"
            busy={says.busy}
            data-action="export-person"
            onClick={() =>
              void says.act(() => onExport({ leadId: person.leadId, email }), {
                text: 'Everything that is kept of them is in the file.',
              })
            }
          >
            Save as file
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-expanded={erasing}
            data-action="erase-person"
            onClick={() => setErasing(!erasing)}
          >
            Erase
          </Button>
        </div>
      </div>
      {erasing ? (
        <EraseForm
          {...props}
          onKeep={() => setErasing(false)}
          onDone={(answer) => {
            setErased(answer);
            props.onErased();
          }}
        />
      ) : null}
    </div>
  );
}

type EraseProps = Props & { onKeep: () => void; onDone: (answer: EraseAnswer) => void };

function EraseForm({ person, email, onErase, onKeep, onDone }: EraseProps) {
  const [typed, setTyped] = useState('');
  const saving = useSaving();
  const same = typed.trim().toLowerCase() === email;
  const erase = () =>
    saving.run(async () => {
      const answer = await onErase(person.leadId, email);
      if (answer.ok) onDone(answer.value);
      return answer;
    });
  return (
    <form
      className={styles.erase}
      noValidate
      data-form="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (same) void erase();
      }}
    >
      <dl className={styles.fate}>
        <div>
          <dt>Goes, for ever</dt>
          <dd>
            Name, addresses, company and record, {count(person.events, 'event')},{' '}
            {count(person.feedback, 'piece')} of feedback with its notes, the score.
          </dd>
        </div>
        <div>
          <dt>Stays</dt>
          <dd>
            The counts that verdicts added to, without any name; and a fingerprint of the address,
            so that an old file or a late event does not bring them back.
          </dd>
        </div>
      </dl>
      <div className={styles.find}>
        <Field
          label={`Type ${email} to erase`}
          name="erase-email"
          autoComplete="off"
          spellCheck={false}
          ref={focusInput}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          type="submit"
          kind="both"
          busy={saving.busy}
          off={!same}
          data-action="erase-for-ever"
        >
          Erase for ever
        </Button>
        <Button
          kind="quiet"
          data-action="keep-person"
          onClick={(event) => {
            const card = event.currentTarget.closest('[data-person]');
            onKeep();
            thenFocus(card, '[data-action="erase-person"]');
          }}
        >
          Keep
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </form>
  );
}

const focusOnce = (element: HTMLElement | null) => element?.focus({ preventScroll: true });
const focusInput = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
