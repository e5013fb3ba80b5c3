import { useEffect, useRef, useState } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import text from '../ui/text.module.css';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { RESOLUTION_ORDER } from '../ui/words.ts';
import { CasePane } from './CasePane.tsx';
import styles from './Desk.module.css';
import { Filters } from './Filters.tsx';
import { EVERYTHING } from './filter.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { STRETCH } from './near.ts';
import { patternFor } from './patterns.ts';
import type { QueueState, ReviewDeskProps } from './props.ts';
import { QueueList } from './QueueList.tsx';
import { useAnswer } from './use-answer.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDrafting } from './use-drafting.ts';
import { useSelection } from './use-selection.ts';

type Props = Omit<ReviewDeskProps, 'state'> & {
  state: QueueState;
  single: boolean;
  onSingle: (on: boolean) => void;
};

const HERE = {};
/** A stretch of lines that has come into view is drawn by then. */
const DRAWN_MS = 80;

/** Left what to look at, middle who waits, right the case. Narrow: the list, then the case. */
export function Desk(props: Props) {
  const { state, now, place = HERE, single, onChoose, onFilter } = props;
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const all = useRef<HTMLElement>(null);
  useFocusKept(all);
  const { lines, chosen, opened } = state;
  const selection = useSelection(lines);
  const answer = useAnswer(state, selection, props);
  const drafting = useDrafting(props.onDraft);

  const lineOf = (id: string | null | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-line="${id}"]`);
  const here = () => {
    const active = document.activeElement;
    return active instanceof HTMLElement ? (active.dataset.line ?? chosen) : chosen;
  };

  function move(step: 1 | -1) {
    const id = here();
    const at = lines.findIndex(({ entry }) => entry.id === id);
    const to = at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + step));
    const land = () => {
      const line = lineOf(lines[to]?.entry.id);
      line?.focus({ preventScroll: true });
      line?.scrollIntoView({ block: 'nearest' });
      return line !== undefined && line !== null;
    };
    if (land()) return;
    // Far from what is in view it is not drawn: it is once its stretch has come near.
    const stretch = Math.floor(to / STRETCH);
    list.current?.querySelector(`[data-stretch="${stretch}"]`)?.scrollIntoView({ block: 'center' });
    setTimeout(land, DRAWN_MS);
  }

  function draft() {
    const shown = opened.is === 'case' ? patternFor(state.patterns, opened.case) : null;
    const pattern = shown ?? (chosen ? null : state.patterns?.patterns[0]);
    if (pattern) void drafting.draft(pattern);
  }

  useDeskKeys(
    {
      onMove: move,
      onSelect: (range) => {
        const id = here();
        if (id) selection.toggle(id, range);
      },
      onClear: selection.clear,
      onPick: (index) => answer.change({ kind: RESOLUTION_ORDER[index] ?? null }),
      onReply: () => pane.current?.querySelector<HTMLElement>('[name="reply"]')?.focus(),
      onDraft: draft,
      onSend: () => void answer.send(),
      onUndo: () => props.undo && void answer.undo(),
      onHelp: () => setHelp(true),
    },
    single && props.room === 'queue',
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
    selection.clear();
    onChoose(null);
    requestAnimationFrame(() => (lineOf(left) ?? lineOf(lines[0]?.entry.id))?.focus());
  }

  const inPane = chosen !== null || selection.selected.length > 0;
  return (
    <main ref={all} className={styles.main} data-open={inPane || undefined}>
      <p role="status" className={text.hidden}>
        {answer.done > 0 ? reviewWords().answeredNow(answer.done) : ''}
      </p>
      <Filters {...props} />
      <QueueList
        ref={list}
        state={state}
        selection={selection}
        undo={props.undo}
        progress={props.progress}
        now={now}
        place={place}
        onUndo={() => void answer.undo()}
        onUndoGone={() => (lineOf(chosen) ?? pane.current)?.focus({ preventScroll: true })}
        onChoose={onChoose}
        onLoadMore={props.onLoadMore}
        onRetry={props.onRetry}
        onEverything={() => onFilter({ ...EVERYTHING, state: state.filter.state })}
        onHelp={() => setHelp(true)}
      />
      <CasePane
        ref={pane}
        state={state}
        position={lines.findIndex(({ entry }) => entry.id === chosen)}
        answer={answer}
        drafting={drafting}
        selection={selection}
        now={now}
        place={place}
        onBack={back}
        onRetryCase={props.onRetryCase}
        onFind={props.onFind}
        onOpenLead={props.onOpenLead}
      />
      {help ? (
        <KeysHelp single={single} onSingle={props.onSingle} onClose={() => setHelp(false)} />
      ) : null}
    </main>
  );
}
