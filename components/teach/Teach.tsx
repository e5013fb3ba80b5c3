import '../ui/tokens.css';
import '../ui/base.css';
import { useState } from 'react';
import { Confirm } from '../ui/Confirm.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { TeachProps, TeachStage } from './props.ts';
import { Second } from './Second.tsx';
import { Done, First, List, Name } from './Stages.tsx';
import styles from './Teach.module.css';

const STEPS: { is: TeachStage['is']; title: string }[] = [
  { is: 'first', title: 'Person' },
  { is: 'second', title: 'Check' },
  { is: 'list', title: 'List' },
  { is: 'name', title: 'Save' },
];

/** Four steps from "Truce does not know this CRM" to a sidebar on its pages. */
export function Teach(props: TeachProps) {
  const { stage, site } = props;
  const [leaving, setLeaving] = useState(false);
  const step = STEPS.findIndex(({ is }) => is === stage.is);
  return (
    <main className={styles.teach} data-stage={stage.is}>
      <header className={styles.head}>
        <TruceMark kind="word" />
        <div className={styles.tools}>
          <IconButton
            icon="dockLeft"
            label="Move to the other side"
            data-action="dock"
            onClick={props.onDock}
          />
          <IconButton
            icon="close"
            label="Stop teaching"
            data-action="give-up"
            onClick={() => (stage.is === 'done' ? props.onFinish() : setLeaving(true))}
          />
        </div>
      </header>
      <h1 className={styles.title}>
        Teach Truce <bdi>{site}</bdi>
      </h1>
      {step < 0 ? null : (
        <ol className={styles.steps}>
          {STEPS.map(({ is, title }, place) => (
            <li
              key={is}
              aria-current={place === step ? 'step' : undefined}
              data-past={place < step || undefined}
            >
              {title}
            </li>
          ))}
        </ol>
      )}
      <section className={styles.stage} aria-label={STEPS[step]?.title ?? 'Saved'}>
        <Stage {...props} />
      </section>
      {leaving ? (
        <Confirm
          title="Stop teaching?"
          act="Stop and forget it"
          keep="Go on"
          onAct={props.onGiveUp}
          onKeep={() => setLeaving(false)}
        >
          <p>What you pointed at so far is forgotten. Nothing on this site was changed.</p>
        </Confirm>
      ) : null}
    </main>
  );
}

function Stage({ stage, ...rest }: TeachProps) {
  switch (stage.is) {
    case 'first':
      return <First stage={stage} {...rest} />;
    case 'second':
      return <Second stage={stage} {...rest} />;
    case 'list':
      return <List stage={stage} {...rest} />;
    case 'name':
      return <Name stage={stage} {...rest} />;
    case 'done':
      return <Done stage={stage} {...rest} />;
  }
}
