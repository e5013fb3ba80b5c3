import { useId } from 'react';
import type { HookTopic } from '../../lib/contract/hooks.ts';
import { storeWords } from '../../lib/words/store.ts';
import styles from './Hooks.module.css';
import { TOPIC_ORDER } from './hook-words.ts';

type Props = {
  chosen: readonly HookTopic[];
  error: string | null;
  onChange: (topics: HookTopic[]) => void;
};

/** What an address is told: any of these, at least one. */
export function TopicBoxes({ chosen, error, onChange }: Props) {
  const t = storeWords().hooks;
  const id = useId();
  const toggle = (topic: HookTopic) =>
    onChange(TOPIC_ORDER.filter((each) => (each === topic) !== chosen.includes(each)));
  return (
    <fieldset className={styles.topics} aria-describedby={error ? id : undefined}>
      <legend>{t.tellWhen}</legend>
      {TOPIC_ORDER.map((topic) => (
        <label key={topic}>
          <input
            type="checkbox"
            name="topic"
            value={topic}
            checked={chosen.includes(topic)}
            onChange={() => toggle(topic)}
          />
          {t.long[topic]}
        </label>
      ))}
      {error ? (
        <p id={id} role="alert" className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
