import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { clockOrDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
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
  const t = scoreWords();
  const { learned, member, preview } = state;
  const discarding = useSaving();
  const { version } = learned.definition;
  const outdated = draft.basedOn !== version;
  return (
    <Panel
      title={t.draft.title(draft.basedOn + 1)}
      aside={
        <>
          <bdi>{draft.by}</bdi>, {clockOrDay(draft.madeAt, now, place)}
        </>
      }
    >
      <div className={styles.draft}>
        {outdated ? (
          <Notice tone="strong">
            <p>{t.draft.outdated(draft.basedOn, version)}</p>
          </Notice>
        ) : null}
        <section aria-label={t.draft.changes}>
          <h3 className={styles.name}>{t.draft.count(draft.changes.length)}</h3>
          <ul className={styles.changes}>
            {draft.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
        {outdated ? null : <PreviewOf preview={preview} onRetry={onRetryPreview} />}
        {draft.before && draft.after ? (
          <BeforeAfter before={draft.before} after={draft.after} caption={t.draft.caption} />
        ) : null}
        {outdated ? null : member.role === 'admin' ? (
          <PutInForce version={draft.basedOn + 1} onPublish={onPublish} />
        ) : (
          <p className={styles.muted}>{t.draft.adminPuts}</p>
        )}
        <div>
          <Button
            size="small"
            busy={discarding.busy}
            data-action="discard"
            onClick={() => void discarding.run(onDiscard)}
          >
            {discarding.busy ? t.draft.discarding : t.draft.discard}
          </Button>
        </div>
        {discarding.problem ? (
          <ProblemNotice problem={discarding.problem} safe={t.draft.stillThere} />
        ) : null}
      </div>
    </Panel>
  );
}
