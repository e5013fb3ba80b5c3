import { useState } from 'react';
import { teachWords } from '../../lib/words/teach.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { AddressLine } from './AddressLine.tsx';
import { Facts } from './Facts.tsx';
import type { StageProps } from './props.ts';
import styles from './Teach.module.css';

/** One person's page: what is it called, and where does it say so. */
export function First({ stage, kind, onKind, onNext, ...rest }: StageProps<'first'>) {
  const t = teachWords();
  const { id } = stage.address;
  return (
    <>
      <p>{t.first.lead}</p>
      <AddressLine address={stage.address} />
      {id === null ? (
        <Notice tone="strong">{t.first.noId}</Notice>
      ) : (
        <>
          <Facts values={stage.values} {...rest} />
          <Choices
            legend={t.first.called}
            choices={[
              { value: 'contact', label: t.first.contacts },
              { value: 'lead', label: t.first.leads },
            ]}
            chosen={kind}
            side="marketing"
            onChoose={onKind}
          />
          <div className={styles.act}>
            {stage.ready ? null : (
              <p id="needs-name" className={styles.hint}>
                {t.first.nameFirst}
              </p>
            )}
            <Button
              kind="marketing"
              off={!stage.ready}
              aria-describedby={stage.ready ? undefined : 'needs-name'}
              data-action="next"
              onClick={onNext}
            >
              {t.first.check}
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
  const t = teachWords();
  const active = pointing === 'row';
  return (
    <>
      <p>{t.list.lead}</p>
      <div className={styles.act}>
        {active ? (
          <Button data-action="stop-row" onClick={onStopPointing}>
            {t.stopPointing}
          </Button>
        ) : (
          <Button data-action="point-row" onClick={() => onPoint('row')}>
            {stage.taken ? t.list.another : t.list.point}
          </Button>
        )}
      </div>
      {active ? (
        <p className={styles.hint} role="status">
          {t.list.click}
        </p>
      ) : null}
      {refused?.at === 'row' ? (
        <p className={styles.error} role="alert">
          {refused.words}
        </p>
      ) : null}
      {stage.rowCount > 0 ? (
        <div className={styles.rows} data-rows={stage.rowCount}>
          <p className={styles.hint}>{t.list.rows(stage.rowCount)}</p>
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
          {t.back}
        </Button>
        <Button kind="marketing" data-action="next" onClick={onNext}>
          {stage.taken ? t.list.goOn : t.list.without}
        </Button>
      </div>
    </>
  );
}

/** What to call it, and the one press that keeps it. */
export function Name({ stage, onSave, onBack }: StageProps<'name'>) {
  const t = teachWords();
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
        label={t.name.label}
        name="crm-name"
        value={name}
        maxLength={60}
        autoComplete="off"
        hint={t.name.hint}
        error={empty ? t.name.empty : stage.taken}
        onChange={(event) => setName(event.target.value)}
      />
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <div className={styles.act}>
        <Button kind="quiet" data-action="back" onClick={onBack}>
          {t.back}
        </Button>
        <Button type="submit" kind="marketing" busy={saving.busy} data-action="save">
          {t.name.save}
        </Button>
      </div>
    </form>
  );
}

/** It is kept; from here on it is a CRM like any other. */
export function Done({ stage, onFinish }: StageProps<'done'>) {
  const t = teachWords().done;
  return (
    <>
      <p role="status">
        <Fill text={t.text} name={<bdi>{stage.name}</bdi>} />
      </p>
      <div className={styles.act}>
        <Button kind="marketing" data-action="finish" onClick={onFinish}>
          {t.finish}
        </Button>
      </div>
    </>
  );
}
