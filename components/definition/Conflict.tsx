import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { ChangeList } from './Changes.tsx';
import styles from './EditBar.module.css';
import type { RoomParts } from './props.ts';

/** Somebody changed the draft meanwhile: both, side by side, and the choice. */
export function Conflict({ state, onDrop, onKeepMine }: RoomParts) {
  const t = definitionWords().conflict;
  const { conflict } = state.edits;
  if (!conflict) return null;
  return (
    <div role="alert" className={styles.conflict} data-part="conflict">
      <p className={styles.strong}>
        {conflict.version ? `${t.version(state.answer.current.version)} ` : ''}
        {conflict.draft ? t.draft(conflict.draft.by) : t.gone}
      </p>
      <p>{t.kept}</p>
      <div className={styles.both}>
        {conflict.draft ? (
          <div>
            <h2 className={styles.strong}>{t.theirs}</h2>
            <ChangeList changes={conflict.theirs} />
          </div>
        ) : null}
        <div>
          <h2 className={styles.strong}>{t.mine}</h2>
          <ChangeList changes={state.changes} />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button size="small" data-action="keep-mine" onClick={onKeepMine}>
          {t.takeMine}
        </Button>
        <Button size="small" data-action="take-theirs" onClick={onDrop}>
          {t.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
