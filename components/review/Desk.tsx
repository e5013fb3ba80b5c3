import { useEffect, useRef, useState } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import text from '../ui/text.module.css';
import { RESOLUTION_ORDER } from '../ui/words.ts';
import { CasePane } from './CasePane.tsx';
import styles from './Desk.module.css';
import { Filters } from './Filters.tsx';
import { apply, EVERYTHING } from './filter.ts';
import { KeysHelp } from './KeysHelp.tsx';
import type { QueueState, ReviewDeskProps } from './props.ts';
import { QueueList } from './QueueList.tsx';
import { useAnswer } from './use-answer.ts';
import { useDeskKeys } from './use-desk-keys.ts';

type Props = Omit<ReviewDeskProps, 'state'> & { state: QueueState };

const HERE = {};

/** Left what to look at, middle who waits, right the case. Narrow: the list, then the case. */
export function Desk(props: Props) {
  const { state, now, place = HERE, onChoose } = props;
  const [filter, setFilter] = useState(EVERYTHING);
  const [help, setHelp] = useState(false);
  const [single, setSingle] = useState(true);
  const list = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const shown = apply(state.lines, filter);
  const answer = useAnswer(state, shown, props);
  const { chosen } = state;

  const lineOf = (id: string | null | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-line="${id}"]`);

  function move(step: 1 | -1) {
    const active = document.activeElement;
    const here = active instanceof HTMLElement ? (active.dataset.line ?? chosen) : chosen;
    const at = shown.findIndex(({ entry }) => entry.id === here);
    const to = at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + step));
    const line = lineOf(shown[to]?.entry.id);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'nearest' });
  }

  useDeskKeys(
    {
      onMove: move,
      onPick: (index) => answer.change({ kind: RESOLUTION_ORDER[index] ?? null }),
      onReply: () => pane.current?.querySelector<HTMLElement>('[name="reply"]')?.focus(),
      onSend: () => void answer.send(),
      onHelp: () => setHelp(true),
    },
    single,
  );

  // Where the list gives way to the case (narrow), and after each answer, the focus goes to the case.
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    const hidden = list.current?.offsetParent === null;
    if (chosen && (hidden || answer.done > 0)) pane.current?.focus({ preventScroll: true });
  }, [chosen, answer.done]);

  function back() {
    const left = chosen;
    onChoose(null);
    requestAnimationFrame(() => lineOf(left)?.focus());
  }

  return (
    <main className={styles.main} data-open={chosen !== null || undefined}>
      <p role="status" className={text.hidden}>
        {answer.done > 0 ? reviewWords().answeredNow(answer.done) : ''}
      </p>
      <Filters state={state} filter={filter} onFilter={setFilter} onShow={props.onShow} />
      <QueueList
        ref={list}
        state={state}
        shown={shown}
        now={now}
        place={place}
        onChoose={onChoose}
        onLoadMore={props.onLoadMore}
        onRetry={props.onRetry}
        onEverything={() => setFilter(EVERYTHING)}
        onHelp={() => setHelp(true)}
      />
      <CasePane
        ref={pane}
        state={state}
        position={shown.findIndex(({ entry }) => entry.id === chosen)}
        answer={answer}
        now={now}
        place={place}
        onBack={back}
        onRetryCase={props.onRetryCase}
      />
      {help ? (
        <KeysHelp single={single} onSingle={setSingle} onClose={() => setHelp(false)} />
      ) : null}
    </main>
  );
}
