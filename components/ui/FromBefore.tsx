import type { Problem } from '../../lib/contract/problem.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from './Button.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

type Props = {
  /** Why nothing newer came; nothing is shown where all is new. */
  problem: Problem | null;
  /** One sentence: what is on the screen is from before. */
  safe: string;
  busy?: boolean;
  onRetry: () => void;
};

/** Over what was loaded before, when the store did not answer this time. */
export function FromBefore({ problem, safe, busy, onRetry }: Props) {
  if (!problem) return null;
  return (
    <ProblemNotice problem={problem} safe={safe}>
      <Button size="small" busy={busy === true} data-action="retry" onClick={onRetry}>
        {uiWords().tryAgain}
      </Button>
    </ProblemNotice>
  );
}
