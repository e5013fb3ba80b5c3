import type { ReactNode } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { problemWords, told } from '../../lib/words/problems.ts';
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
      <p className={text.strong}>{told(problem).title}</p>
      {safe ? <p>{safe}</p> : null}
      <p>
        <ProblemDetail problem={problem} />
      </p>
      {children}
    </Notice>
  );
}

/** What to do about it; and what the store said of it, for whoever reads another language. */
export function ProblemDetail({ problem }: { problem: Problem }) {
  const { detail, original } = told(problem);
  return (
    <>
      {detail}
      {original ? (
        <>
          {' '}
          {problemWords().original} <span lang="en">{original}</span>
        </>
      ) : null}
    </>
  );
}
