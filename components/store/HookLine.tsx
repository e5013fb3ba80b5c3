import { useRef, useState } from 'react';
import type { Delivery, Hook } from '../../lib/contract/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { When } from '../ui/When.tsx';
import styles from './Hooks.module.css';
import { stateWords, TOPICS } from './hook-words.ts';
import lines from './Lines.module.css';
import type { Common, HooksProps } from './props.ts';
import type { Says } from './Said.tsx';
import { TopicBoxes } from './TopicBoxes.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Common & HooksProps & { hook: Hook; says: Says };

/** One address: what it is told, whether it hears, what can be done. */
export function HookLine(props: Props) {
  const { hook, says, now, place } = props;
  const { hookId, url, topics, off, recent } = hook;
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const lost = recent.filter(({ state }) => state === 'given-up').length;

  const switchTo = (on: boolean) => props.onChange(hookId, { on });
  const toggle = () =>
    void says.act(() => switchTo(off !== null), {
      text: off ? 'It is told again from now on.' : 'It is told nothing any more.',
      undo: {
        text: off ? 'It is told nothing any more.' : 'It is told again.',
        how: () => switchTo(off === null),
      },
    });

  return (
    <li className={lines.line} data-hook={hookId}>
      <div className={lines.row}>
        <div className={lines.what}>
          <p className={lines.name}>
            <bdi>{url}</bdi>
          </p>
          <p className={lines.facts}>
            {topics.map((topic) => TOPICS[topic].short).join(', ')}
            {recent.length === 0 ? '; nothing to tell so far' : null}
          </p>
          {off ? (
            <p className={styles.off}>
              Off <When at={off.at} now={now} place={place} />. {off.why}
            </p>
          ) : null}
        </div>
        <div className={`${lines.acts} ${lines.end}`}>
          {off ? null : (
            <Button
              size="small"
              busy={says.busy}
              aria-label={`Send a test to ${url}`}
              data-action="test-hook"
              onClick={() =>
                void says.act(() => props.onTest(hookId), {
                  text: 'An example is on its way; how it went stands under the address.',
                })
              }
            >
              Send a test
            </Button>
          )}
          <Button
            size="small"
            aria-label={`Change what ${url} is told`}
            aria-expanded={editing}
            data-action="edit-hook"
            onClick={() => setEditing(!editing)}
          >
            Change
          </Button>
          <Button
            size="small"
            kind={off ? 'plain' : 'quiet'}
            busy={says.busy}
            aria-label={`Switch ${off ? 'on' : 'off'} ${url}`}
            data-action="switch-hook"
            onClick={toggle}
          >
            Switch {off ? 'on' : 'off'}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={`Remove ${url}`}
            data-action="remove-hook"
            onClick={() => setAsking(true)}
          >
            Remove
          </Button>
        </div>
      </div>
      {editing ? <EditTopics {...props} onClose={() => setEditing(false)} /> : null}
      {recent.length > 0 ? (
        <details className={styles.recent} open={lost > 0 && !off}>
          <summary>
            {recent.length === 1 ? 'The last message' : `The last ${recent.length} messages`}
            {lost > 0 ? `, ${lost} not heard` : ', all well'}
          </summary>
          <ol>
            {recent.map((each) => (
              <DeliveryLine key={each.deliveryId} {...props} delivery={each} />
            ))}
          </ol>
        </details>
      ) : null}
      {asking ? (
        <Confirm
          title="Remove this address?"
          act="Remove"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => props.onRemove(hookId), { text: 'The address is removed.' });
          }}
        >
          <p>
            <bdi>{url}</bdi> is told nothing any more, and its secret is gone. To stop for a while,
            switch it off instead.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}

function EditTopics({ hook, says, onChange, onClose }: Props & { onClose: () => void }) {
  const part = useRef<HTMLDivElement>(null);
  const close = () => {
    const line = part.current?.closest('li') ?? null;
    onClose();
    thenFocus(line, '[data-action="edit-hook"]');
  };
  const [topics, setTopics] = useState(hook.topics);
  const none = topics.length === 0;
  async function save() {
    if (none) return;
    const before = hook.topics;
    const ok = await says.act(() => onChange(hook.hookId, { topics }), {
      text: 'It is told that from now on.',
      undo: { text: 'As before.', how: () => onChange(hook.hookId, { topics: before }) },
    });
    if (ok) close();
  }
  return (
    <div ref={part} className={styles.edit}>
      <TopicBoxes
        chosen={topics}
        error={none ? 'Choose at least one.' : null}
        onChange={setTopics}
      />
      <div className={lines.acts}>
        <Button
          size="small"
          kind="marketing"
          busy={says.busy}
          data-action="save-topics"
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button size="small" kind="quiet" data-action="keep-topics" onClick={close}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function DeliveryLine({
  hook,
  delivery,
  says,
  now,
  place,
  onAgain,
}: Props & { delivery: Delivery }) {
  const { deliveryId, topic, at, state, last, nextAt } = delivery;
  return (
    <li className={styles.delivery} data-delivery={state}>
      <span className={styles.when}>
        <When at={at} now={now} place={place} as="clock" />
      </span>
      <span>{TOPICS[topic].short}</span>
      <span className={state === 'given-up' ? lines.loud : undefined}>
        {stateWords(delivery)}
        {last && state !== 'delivered' ? <span className={lines.facts}>: {last}</span> : null}
        {nextAt && state === 'waiting' ? (
          <span className={lines.facts}>
            , again <When at={nextAt} now={now} place={place} />
          </span>
        ) : null}
      </span>
      {state === 'delivered' || hook.off ? null : (
        <Button
          size="small"
          kind="quiet"
          busy={says.busy}
          data-action="deliver-again"
          onClick={() =>
            void says.act(() => onAgain(hook.hookId, deliveryId), {
              text: 'It is tried again now.',
            })
          }
        >
          Try again
        </Button>
      )}
    </li>
  );
}
