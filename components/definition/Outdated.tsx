import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { RoomParts } from './props.ts';

/** The draft was made from a version that is no longer in force; with edits, saving those brings it up to date. */
export function Outdated({ state, onSave }: RoomParts) {
  const t = definitionWords();
  const saving = useSaving();
  const { current, draft } = state.answer;
  if (!draft || draft.basedOn === current.version) return null;
  return (
    <Notice tone="strong">
      <p>{t.outdated(draft.basedOn, current.version)}</p>
      {mayActAs(state.member.role, 'marketer') && !state.edits.unsaved ? (
        <Button
          size="small"
          busy={saving.busy}
          data-action="save-again"
          onClick={() => void saving.run(onSave)}
        >
          {saving.busy ? t.saving : t.save}
        </Button>
      ) : null}
      {saving.problem ? (
        <ProblemNotice problem={saving.problem} safe={t.publish.stillThere} />
      ) : null}
    </Notice>
  );
}
