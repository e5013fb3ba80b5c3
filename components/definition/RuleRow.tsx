import type { AnyRule, RuleSide } from '../../lib/contract/definition-changes.ts';
import { same } from '../../lib/contract/same.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { number } from '../../lib/words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { signed } from '../ui/words.ts';
import { EngagementEditor } from './EngagementEditor.tsx';
import { EvidenceCells } from './EvidenceCells.tsx';
import { FitEditor } from './FitEditor.tsx';
import { type Form, issueAt, withEngagement, withFit } from './form.ts';
import { Was } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import styles from './RuleTable.module.css';

type Props = {
  form: Form;
  side: RuleSide;
  place: number;
  rule: AnyRule;
  open: boolean;
  onToggle: () => void;
  /** The id was typed anew; what is open stays open. */
  onRename: (id: string) => void;
};

/** One rule: its points at a glance, all of it below when somebody opens it. */
export function RuleRow({ form, side, place, rule, open, onToggle, onRename }: Props) {
  const t = definitionWords().form;
  const before = form.was[side].find(({ id }) => id === rule.id);
  const differs = before === undefined ? t.isNew : same(before, rule) ? null : t.changed;
  const label = rule.label.trim() === '' ? t.unnamed : rule.label;
  const faulty = issueAt(form, [side, place], true);
  const details = `details-${side}-${place}`;
  return (
    <>
      <tr data-rule={rule.id} data-differs={differs === null ? undefined : ''}>
        <th scope="row">
          <button
            type="button"
            className={styles.name}
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            data-action="open-rule"
            title={t.open(label)}
            onClick={onToggle}
          >
            <bdi>{label}</bdi>
            {differs ? <span className={styles.quiet}>, {differs}</span> : null}
          </button>
          {faulty && !open ? (
            <span className={styles.issue}>{definitionWords().wrong(1)}</span>
          ) : null}
        </th>
        <td className={styles.figure}>
          <Points form={form} side={side} place={place} rule={rule} before={before} label={label} />
        </td>
        <td className={classes(styles.wide, styles.fades)}>
          {'kind' in rule ? t.halfIn(number(form.shown.halfLifeDays)) : t.never}
        </td>
        <td className={styles.figure}>
          <Cap form={form} place={place} rule={rule} before={before} label={label} />
        </td>
        <EvidenceCells evidence={form.evidence} ruleId={rule.id} />
      </tr>
      {open ? (
        <tr className={styles.details} id={details}>
          <td colSpan={7}>
            <fieldset disabled={!form.mayEdit} aria-label={t.open(label)}>
              {'kind' in rule ? (
                <EngagementEditor
                  form={form}
                  place={place}
                  rule={rule}
                  isNew={before === undefined}
                  onRename={onRename}
                />
              ) : (
                <FitEditor
                  form={form}
                  place={place}
                  rule={rule}
                  isNew={before === undefined}
                  onRename={onRename}
                />
              )}
              {form.mayEdit ? (
                <OrderButtons form={form} side={side} place={place} label={label} />
              ) : null}
            </fieldset>
          </td>
        </tr>
      ) : null}
    </>
  );
}

type CellProps = {
  form: Form;
  place: number;
  rule: AnyRule;
  before: AnyRule | undefined;
  label: string;
};

function Points({ form, side, place, rule, before, label }: CellProps & { side: RuleSide }) {
  const t = definitionWords().form;
  if ('steps' in rule && rule.steps) return t.inSteps;
  const was = before ? before.points : 0;
  const path = [side, place, 'points'] as const;
  const edit = (points: number) =>
    form.edit(
      'kind' in rule
        ? withEngagement(form.shown, place, { ...rule, points, ...capFor(rule.cap, points) })
        : withFit(form.shown, place, { ...rule, points }),
      path.join('.'),
    );
  return (
    <span className={styles.pair}>
      <Was was={was === rule.points ? null : signed(was)} />
      {form.mayEdit ? (
        <NumberInput
          cell
          signed
          name={path.join('.')}
          aria-label={t.pointsOf(label)}
          aria-invalid={issueAt(form, path) !== null}
          value={rule.points}
          onChange={edit}
        />
      ) : (
        <span className={styles.strong}>{signed(rule.points)}</span>
      )}
    </span>
  );
}

/** A cap below the points of one event would say one thing and count another. */
const capFor = (cap: number, points: number) =>
  cap < Math.abs(points) ? { cap: Math.abs(Math.round(points)) } : {};

function Cap({ form, place, rule, before, label }: CellProps) {
  const t = definitionWords().form;
  if (!('kind' in rule)) return t.once;
  const was = before && 'cap' in before && before.cap !== rule.cap ? number(before.cap) : null;
  const path = ['engagement', place, 'cap'] as const;
  return (
    <span className={styles.pair}>
      <Was was={was} />
      {form.mayEdit ? (
        <NumberInput
          cell
          name={path.join('.')}
          aria-label={t.capOf(label)}
          aria-invalid={issueAt(form, path) !== null}
          value={rule.cap}
          onChange={(cap) =>
            form.edit(withEngagement(form.shown, place, { ...rule, cap }), path.join('.'))
          }
        />
      ) : (
        number(rule.cap)
      )}
    </span>
  );
}

/** A rule that is in force and no longer in the proposal. */
export function GoneRow({ form, side, rule }: { form: Form; side: RuleSide; rule: AnyRule }) {
  const t = definitionWords().form;
  const back = () =>
    form.edit(
      'kind' in rule
        ? { ...form.shown, engagement: [...form.shown.engagement, rule] }
        : { ...form.shown, fit: [...form.shown.fit, rule] },
      null,
    );
  return (
    <tr className={styles.gone} data-rule={rule.id} data-differs="">
      <th scope="row">
        <s>
          <bdi>{rule.label}</bdi>
        </s>
        , {t.gone}
      </th>
      <td className={styles.figure}>
        <s>{signed(rule.points)}</s>
      </td>
      <td className={styles.wide} />
      <td colSpan={4}>
        {form.mayEdit ? (
          <Button
            size="small"
            data-action={`back-${side}`}
            aria-label={t.bringBackOf(rule.label)}
            onClick={back}
          >
            {t.bringBack}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
