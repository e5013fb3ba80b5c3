import type { Flip, Preview } from '../../lib/contract/learning.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { count } from '../ui/words.ts';
import styles from './PreviewOf.module.css';
import type { PreviewState } from './props.ts';
import { number, percent } from './words.ts';

type Props = { preview: PreviewState; onRetry: () => void };

/** What the draft would have done with the verdicts on record. */
export function PreviewOf({ preview, onRetry }: Props) {
  switch (preview.is) {
    case 'none':
      return null;
    case 'loading':
      return <p aria-busy="true">Trying it on recorded verdicts …</p>;
    case 'problem':
      return (
        <ProblemNotice problem={preview.problem} safe="The draft is safe.">
          <Button size="small" data-action="preview-again" onClick={onRetry}>
            Try again
          </Button>
        </ProblemNotice>
      );
    case 'preview':
      return <Previewed preview={preview.preview} />;
  }
}

function Previewed({ preview }: { preview: Preview }) {
  const { verdicts, before, after } = preview;
  const share = (of: number | null) => (of === null ? '–' : percent(of));
  return (
    <section aria-label="What it would have done">
      <h3 className={styles.name}>On {count(verdicts, 'verdict')} it would have handed over</h3>
      <dl className={styles.figures}>
        <Figure name="leads" then={number(before.volume)} now={number(after.volume)} />
        <Figure
          name="of those, accepted"
          then={share(before.precision)}
          now={share(after.precision)}
        />
        <Figure
          name="of all accepted, above"
          then={share(before.recall)}
          now={share(after.recall)}
        />
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
  const { flips, acceptedLost, rejectedAvoided, acceptedWon, rejectedTaken } = preview;
  const out = acceptedLost + rejectedAvoided;
  const come = acceptedWon + rejectedTaken;
  if (out + come === 0) return <p>Nobody changes sides.</p>;
  const [first, rest] = [flips.slice(0, FIRST), flips.slice(FIRST)];
  return (
    <>
      <h3 className={styles.name}>
        {number(out)} drop out, {number(come)} come in
      </h3>
      <p className={styles.muted}>
        Drop out: {number(acceptedLost)} accepted, {number(rejectedAvoided)} not. Come in:{' '}
        {number(acceptedWon)} accepted, {number(rejectedTaken)} not.
      </p>
      <FlipList flips={first} />
      {rest.length > 0 ? (
        <details className={styles.rest}>
          <summary>{rest.length} more, by how far they move</summary>
          <FlipList flips={rest} />
        </details>
      ) : null}
    </>
  );
}

function FlipList({ flips }: { flips: Flip[] }) {
  return (
    <ul className={styles.flips}>
      {flips.map(({ leadId, name, accepted, before, after }) => (
        <li key={`${leadId} ${before} ${after}`}>
          <bdi className={styles.who}>{name ?? 'Without a name'}</bdi>
          <span className={styles.said} data-accepted={accepted || undefined}>
            {accepted ? 'accepted' : 'not accepted'}
          </span>
          <span className={styles.moves}>
            {before} to {after}
          </span>
        </li>
      ))}
    </ul>
  );
}
