import type { ReactNode } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { Notice } from './Notice.tsx';
import text from './text.module.css';

type Props = {
  problem: Problem;
  /** What is safe, in a sentence, when something could have been lost. */
  safe?: string;
  /** A way out: a button. */
  children?: ReactNode;
};

/** What happened, what is safe, what to do. */
export function ProblemNotice({ problem, safe, children }: Props) {
  return (
    <Notice tone="strong" role="alert">
      <p className={text.strong}>{problem.title}</p>
      {safe ? <p>{safe}</p> : null}
      <p>{problem.detail}</p>
      {children}
    </Notice>
  );
}
