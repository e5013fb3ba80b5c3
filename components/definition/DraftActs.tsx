import { useId, useState } from 'react';
import type { AgreedDraft } from '../../lib/contract/agreement.ts';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { dayOf, plainDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Aside.module.css';
import type { RoomParts } from './props.ts';

type Props = RoomParts & { draft: AgreedDraft };

/** Puts the draft in force, or throws it away. */
export function DraftActs({ state, now, place, onPublish, onDiscard, draft }: Props) {
  const t = definitionWords();
  const [asking, setAsking] = useState(false);
  const [publishing, discarding] = [useSaving(), useSaving()];
  const why = useId();
  const marketer = mayActAs(state.member.role, 'marketer');
  const { startsOn, scheduled } = draft;
  if (!marketer) return <p className={styles.muted}>{t.publish.marketingPuts}</p>;
  const blocked = blockedBy(state, draft);
  const later = startsOn !== null && startsOn > dayOf(now, { timeZone: 'UTC' });
  const version = state.answer.current.version + 1;
  return (
    <div className={styles.acts}>
      {scheduled ? (
        <p role="status">
          {t.publish.scheduled.replace('{when}', startsOn ? plainDay(startsOn, now, place) : '')}
        </p>
      ) : (
        <>
          <Button
            kind="both"
            off={blocked !== null}
            busy={publishing.busy}
            aria-describedby={why}
            data-action="publish"
            onClick={() => void publishing.run(onPublish)}
          >
            {publishing.busy
              ? t.publish.acting
              : later
                ? t.publish.actOn(version)
                : t.publish.act(version)}
          </Button>
          <p id={why} className={styles.muted}>
            {blocked ?? t.publish.after}
          </p>
        </>
      )}
      {publishing.problem ? (
        <ProblemNotice problem={publishing.problem} safe={t.publish.safe} />
      ) : null}
      <Button
        size="small"
        busy={discarding.busy}
        data-action="discard"
        onClick={() => setAsking(true)}
      >
        {discarding.busy ? t.publish.discarding : t.publish.discard}
      </Button>
      {discarding.problem ? (
        <ProblemNotice problem={discarding.problem} safe={t.publish.stillThere} />
      ) : null}
      {asking ? (
        <Confirm
          title={t.publish.discardSure}
          act={t.publish.discard}
          keep={t.publish.keepDraft}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void discarding.run(onDiscard);
          }}
        >
          <p>{t.publish.discardMeans}</p>
        </Confirm>
      ) : null}
    </div>
  );
}

/** Why it cannot be put in force yet, in a sentence. */
function blockedBy(state: RoomParts['state'], draft: AgreedDraft): string | null {
  const t = definitionWords();
  const { version } = state.answer.current;
  if (draft.basedOn !== version) return t.outdated(draft.basedOn, version);
  if (state.edits.unsaved) return t.sign.editsFirst;
  const { marketing, sales } = draft.signatures;
  return marketing && sales ? null : t.publish.needsBoth;
}
