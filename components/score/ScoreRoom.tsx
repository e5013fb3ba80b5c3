import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { ProblemMessage } from '../review/ProblemMessage.tsx';
import { Fill } from '../ui/Fill.tsx';
import { FromBefore } from '../ui/FromBefore.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { Evidence } from './Evidence.tsx';
import type { LearnedState, ScoreRoomProps } from './props.ts';
import { Rescoring } from './Rescoring.tsx';
import { RoomSkeleton } from './RoomSkeleton.tsx';
import styles from './ScoreRoom.module.css';

const HERE = {};

/** Is the score honest, what do verdicts say, what should change. */
export function ScoreRoom(props: ScoreRoomProps) {
  const { state, onRefresh } = props;
  switch (state.is) {
    case 'loading':
      return <RoomSkeleton />;
    case 'problem':
      return (
        <ProblemMessage
          problem={state.problem}
          retrying={state.retrying}
          safe={scoreWords().safe}
          onRetry={onRefresh}
        />
      );
    case 'learned':
      return <Room {...props} state={state} place={props.place ?? HERE} />;
  }
}

function Room(props: ScoreRoomProps & { state: LearnedState; place: Place }) {
  const t = scoreWords();
  const { state, now, place } = props;
  const { learned } = state;
  const { rescoring, draft } = learned;
  const { version, signedBy } = learned.definition;
  const signed = signedBy.marketing && signedBy.sales;
  return (
    <main className={styles.room} aria-busy={state.refreshing || undefined}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t.title}</h1>
        <p>
          {signed ? (
            <>
              {t.definition(version)} <TruceMark label={t.signedByBoth} />
            </>
          ) : (
            t.unsigned(version)
          )}
        </p>
        <p className={styles.made}>
          <Fill
            text={t.counted}
            when={<When at={learned.madeAt} now={now} place={place} as="clock" />}
          />
        </p>
      </div>
      <FromBefore
        problem={state.problem}
        safe={t.fromBefore}
        busy={state.refreshing}
        onRetry={props.onRefresh}
      />
      {rescoring ? <Rescoring progress={rescoring} /> : null}
      {draft ? <OpenDraft draft={draft} /> : null}
      <Evidence {...props} />
    </main>
  );
}

/** The draft itself is read, edited and signed in a room of its own. */
function OpenDraft({ draft }: { draft: DefinitionDraft }) {
  const t = scoreWords().draft;
  return (
    <p data-part="draft">
      <Fill
        text={t.open(draft.basedOn + 1, draft.changes.length)}
        definition={
          <a href="#definition" data-action="to-definition">
            {t.definition}
          </a>
        }
      />
    </p>
  );
}
