import type { Problem } from '../../lib/contract/problem.ts';
import { told } from '../../lib/words/problems.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemDetail } from '../ui/ProblemNotice.tsx';
import { Message } from './Message.tsx';

type Props = {
  problem: Problem;
  retrying: boolean;
  /** What has not come to harm. */
  safe: string;
  onRetry: () => void;
};

/** A room that could not be read: what is the matter, what is safe, the way to try again. */
export function ProblemMessage({ problem, retrying, safe, onRetry }: Props) {
  const t = uiWords();
  return (
    <Message title={told(problem).title}>
      <p role="alert">
        <ProblemDetail problem={problem} />
      </p>
      <p>{safe}</p>
      <Button busy={retrying} data-action="retry" onClick={onRetry}>
        {retrying ? t.trying : t.tryAgain}
      </Button>
    </Message>
  );
}
