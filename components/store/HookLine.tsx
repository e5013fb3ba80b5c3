import { useRef, useState } from 'react';
import type { Delivery, Hook } from '../../lib/contract/hooks.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
import { When } from '../ui/When.tsx';
import styles from './Hooks.module.css';
import { stateWords } from './hook-words.ts';
import lines from './Lines.module.css';
import type { Common, HooksProps } from './props.ts';
import type { Says } from './Said.tsx';
import { TopicBoxes } from './TopicBoxes.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Common & HooksProps & { hook: Hook; says: Says };

/** One address: what it is told, whether it hears, what can be done. */
export function HookLine(props: Props) {
  const { hook, says, now, place } = props;
  const { hooks: t, page } = storeWords();
  const { hookId, url, topics, off, recent } = hook;
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const told = topics.map((topic) => t.short[topic]).join(', ');
  const last = t.last(recent.length);
  const lost = recent.filter(({ state }) => state === 'given-up').length;

  const switchTo = (on: boolean) => props.onChange(hookId, { on });
  const toggle = () =>
    void says.act(() => switchTo(off !== null), {
      text: off ? t.toldAgainNow : t.toldNothing,
      undo: {
        text: off ? t.toldNothing : t.toldAgain,
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
          <p className={lines.facts}>{recent.length === 0 ? t.nothingSoFar(told) : told}</p>
          {off ? (
            <p className={styles.off}>
              <Fill
                text={t.off}
                when={<When at={off.at} now={now} place={place} />}
                why={off.why}
              />
            </p>
          ) : null}
        </div>
        <div className={`${lines.acts} ${lines.end}`}>
          {off ? null : (
            <Button
              size="small"
              busy={says.busy}
              aria-label={t.testOf(url)}
              data-action="test-hook"
              onClick={() =>
                void says.act(() => props.onTest(hookId), {
                  text: t.tested,
                })
              }
            >
              {t.test}
            </Button>
          )}
          <Button
            size="small"
            aria-label={t.changeOf(url)}
            aria-expanded={editing}
            data-action="edit-hook"
            onClick={() => setEditing(!editing)}
          >
            {page.change}
          </Button>
          <Button
            size="small"
            kind={off ? 'plain' : 'quiet'}
            busy={says.busy}
            aria-label={off ? t.switchOnOf(url) : t.switchOffOf(url)}
            data-action="switch-hook"
            onClick={toggle}
          >
            {off ? t.switchOn : t.switchOff}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={t.removeOf(url)}
            data-action="remove-hook"
            onClick={() => setAsking(true)}
          >
            {page.remove}
          </Button>
        </div>
      </div>
      {editing ? <EditTopics {...props} onClose={() => setEditing(false)} /> : null}
      {recent.length > 0 ? (
        <details className={styles.recent} open={lost > 0 && !off}>
          <summary>{lost > 0 ? t.notHeard(last, lost) : t.allWell(last)}</summary>
          <ol>
            {recent.map((each) => (
              <DeliveryLine key={each.deliveryId} {...props} delivery={each} />
            ))}
          </ol>
        </details>
      ) : null}
      {asking ? (
        <Confirm
          title={t.ask}
          act={page.remove}
          keep={page.keepIt}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => props.onRemove(hookId), { text: t.removed });
          }}
        >
          <p>
            <Fill text={t.will} url={<bdi>{url}</bdi>} />
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}

function EditTopics({ hook, says, onChange, onClose }: Props & { onClose: () => void }) {
  const { hooks: t, page } = storeWords();
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
      text: t.changed,
      undo: { text: t.asBefore, how: () => onChange(hook.hookId, { topics: before }) },
    });
    if (ok) close();
  }
  return (
    <div ref={part} className={styles.edit}>
      <TopicBoxes chosen={topics} error={none ? t.chooseOne : null} onChange={setTopics} />
      <div className={lines.acts}>
        <Button
          size="small"
          kind="marketing"
          busy={says.busy}
          data-action="save-topics"
          onClick={() => void save()}
        >
          {page.save}
        </Button>
        <Button size="small" kind="quiet" data-action="keep-topics" onClick={close}>
          {t.leaveIt}
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
  const t = storeWords().hooks;
  const { deliveryId, topic, at, state, last, nextAt } = delivery;
  return (
    <li className={styles.delivery} data-delivery={state}>
      <span className={styles.when}>
        <When at={at} now={now} place={place} as="clock" />
      </span>
      <span>{t.short[topic]}</span>
      <span className={state === 'given-up' ? lines.loud : undefined}>
        {stateWords(delivery)}
        {last && state !== 'delivered' ? <span className={lines.facts}>: {last}</span> : null}
        {nextAt && state === 'waiting' ? (
          <span className={lines.facts}>
            <Fill text={t.again} when={<When at={nextAt} now={now} place={place} />} />
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
              text: t.triedNow,
            })
          }
        >
          {uiWords().tryAgain}
        </Button>
      )}
    </li>
  );
}
