import { useState } from 'react';
import type { HookAnswer, HookTopic } from '../../lib/contract/hooks.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Hooks.module.css';
import lines from './Lines.module.css';
import type { HooksProps } from './props.ts';
import { Secret } from './Secret.tsx';
import { TopicBoxes } from './TopicBoxes.tsx';

/** One more address, and what it is told. Its secret is shown here, once. */
export function AddHook({ onAdd }: Pick<HooksProps, 'onAdd'>) {
  const t = storeWords().hooks;
  const [url, setUrl] = useState('');
  const [topics, setTopics] = useState<HookTopic[]>(['feedback.received']);
  const [asked, setAsked] = useState(false);
  const [given, setGiven] = useState<(HookAnswer & { url: string }) | null>(null);
  const saving = useSaving();
  const typed = url.trim();
  const good = /^https?:\/\/./i.test(typed) && URL.canParse(typed);

  async function add() {
    setAsked(true);
    if (!good || topics.length === 0) return;
    await saving.run(async () => {
      const answer = await onAdd({ url: typed, topics });
      if (answer.ok) {
        setGiven({ ...answer.value, url: typed });
        setUrl('');
        setAsked(false);
      }
      return answer;
    });
  }

  return (
    <section className={lines.box} aria-label={t.add}>
      <form
        className={styles.form}
        noValidate
        data-form="hook"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t.address}
          name="hook-url"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          placeholder="https://tool.example/hooks/truce"
          ref={focusOnce}
          value={url}
          error={asked && !good ? t.notAnAddress : null}
          onChange={(event) => setUrl(event.target.value)}
        />
        <TopicBoxes
          chosen={topics}
          error={asked && topics.length === 0 ? t.chooseOne : null}
          onChange={setTopics}
        />
        <div>
          <Button type="submit" kind="marketing" busy={saving.busy} data-action="make-hook">
            {t.addIt}
          </Button>
        </div>
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
        <div role="status">
          {given ? (
            <div className={styles.given} data-given="hook">
              <Secret label={t.secretFor(given.url)} value={given.secret} note={t.secretNote} />
            </div>
          ) : null}
        </div>
      </form>
    </section>
  );
}

/** What somebody just opened takes the focus where the first answer is. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
