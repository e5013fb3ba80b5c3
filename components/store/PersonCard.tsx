import { useState } from 'react';
import type { EraseAnswer, PersonAnswer } from '../../lib/contract/privacy.ts';
import { privacyWords } from '../../lib/words/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { shortDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
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
  const t = privacyWords().person;
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState<EraseAnswer | null>(null);
  if (erased) {
    return (
      <div className={lines.line} data-erased="">
        <p ref={focusOnce} tabIndex={-1} role="status">
          <strong>
            <Fill text={t.isErased} email={<bdi>{email}</bdi>} />
          </strong>{' '}
          {t.gone(erased.events, erased.feedback)}
        </p>
      </div>
    );
  }
  const { events, feedback } = person;
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
            {person.firstAt
              ? t.holdsSince(events, feedback, shortDay(person.firstAt, now, place))
              : t.holds(events, feedback)}
          </p>
          {person.names.length > 0 ? (
            <p className={lines.facts}>
              <Fill
                text={t.knownAs}
                names={person.names.map((name, index) => (
                  <span key={name}>
                    {index > 0 ? ', ' : ''}
                    <bdi>{name}</bdi>
                  </span>
                ))}
              />
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
                text: t.saved,
              })
            }
          >
            {t.save}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-expanded={erasing}
            data-action="erase-person"
            onClick={() => setErasing(!erasing)}
          >
            {t.erase}
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
  const t = privacyWords().person;
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
          <dt>{t.goes}</dt>
          <dd>{t.goesWhat(person.events, person.feedback)}</dd>
        </div>
        <div>
          <dt>{t.stays}</dt>
          <dd>{t.staysWhat}</dd>
        </div>
      </dl>
      <div className={styles.find}>
        <Field
          label={t.type(email)}
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
          {t.forEver}
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
          {t.keep}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </form>
  );
}

const focusOnce = (element: HTMLElement | null) => element?.focus({ preventScroll: true });
const focusInput = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
