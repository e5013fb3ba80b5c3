import { type MouseEvent, useState } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { told } from '../../lib/words/problems.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemDetail } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Saving } from '../ui/views.ts';
import styles from './Said.module.css';
import { thenFocus } from './then-focus.ts';

/** What was just done, and how to take it back. */
export type SaidNow = { text: string; undo?: { text: string; how: () => Saving } };

export type Says = {
  /** Does something, says that it was done, or why it was not. @returns whether it was */
  act: (start: () => Saving, done: SaidNow) => Promise<boolean>;
  /** Says something that was done elsewhere. */
  say: (done: SaidNow) => void;
  busy: boolean;
  now: SaidNow | null;
  problem: Problem | null;
  close: () => void;
};

/** One line at the foot of the room about the last thing that was done. */
export function useSaid(): Says {
  const [now, setNow] = useState<SaidNow | null>(null);
  const saving = useSaving();
  return {
    busy: saving.busy,
    now,
    problem: saving.problem,
    async act(start, done) {
      const ok = await saving.run(start);
      setNow(ok ? done : null);
      return ok;
    },
    say: setNow,
    close() {
      setNow(null);
      saving.clear();
    },
  };
}

/** Stays until it is closed or something else is done; never in a hurry. */
export function Said({ says }: { says: Says }) {
  const { now, problem, busy, act, close } = says;
  const ui = uiWords();
  const undo = now?.undo;
  const leave = (event: MouseEvent<HTMLElement>) => {
    const room = event.currentTarget.closest('main');
    close();
    thenFocus(room, 'h1');
  };
  return (
    <div className={styles.place}>
      <div role="status" className={styles.said} data-said={now ? 'done' : undefined}>
        {now ? (
          <>
            <p className={styles.text}>{now.text}</p>
            {undo ? (
              <Button
                size="small"
                busy={busy}
                data-action="undo"
                onClick={async (event) => {
                  const bar = event.currentTarget.closest('[role="status"]');
                  await act(undo.how, { text: undo.text });
                  thenFocus(bar, '[data-action="close-said"]');
                }}
              >
                {ui.undo}
              </Button>
            ) : null}
            <IconButton icon="close" label={ui.close} data-action="close-said" onClick={leave} />
          </>
        ) : null}
      </div>
      {problem ? (
        <div role="alert" className={styles.said} data-said="problem">
          <p className={styles.text}>
            <strong>{told(problem).title}.</strong> <ProblemDetail problem={problem} />
          </p>
          <IconButton icon="close" label={ui.close} data-action="close-said" onClick={leave} />
        </div>
      ) : null}
    </div>
  );
}
