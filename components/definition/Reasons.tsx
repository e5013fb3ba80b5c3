import { useState } from 'react';
import type { Reason, Teaching } from '../../lib/contract/definition-brief.ts';
import type { ReasonKind } from '../../lib/contract/definition-changes.ts';
import { same } from '../../lib/contract/same.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import { type Form, freeId, issueAt, moved, replaced } from './form.ts';
import { Choice, Labelled, TextInput } from './Inputs.tsx';

const KINDS = ['rejected', 'disqualified', 'recycled'] as const;
const TEACHINGS = ['targeting', 'timing', 'data'] as const;
/** The contract takes no more. */
const MOST = 20;

/** The reasons of the three kinds, each with the question that makes it useful. */
export function Reasons({ form }: { form: Form }) {
  const t = definitionWords().form;
  return (
    <Card title={t.reasons} part="reasons">
      {KINDS.map((kind) => (
        <Kind key={kind} form={form} kind={kind} />
      ))}
    </Card>
  );
}

function Kind({ form, kind }: { form: Form; kind: ReasonKind }) {
  const t = definitionWords().form;
  const reasons = form.shown.reasons[kind];
  const ids = new Set(reasons.map(({ id }) => id));
  const gone = form.was.reasons[kind].filter(({ id }) => !ids.has(id));
  const set = (next: Reason[], field: string | null) =>
    form.edit({ ...form.shown, reasons: { ...form.shown.reasons, [kind]: next } }, field);
  const add = () => set([...reasons, { id: freeId('reason', reasons), label: '' }], null);
  return (
    <>
      <h3 className={styles.part}>{t.reasonKinds[kind]}</h3>
      <ul className={styles.reasons}>
        {reasons.map((reason, place) => (
          <OneReason
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have one id until that is corrected
            key={place}
            form={form}
            kind={kind}
            place={place}
            reason={reason}
            last={reasons.length - 1}
            onChange={(next, field) => set(replaced(reasons, place, next), field)}
            onMove={(by) => set(moved(reasons, place, by), null)}
          />
        ))}
        {gone.map((reason) => (
          <li key={reason.id} className={styles.reason} data-differs="">
            <s className={styles.muted}>
              <bdi>{reason.label}</bdi>
            </s>
          </li>
        ))}
      </ul>
      {reasons.length === 0 ? <p className={styles.muted}>{t.noReasons}</p> : null}
      {form.mayEdit && reasons.length < MOST ? (
        <Button size="small" kind="quiet" data-action={`add-${kind}`} onClick={add}>
          {t.addReason}
        </Button>
      ) : null}
    </>
  );
}

type ReasonProps = {
  form: Form;
  kind: ReasonKind;
  place: number;
  reason: Reason;
  last: number;
  /** Null removes it. */
  onChange: (next: Reason | null, field: string | null) => void;
  onMove: (by: -1 | 1) => void;
};

function OneReason({ form, kind, place, reason, last, onChange, onMove }: ReasonProps) {
  const t = definitionWords().form;
  // Open for whoever just added it, and not shut while they type its first letter.
  const [fresh] = useState(reason.label === '');
  const path = ['reasons', kind, place];
  const before = form.was.reasons[kind].find(({ id }) => id === reason.id);
  const label = reason.label === '' ? t.unnamed : reason.label;
  const usual: readonly (readonly [Teaching | '', string])[] = [
    ['', t.teachings.usual],
    ...TEACHINGS.map((each) => [each, t.teachings[each]] as const),
  ];
  const field = (name: string) => [...path, name].join('.');
  return (
    <li className={styles.reason} data-differs={same(before, reason) ? undefined : ''}>
      <details open={fresh || undefined}>
        <summary>
          <bdi>{label}</bdi>{' '}
          {issueAt(form, path, true) ? <strong>{definitionWords().wrong(1)}</strong> : null}{' '}
          {reason.question ? <bdi className={styles.muted}>{reason.question}</bdi> : null}
        </summary>
        <fieldset disabled={!form.mayEdit} className={styles.fields} aria-label={label}>
          <Labelled
            form={form}
            path={[...path, 'label']}
            label={t.reason}
            control={(ties) => (
              <TextInput
                {...ties}
                maxLength={80}
                value={reason.label}
                onChange={(to) => onChange({ ...reason, label: to }, field('label'))}
              />
            )}
          />
          <Labelled
            form={form}
            path={[...path, 'question']}
            label={t.question}
            control={(ties) => (
              <TextInput
                {...ties}
                maxLength={160}
                value={reason.question ?? ''}
                onChange={(to) =>
                  onChange({ ...reason, question: to === '' ? undefined : to }, field('question'))
                }
              />
            )}
          />
          <Labelled
            form={form}
            path={[...path, 'teaches']}
            label={t.teaches}
            control={(ties) => (
              <Choice
                {...ties}
                value={reason.teaches ?? ''}
                choices={usual}
                onChange={(to) =>
                  onChange({ ...reason, teaches: to === '' ? undefined : to }, null)
                }
              />
            )}
          />
          {form.mayEdit ? (
            <div className={styles.buttons}>
              <Button
                size="small"
                off={place === 0}
                aria-label={t.upOf(label)}
                onClick={() => onMove(-1)}
              >
                {t.up}
              </Button>
              <Button
                size="small"
                off={place === last}
                aria-label={t.downOf(label)}
                onClick={() => onMove(1)}
              >
                {t.down}
              </Button>
              <Button
                size="small"
                aria-label={t.removeReason(label)}
                onClick={() => onChange(null, null)}
              >
                {t.removeIt}
              </Button>
            </div>
          ) : null}
        </fieldset>
      </details>
    </li>
  );
}
