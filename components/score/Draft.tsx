import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { clockOrDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { count } from '../ui/words.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './Draft.module.css';
import { Panel } from './Panel.tsx';
import { PreviewOf } from './PreviewOf.tsx';
import { PutInForce } from './PutInForce.tsx';
import type { LearnedState, ScoreRoomCallbacks } from './props.ts';

type Props = Pick<ScoreRoomCallbacks, 'onDiscard' | 'onPublish' | 'onRetryPreview'> & {
  state: LearnedState;
  draft: DefinitionDraft;
  now: number;
  place: Place;
};

/** The next definition, in words, with what it would have done. People decide what becomes of it. */
export function Draft({ state, draft, now, place, onDiscard, onPublish, onRetryPreview }: Props) {
  const { learned, member, preview } = state;
  const discarding = useSaving();
  const { version } = learned.definition;
  const outdated = draft.basedOn !== version;
  return (
    <Panel
      title={`Draft of v${draft.basedOn + 1}`}
      aside={
        <>
          <bdi>{draft.by}</bdi>, {clockOrDay(draft.madeAt, now, place)}
        </>
      }
    >
      <div className={styles.draft}>
        {outdated ? (
          <Notice tone="strong">
            <p>
              This was made from v{draft.basedOn}, and v{version} is in force by now. Discard it and
              put the changes together again.
            </p>
          </Notice>
        ) : null}
        <section aria-label="Changes">
          <h3 className={styles.name}>{count(draft.changes.length, 'change')}</h3>
          <ul className={styles.changes}>
            {draft.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
        {outdated ? null : <PreviewOf preview={preview} onRetry={onRetryPreview} />}
        {draft.before && draft.after ? (
          <BeforeAfter
            before={draft.before}
            after={draft.after}
            caption="What the draft would have done"
          />
        ) : null}
        {outdated ? null : member.role === 'admin' ? (
          <PutInForce version={draft.basedOn + 1} onPublish={onPublish} />
        ) : (
          <p className={styles.muted}>
            An administrator puts it in force, once marketing and sales have agreed.
          </p>
        )}
        <div>
          <Button
            size="small"
            busy={discarding.busy}
            data-action="discard"
            onClick={() => void discarding.run(onDiscard)}
          >
            {discarding.busy ? 'Discarding' : 'Discard the draft'}
          </Button>
        </div>
        {discarding.problem ? (
          <ProblemNotice problem={discarding.problem} safe="The draft is still there." />
        ) : null}
      </div>
    </Panel>
  );
}
