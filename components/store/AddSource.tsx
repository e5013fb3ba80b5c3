import { useState } from 'react';
import type { SourceAnswer } from '../../lib/contract/sources.ts';
import { sourceWords } from '../../lib/words/sources.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import lines from './Lines.module.css';
import type { SourcesProps } from './props.ts';
import { Secret } from './Secret.tsx';
import styles from './Sources.module.css';
import { TOOL_ORDER, type ToolKind, toolWords } from './source-words.ts';
import { TheirSecret } from './TheirSecret.tsx';

type Props = Pick<SourcesProps, 'onAdd' | 'onChange'>;
type Given = SourceAnswer & { label: string; kind: ToolKind };

/** First which tool, then what it is called; then, once, all that has to be carried over there. */
export function AddSource({ onAdd, onChange }: Props) {
  const t = sourceWords();
  const [kind, setKind] = useState<ToolKind | null>(null);
  const [label, setLabel] = useState('');
  const [asked, setAsked] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const saving = useSaving();
  const wanted = label.trim();

  async function add() {
    setAsked(true);
    if (!kind || !wanted) return;
    await saving.run(async () => {
      const answer = await onAdd({ kind, label: wanted });
      if (answer.ok) setGiven({ ...answer.value, kind, label: wanted });
      return answer;
    });
  }

  function again() {
    setGiven(null);
    setKind(null);
    setLabel('');
    setAsked(false);
  }

  if (given) {
    return (
      <section className={`${lines.box} ${styles.form}`} aria-label={t.add} data-given="source">
        <GivenOnce given={given} onChange={onChange} onAgain={again} />
      </section>
    );
  }
  return (
    <section className={lines.box} aria-label={t.add}>
      <form
        className={styles.form}
        noValidate
        data-form="source"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Tools
          chosen={kind}
          error={asked && !kind ? t.chooseTool : null}
          onChoose={(next) => {
            if (!wanted || (kind && label === nameFor(kind))) setLabel(nameFor(next));
            setKind(next);
          }}
        />
        <div className={styles.inline}>
          <Field
            label={t.name}
            name="source"
            autoComplete="off"
            dir="auto"
            placeholder={t.website}
            value={label}
            error={asked && !wanted ? t.giveName : null}
            onChange={(event) => setLabel(event.target.value)}
          />
          <Button type="submit" kind="marketing" busy={saving.busy} data-action="make-source">
            {kind === 'segment' ? t.makeKey : t.makeAddress}
          </Button>
        </div>
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </form>
    </section>
  );
}

function nameFor(kind: ToolKind): string {
  if (kind === 'segment') return sourceWords().website;
  return kind === 'standard' ? '' : toolWords(kind).name;
}

type ToolsProps = {
  chosen: ToolKind | null;
  error: string | null;
  onChoose: (kind: ToolKind) => void;
};

function Tools({ chosen, error, onChoose }: ToolsProps) {
  return (
    <div role="radiogroup" aria-labelledby="which-tool" aria-invalid={error ? true : undefined}>
      <p id="which-tool" className={styles.legend}>
        {sourceWords().whatSends}
      </p>
      <div className={styles.tools}>
        {TOOL_ORDER.map((kind, index) => (
          <label key={kind} className={styles.tool}>
            <input
              ref={index === 0 ? focusOnce : undefined}
              type="radio"
              name="tool"
              value={kind}
              checked={chosen === kind}
              onChange={() => onChoose(kind)}
            />
            <span className={lines.name}>{toolWords(kind).name}</span>
            <span className={lines.facts}>{toolWords(kind).what}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

type GivenProps = Pick<Props, 'onChange'> & { given: Given; onAgain: () => void };

function GivenOnce({ given, onChange, onAgain }: GivenProps) {
  const t = sourceWords();
  const tool = toolWords(given.kind);
  const once = given.writeKey ?? given.secret ?? given.address;
  return (
    <>
      <h2 ref={focusHeading} tabIndex={-1} className={`${lines.title} ${styles.made}`}>
        <Fill text={t.added} name={<bdi>{given.label}</bdi>} />
      </h2>
      <p role="status">{once ? t.carryOver : ''}</p>
      {given.writeKey ? <Secret label={t.writeKey} value={given.writeKey} /> : null}
      {given.secret ? <Secret label={t.secret} value={given.secret} /> : null}
      {given.address ? <Secret label={t.address} value={given.address} /> : null}
      <ol className={styles.steps}>
        {tool.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {tool.theirs ? (
        <TheirSecret
          theirs={tool.theirs}
          ready={false}
          onSave={(secret) => onChange(given.sourceId, { secret })}
        />
      ) : null}
      <div>
        <Button size="small" data-action="another-source" onClick={onAgain}>
          {t.addAnother}
        </Button>
      </div>
    </>
  );
}

/** What was just opened or made takes the focus. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
const focusHeading = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true });
