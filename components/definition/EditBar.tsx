import { useState } from 'react';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './EditBar.module.css';
import type { RoomParts } from './props.ts';
import { pathOf, sayIssue } from './say-issue.ts';

type Props = RoomParts & {
  /** Below the form as well, so that nobody has to go back up to save; it is said above only. */
  end?: boolean;
};

/** What is not saved, what keeps it from being saved, and what saving does. */
export function EditBar({ state, onUndo, onRedo, onSave, onDrop, end }: Props) {
  const t = definitionWords();
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { edits, changes } = state;
  const signatures = Object.values(state.answer.draft?.signatures ?? {}).filter(Boolean).length;
  const faults = edits.issues.length;
  if (end ? !edits.unsaved : !edits.unsaved && !edits.canRedo && !edits.canUndo) return null;
  return (
    <section
      className={styles.bar}
      aria-label={end ? t.save : t.editChip}
      data-part={end ? 'edits-end' : 'edits'}
    >
      {edits.unsaved && !end ? (
        <p role="status" className={styles.strong}>
          {t.unsaved(changes.length)}
        </p>
      ) : null}
      {edits.unsaved && !end && signatures ? <p>{t.losesSignatures(signatures)}</p> : null}
      {faults && !end ? <Faults state={state} /> : null}
      <div className={styles.buttons}>
        <Button size="small" off={!edits.canUndo} data-action="undo" onClick={onUndo}>
          {t.undo}
        </Button>
        <Button size="small" off={!edits.canRedo} data-action="redo" onClick={onRedo}>
          {t.redo}
        </Button>
        {edits.unsaved ? (
          <>
            <Button size="small" data-action="drop-edits" onClick={() => setAsking(true)}>
              {t.drop}
            </Button>
            <Button
              size="small"
              kind="marketing"
              off={faults > 0 || edits.conflict !== null}
              busy={saving.busy}
              data-action="save-draft"
              onClick={() => void saving.run(onSave)}
            >
              {saving.busy ? t.saving : t.save}
            </Button>
          </>
        ) : null}
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.saveSafe} /> : null}
      {asking ? (
        <Confirm
          title={t.dropSure}
          act={t.drop}
          keep={t.keepEditing}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            onDrop();
          }}
        >
          <p>{t.dropMeans}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

const FIRST = 5;

function Faults({ state }: { state: RoomParts['state'] }) {
  const { issues } = state.edits;
  return (
    <div role="alert">
      <p className={styles.strong}>{definitionWords().wrong(issues.length)}</p>
      <ul>
        {issues.slice(0, FIRST).map((issue) => (
          <li key={`${pathOf(issue)} ${issue.is}`}>
            {issue.path.length > 0 ? (
              <>
                <code className={styles.path}>{pathOf(issue)}</code>{' '}
              </>
            ) : null}
            {sayIssue(issue)}
          </li>
        ))}
      </ul>
    </div>
  );
}
