import { useState } from 'react';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FirstSteps.module.css';

export type FirstStepsProps = {
  connected: boolean;
  /** A CRM is switched on. */
  ready: boolean;
  /** Address of the page that shows a made-up lead. */
  sample: string;
  /** Where a browser hides the button of an extension differs. */
  browser: 'chromium' | 'firefox';
};

/** The first minute: what Truce does, three steps, a lead to look at, and what is read and sent before anything is. */
export function FirstSteps({ connected, ready, sample, browser }: FirstStepsProps) {
  const t = optionsWords().first;
  return (
    <section className={styles.intro} aria-label={t.label}>
      <p className={styles.what}>{t.what}</p>
      <ol className={styles.steps}>
        <Step title={t.connect} done={connected ? t.connectDone : null} how={t.connectHelp} />
        <Step title={t.choose} done={ready ? t.chooseDone : null} how={t.chooseHelp} />
        <Step title={t.open} done={null} how={t.openHelp} />
      </ol>
      {connected ? null : <Sample address={sample} />}
      <p className={styles.pin}>{browser === 'firefox' ? t.pinFirefox : t.pin}</p>
      <dl className={styles.privacy}>
        <div>
          <dt>{t.read}</dt>
          <dd>{t.readHelp}</dd>
        </div>
        <div>
          <dt>{t.sent}</dt>
          <dd>{t.sentHelp}</dd>
        </div>
        <div>
          <dt>{t.whom}</dt>
          <dd>{t.whomHelp}</dd>
        </div>
      </dl>
    </section>
  );
}

/** `done`: what came of it, once it is. */
function Step({ title, done, how }: { title: string; done: string | null; how: string }) {
  const t = optionsWords().first;
  return (
    <li data-done={done === null ? undefined : ''}>
      <strong>{title}</strong>
      <p>
        {done === null ? null : <span className={styles.done}>{t.done}. </span>}
        {done ?? how}
      </p>
    </li>
  );
}

/** The real sidebar with a made-up lead in it, for those who have no store yet and those who want to see first. */
function Sample({ address }: { address: string }) {
  const t = optionsWords().first;
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.sample}>
      <p>{t.noStore}</p>
      <div>
        <Button
          size="small"
          aria-expanded={shown}
          data-action="sample"
          onClick={() => setShown(!shown)}
        >
          {shown ? t.hideSample : t.sample}
        </Button>
      </div>
      {shown ? <iframe className={styles.frame} src={address} title={t.sampleFrame} /> : null}
    </div>
  );
}
