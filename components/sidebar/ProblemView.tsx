import type { ReactNode } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { Button } from '../ui/Button.tsx';
import type { OutboxView } from '../ui/views.ts';
import { count } from '../ui/words.ts';
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
  const kept = outbox.waiting + outbox.attention.length;
  const signIn = problem.code === 'not-signed-in' || problem.code === 'not-connected';
  return (
    <Plain title={problem.title} toolbar={toolbar}>
      <div role="alert">
        <p>{problem.detail}</p>
      </div>
      <p>
        {kept > 0
          ? `Safe: ${count(kept, 'thing')} you said ${kept === 1 ? 'is' : 'are'} saved here and will be sent.`
          : 'Safe: everything you said has been sent.'}
      </p>
      <div>
        {signIn ? (
          <Button kind="marketing" onClick={onConnect}>
            Connect again
          </Button>
        ) : (
          <Button busy={retrying} data-action="retry" onClick={onRetry}>
            {retrying ? 'Trying' : 'Try again'}
          </Button>
        )}
      </div>
    </Plain>
  );
}
