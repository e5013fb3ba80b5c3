import { useEffect, useRef, useState } from 'react';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Message } from '../review/Message.tsx';
import { ProblemMessage } from '../review/ProblemMessage.tsx';
import { Rescoring } from '../score/Rescoring.tsx';
import { FromBefore } from '../ui/FromBefore.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { About } from './About.tsx';
import aside from './Aside.module.css';
import { ChangeList } from './Changes.tsx';
import { Comments } from './Comments.tsx';
import { Conflict } from './Conflict.tsx';
import styles from './DefinitionRoom.module.css';
import { EditBar } from './EditBar.tsx';
import type { Form } from './form.ts';
import { Head } from './Head.tsx';
import { JsonForm } from './JsonForm.tsx';
import { Outdated } from './Outdated.tsx';
import { Owes } from './Owes.tsx';
import { Part } from './Part.tsx';
import type { DefinitionRoomProps, RoomParts } from './props.ts';
import { Reasons } from './Reasons.tsx';
import { RuleTable } from './RuleTable.tsx';
import { Signatures } from './Signatures.tsx';
import { Stages } from './Stages.tsx';
import { SuggestionLine } from './SuggestionLine.tsx';
import { Thresholds } from './Thresholds.tsx';
import { Versions } from './Versions.tsx';
import { type View, Views } from './Views.tsx';
import { WouldHaveDone } from './WouldHaveDone.tsx';

const HERE = {};

/** What a qualified lead is, what a change would do, and whether both sides agree. */
export function DefinitionRoom(props: DefinitionRoomProps) {
  const { state, onRefresh } = props;
  switch (state.is) {
    case 'loading':
      return (
        <Message title={definitionWords().loading} busy>
          <span />
        </Message>
      );
    case 'problem':
      return (
        <ProblemMessage
          problem={state.problem}
          retrying={state.retrying}
          safe={definitionWords().safe}
          onRetry={onRefresh}
        />
      );
    case 'definitions':
      return <Room {...props} state={state} place={props.place ?? HERE} />;
  }
}

function Room(props: RoomParts) {
  const t = definitionWords();
  const { state } = props;
  const { draft, rescoring } = state.answer;
  const [view, setView] = useState<View>('form');
  const title = useRef<HTMLHeadingElement>(null);
  const room = useRef<HTMLElement>(null);
  useFocusKept(room);

  // A draft that was discarded or put in force takes the pressed button along; the focus stays in the room.
  const draftId = draft?.draftId;
  const before = useRef(draftId);
  useEffect(() => {
    if (before.current === draftId) return;
    before.current = draftId;
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [draftId]);

  return (
    <main ref={room} className={styles.room} aria-busy={state.refreshing || undefined}>
      <Head {...props} titleRef={title} />
      <FromBefore
        problem={state.problem}
        safe={t.fromBefore}
        busy={state.refreshing}
        onRetry={props.onRefresh}
      />
      {rescoring ? <Rescoring progress={rescoring} /> : null}
      <Outdated {...props} />
      <Conflict {...props} />
      <div className={styles.columns}>
        <div className={styles.main} tabIndex={-1}>
          <Views view={view} onView={setView} />
          <EditBar {...props} />
          <Front {...props} view={view} />
          <EditBar {...props} end />
        </div>
        <div className={styles.side}>
          <Beside {...props} />
        </div>
      </div>
    </main>
  );
}

/** The definition itself, as a form or as JSON, or all there were. */
function Front({ view, ...props }: RoomParts & { view: View }) {
  const t = definitionWords();
  const { state } = props;
  const mayEdit = mayActAs(state.member.role, 'marketer');
  if (view === 'versions') return <Versions {...props} />;
  if (view === 'json') return <JsonForm {...props} />;
  const form: Form = {
    shown: state.shown,
    was: state.answer.current,
    mayEdit,
    issues: state.edits.json === null ? state.edits.issues : [],
    evidence: state.evidence,
    edit: props.onEdit,
  };
  return (
    <>
      <p className={styles.muted}>{mayEdit ? t.editHint : t.readOnly}</p>
      <div>
        <RuleTable form={form} />
        {mayEdit ? <SuggestionLine {...props} /> : null}
      </div>
      <div className={styles.cards}>
        <div className={styles.stack}>
          <Thresholds form={form} />
          <Stages form={form} />
        </div>
        <Reasons form={form} />
        <div className={styles.stack}>
          <Owes form={form} />
          <About form={form} />
        </div>
      </div>
    </>
  );
}

/** What it means: before the eyes while one edits, agrees, or reads. */
function Beside(props: RoomParts) {
  const t = definitionWords();
  const { state } = props;
  return (
    <div className={aside.aside}>
      <WouldHaveDone {...props} />
      {state.changes.length > 0 ? (
        <Part title={t.changesTitle(state.answer.current.version)} part="in-words">
          <ChangeList changes={state.changes} />
        </Part>
      ) : null}
      <Comments {...props} />
      <Signatures {...props} />
    </div>
  );
}
