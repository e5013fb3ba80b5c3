import type { Flip, Preview } from '../../lib/contract/learning.ts';
import { number } from '../../lib/words/numbers.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { plain } from '../ui/words.ts';
import styles from './PreviewOf.module.css';
import type { PreviewState } from './props.ts';
import { percent } from './words.ts';

type Props = { preview: PreviewState; onRetry: () => void };

/** What the draft would have done with the verdicts on record. */
export function PreviewOf({ preview, onRetry }: Props) {
  const t = scoreWords();
  switch (preview.is) {
    case 'none':
      return null;
    case 'loading':
      return <p aria-busy="true">{t.preview.loading}</p>;
    case 'problem':
      return (
        <ProblemNotice problem={preview.problem} safe={t.preview.safe}>
          <Button size="small" data-action="preview-again" onClick={onRetry}>
            {uiWords().tryAgain}
          </Button>
        </ProblemNotice>
      );
    case 'preview':
      return <Previewed preview={preview.preview} />;
  }
}

function Previewed({ preview }: { preview: Preview }) {
  const t = scoreWords().preview;
  const { verdicts, before, after } = preview;
  const share = (of: number | null) => (of === null ? '–' : percent(of));
  return (
    <section aria-label={t.label}>
      <h3 className={styles.name}>{t.title(verdicts)}</h3>
      <dl className={styles.figures}>
        <Figure name={t.leads} then={number(before.volume)} now={number(after.volume)} />
        <Figure name={t.precision} then={share(before.precision)} now={share(after.precision)} />
        <Figure name={t.recall} then={share(before.recall)} now={share(after.recall)} />
      </dl>
      <Flips preview={preview} />
    </section>
  );
}

function Figure({ name, then, now }: { name: string; then: string; now: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {then === now ? null : (
          <>
            <s className={styles.then}>{then}</s>{' '}
          </>
        )}
        <strong className={styles.now}>{now}</strong>
      </dd>
    </div>
  );
}

const FIRST = 6;

/** Who would be on the other side of the line. */
function Flips({ preview }: { preview: Preview }) {
  const t = scoreWords().preview;
  const { flips, acceptedLost, rejectedAvoided, acceptedWon, rejectedTaken } = preview;
  const out = acceptedLost + rejectedAvoided;
  const come = acceptedWon + rejectedTaken;
  if (out + come === 0) return <p>{t.nobody}</p>;
  const [first, rest] = [flips.slice(0, FIRST), flips.slice(FIRST)];
  return (
    <>
      <h3 className={styles.name}>{t.sides(out, come)}</h3>
      <p className={styles.muted}>
        {t.detail(acceptedLost, rejectedAvoided, acceptedWon, rejectedTaken)}
      </p>
      <FlipList flips={first} />
      {rest.length > 0 ? (
        <details className={styles.rest}>
          <summary>{t.more(rest.length)}</summary>
          <FlipList flips={rest} />
        </details>
      ) : null}
    </>
  );
}

function FlipList({ flips }: { flips: Flip[] }) {
  const t = scoreWords();
  return (
    <ul className={styles.flips}>
      {flips.map(({ leadId, name, accepted, before, after }) => (
        <li key={`${leadId} ${before} ${after}`}>
          <bdi className={styles.who}>{name ?? t.withoutName}</bdi>
          <span className={styles.said} data-accepted={accepted || undefined}>
            {accepted ? t.preview.accepted : t.preview.notAccepted}
          </span>
          <span className={styles.moves}>{t.range(plain(before), plain(after))}</span>
        </li>
      ))}
    </ul>
  );
}
