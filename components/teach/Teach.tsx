import { teachWords } from '../../lib/words/teach.ts';
import { Fill } from '../ui/Fill.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import { useState } from 'react';
import { Confirm } from '../ui/Confirm.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { TeachProps } from './props.ts';
import { Second } from './Second.tsx';
import { Done, First, List, Name } from './Stages.tsx';
import styles from './Teach.module.css';

const STEPS = ['first', 'second', 'list', 'name'] as const;

/** Four steps from "Truce does not know this CRM" to a sidebar on its pages. */
export function Teach(props: TeachProps) {
  const { stage, site } = props;
  const t = teachWords();
  const [leaving, setLeaving] = useState(false);
  const step = (STEPS as readonly string[]).indexOf(stage.is);
  const now = STEPS[step];
  return (
    <main className={styles.teach} data-stage={stage.is}>
      <header className={styles.head}>
        <TruceMark kind="word" />
        <div className={styles.tools}>
          <IconButton
            icon="dockLeft"
            label={t.otherSide}
            data-action="dock"
            onClick={props.onDock}
          />
          <IconButton
            icon="close"
            label={t.stop}
            data-action="give-up"
            onClick={() => (stage.is === 'done' ? props.onFinish() : setLeaving(true))}
          />
        </div>
      </header>
      <h1 className={styles.title}>
        <Fill text={t.title} site={<bdi>{site}</bdi>} />
      </h1>
      {step < 0 ? null : (
        <ol className={styles.steps}>
          {STEPS.map((is, place) => (
            <li
              key={is}
              aria-current={place === step ? 'step' : undefined}
              data-past={place < step || undefined}
            >
              {t.steps[is]}
            </li>
          ))}
        </ol>
      )}
      <section className={styles.stage} aria-label={now ? t.steps[now] : t.saved}>
        <Stage {...props} />
      </section>
      {leaving ? (
        <Confirm
          title={t.stopAsk}
          act={t.stopAct}
          keep={t.goOn}
          onAct={props.onGiveUp}
          onKeep={() => setLeaving(false)}
        >
          <p>{t.stopHelp}</p>
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
