import type { RefusedInput } from '../../lib/contract/sources.ts';
import { sourceWords } from '../../lib/words/sources.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { When } from '../ui/When.tsx';
import lines from './Lines.module.css';
import { More } from './More.tsx';
import type { Common, SourcesProps } from './props.ts';
import type { Says } from './Said.tsx';
import styles from './Sources.module.css';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<SourcesProps, 'refused' | 'onReplay' | 'onDropRefused' | 'onMoreRefused' | 'onRefresh'> & {
    admin: boolean;
    says: Says;
  };

/** In English: like every problem it is told in the language spoken when it is shown. */
const REFUSED_AGAIN = 'It was refused again';

/** What came and could not be kept: nothing is dropped without a word. */
export function Refused(props: Props) {
  const t = sourceWords().refused;
  const { refused } = props;
  if (refused.is === 'loading') return null;
  if (refused.is === 'problem') {
    return (
      <ProblemNotice problem={refused.problem}>
        <Button size="small" busy={refused.retrying} onClick={props.onRefresh}>
          {uiWords().tryAgain}
        </Button>
      </ProblemNotice>
    );
  }
  const { lines: all, more, loadingMore } = refused.value;
  return (
    <section className={lines.box} aria-labelledby="refused">
      <div className={lines.head}>
        <h2 id="refused" className={lines.title}>
          {t.title}
        </h2>
        <p className={lines.aside}>{all.length === 0 ? t.nothing : t.newestFirst}</p>
      </div>
      {all.length === 0 ? (
        <p className={`${lines.line} ${lines.facts}`}>{t.allKept}</p>
      ) : (
        <ol>
          {all.map((each) => (
            <RefusedLine key={each.intakeId} {...props} input={each} />
          ))}
        </ol>
      )}
      {refused.problem ? (
        <div className={lines.line}>
          <ProblemNotice problem={refused.problem} safe={t.loadedBefore} />
        </div>
      ) : null}
      <More
        more={more}
        loading={loadingMore}
        words={storeWords().page.olderOnes}
        onMore={props.onMoreRefused}
      />
    </section>
  );
}

function RefusedLine({
  input,
  admin,
  says,
  now,
  place,
  ...props
}: Props & { input: RefusedInput }) {
  const t = sourceWords().refused;
  const { intakeId, at, source, reason, excerpt, replayable } = input;

  const replay = () =>
    void says.act(
      async () => {
        const answer = await props.onReplay(intakeId);
        if (!answer.ok || answer.value.refused === null) return answer;
        return {
          ok: false,
          problem: {
            type: 'about:blank',
            code: 'bad-request',
            title: REFUSED_AGAIN,
            detail: answer.value.refused,
          },
        };
      },
      { text: t.keptNow },
    );

  return (
    <li className={lines.line} data-refused={intakeId}>
      <div className={lines.row}>
        <div className={lines.what}>
          <p dir="auto">{reason}</p>
          <p className={lines.facts}>
            {source ? <bdi>{source}</bdi> : t.unknownSender},{' '}
            <When at={at} now={now} place={place} as="clock" />
          </p>
          {excerpt ? (
            <details className={styles.excerpt}>
              <summary>{t.whatCame(excerpt.length)}</summary>
              <pre dir="ltr">{excerpt}</pre>
            </details>
          ) : null}
        </div>
        {admin ? (
          <div className={`${lines.acts} ${lines.end}`}>
            {replayable ? (
              <Button size="small" busy={says.busy} data-action="replay" onClick={replay}>
                {uiWords().tryAgain}
              </Button>
            ) : (
              <span className={lines.facts}>{t.tooLarge}</span>
            )}
            <Button
              size="small"
              kind="quiet"
              busy={says.busy}
              data-action="drop-refused"
              onClick={() => void says.act(() => props.onDropRefused(intakeId), { text: t.gone })}
            >
              {t.drop}
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  );
}
