import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { AddressLine } from './AddressLine.tsx';
import { Facts } from './Facts.tsx';
import type { StageProps } from './props.ts';
import styles from './Teach.module.css';

const KINDS = [
  { value: 'contact', label: 'Contacts' },
  { value: 'lead', label: 'Leads' },
] as const;

/** One person's page: what is it called, and where does it say so. */
export function First({ stage, kind, onKind, onNext, ...rest }: StageProps<'first'>) {
  const { id } = stage.address;
  return (
    <>
      <p>Open the page of one person and point at what it says about them.</p>
      <AddressLine address={stage.address} />
      {id === null ? (
        <Notice tone="strong">
          Nothing in this page’s address tells which person it shows. Open a person’s own page; a
          list or a search will not do.
        </Notice>
      ) : (
        <>
          <Facts values={stage.values} {...rest} />
          <Choices
            legend="What your CRM calls these people"
            choices={KINDS}
            chosen={kind}
            side="marketing"
            onChoose={onKind}
          />
          <div className={styles.act}>
            {stage.ready ? null : (
              <p id="needs-name" className={styles.hint}>
                Point at the name first.
              </p>
            )}
            <Button
              kind="marketing"
              off={!stage.ready}
              aria-describedby={stage.ready ? undefined : 'needs-name'}
              data-action="next"
              onClick={onNext}
            >
              Check it on another person
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** The page with many people, if there is one. */
export function List({
  stage,
  pointing,
  refused,
  onPoint,
  onStopPointing,
  onNext,
  onBack,
}: StageProps<'list'>) {
  const active = pointing === 'row';
  return (
    <>
      <p>If your CRM has a list of people, open it and point at any row of it.</p>
      <div className={styles.act}>
        {active ? (
          <Button data-action="stop-row" onClick={onStopPointing}>
            Stop
          </Button>
        ) : (
          <Button data-action="point-row" onClick={() => onPoint('row')}>
            {stage.taken ? 'Point at another row' : 'Point at a row'}
          </Button>
        )}
      </div>
      {active ? (
        <p className={styles.hint} role="status">
          Click anywhere in one row. Esc stops.
        </p>
      ) : null}
      {refused?.at === 'row' ? (
        <p className={styles.error} role="alert">
          {refused.words}
        </p>
      ) : null}
      {stage.rowCount > 0 ? (
        <div className={styles.rows} data-rows={stage.rowCount}>
          <p className={styles.hint}>
            {stage.rowCount === 1 ? 'One row' : `${stage.rowCount} rows`} in view, the first of
            them:
          </p>
          <ol>
            {stage.rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own
              <li key={place}>
                <bdi>{row.name ?? row.email ?? '–'}</bdi>
                {row.name && row.email ? <bdi className={styles.missing}> {row.email}</bdi> : null}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <div className={styles.act}>
        <Button kind="quiet" data-action="back" onClick={onBack}>
          Back
        </Button>
        <Button kind="marketing" data-action="next" onClick={onNext}>
          {stage.taken ? 'Go on' : 'Go on without a list'}
        </Button>
      </div>
    </>
  );
}

/** What to call it, and the one press that keeps it. */
export function Name({ stage, onSave, onBack }: StageProps<'name'>) {
  const [name, setName] = useState(stage.name);
  const saving = useSaving();
  const empty = name.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) void saving.run(() => onSave(name.trim()));
      }}
    >
      <Field
        label="What you call this CRM"
        name="crm-name"
        value={name}
        maxLength={60}
        autoComplete="off"
        hint="Your colleagues see this name if it is shared with them."
        error={empty ? 'It needs a name.' : stage.taken}
        onChange={(event) => setName(event.target.value)}
      />
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <div className={styles.act}>
        <Button kind="quiet" data-action="back" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" kind="marketing" busy={saving.busy} data-action="save">
          Save and use it here
        </Button>
      </div>
    </form>
  );
}

/** It is kept; from here on it is a CRM like any other. */
export function Done({ stage, onFinish }: StageProps<'done'>) {
  return (
    <>
      <p role="status">
        Truce can read <bdi>{stage.name}</bdi> now. Open a person’s page and the sidebar comes by
        itself. In the options you can save what you taught as a file or share it with your team.
      </p>
      <div className={styles.act}>
        <Button kind="marketing" data-action="finish" onClick={onFinish}>
          Finish
        </Button>
      </div>
    </>
  );
}
