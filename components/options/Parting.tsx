import { useState } from 'react';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Parting.module.css';
import type { OptionsCallbacks } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onDisconnect' | 'onSaveOutbox'> & {
  /** So many things of one's own are not sent yet. */
  unsent: number;
  /** Whoever this browser is connected as. */
  name: string;
  onStay: () => void;
};

type Way = Parameters<OptionsCallbacks['onDisconnect']>[0];

/** Asks what is to become of what is not sent, before the browser is disconnected. Nothing is done by itself. */
export function Parting({ unsent, name, onDisconnect, onSaveOutbox, onStay }: Props) {
  const words = optionsWords();
  const t = words.parting;
  const saving = useSaving();
  const [chosen, setChosen] = useState<Way | null>(null);
  const ways: [Way, string, string][] = [
    ['send', t.send, t.sendHelp],
    ['keep', t.keep, t.keepHelp(name)],
    ['drop', t.drop(unsent), t.dropHelp],
  ];
  const part = (way: Way) => {
    setChosen(way);
    void saving.run(() => onDisconnect(way));
  };
  return (
    <Confirm title={t.title(unsent)} keep={t.stay} onKeep={onStay}>
      <p>{t.lead}</p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <ul className={styles.ways}>
        {ways.map(([way, label, help]) => (
          <li key={way} className={styles.way}>
            <Button
              size="small"
              kind={way === 'drop' ? 'quiet' : 'plain'}
              busy={saving.busy && chosen === way}
              off={saving.busy && chosen !== way}
              data-action={`part-${way}`}
              aria-describedby={`part-${way}`}
              onClick={() => part(way)}
            >
              {label}
            </Button>
            <p id={`part-${way}`} className={styles.help}>
              {help}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Button size="small" kind="link" data-action="part-file" onClick={onSaveOutbox}>
          {words.saveAsFile}
        </Button>
      </p>
    </Confirm>
  );
}
