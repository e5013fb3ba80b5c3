/** One act of saving: whether it runs, and why it failed. */
import { useRef, useState } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Saving } from './views.ts';

const UNEXPECTED: Problem = {
  type: 'about:blank',
  code: 'store-error',
  title: 'Something went wrong in Truce itself',
  detail: 'Try again. If it happens again, reload the page.',
};

/**
 * @returns `run` starts a save unless one runs already, and resolves to whether it is safe now. What is
 * typed stays in the form until then.
 */
export function useSaving() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);

  async function run(start: () => Saving): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const result = await start();
      if (!result.ok) setProblem(result.problem);
      return result.ok;
    } catch (error) {
      // Nobody expected this one: it is logged, and the person is not left thinking that it was saved.
      reportError(error);
      setProblem(UNEXPECTED);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, run, clear: () => setProblem(null) };
}
