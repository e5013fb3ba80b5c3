import type { ReactNode } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { told } from '../../lib/words/problems.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemDetail } from '../ui/ProblemNotice.tsx';
import type { OutboxView } from '../ui/views.ts';
import { Plain } from './Plain.tsx';

type Props = {
  problem: Problem;
  retrying: boolean;
  outbox: OutboxView;
  toolbar: ReactNode;
  onRetry: () => void;
  onConnect: () => void;
};

/** Nothing can be shown: what happened, what is safe, what to do. */
export function ProblemView({ problem, retrying, outbox, toolbar, onRetry, onConnect }: Props) {
  const t = readingWords();
  const kept = outbox.waiting + outbox.attention.length;
  const signIn = problem.code === 'not-signed-in' || problem.code === 'not-connected';
  return (
    <Plain title={told(problem).title} toolbar={toolbar}>
      <div role="alert">
        <p>
          <ProblemDetail problem={problem} />
        </p>
      </div>
      <p>{kept > 0 ? t.safeKept(kept) : t.safeSent}</p>
      <div>
        {signIn ? (
          <Button kind="marketing" onClick={onConnect}>
            {t.connectAgain}
          </Button>
        ) : (
          <Button busy={retrying} data-action="retry" onClick={onRetry}>
            {retrying ? t.trying : t.tryAgain}
          </Button>
        )}
      </div>
    </Plain>
  );
}
