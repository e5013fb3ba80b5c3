import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { storeWords } from '../../lib/words/store.ts';
import { ProblemMessage } from '../review/ProblemMessage.tsx';
import { FromBefore } from '../ui/FromBefore.tsx';
import type { Loaded } from './props.ts';
import styles from './Room.module.css';

type Props<T> = {
  title: string;
  /** One sentence that says what this room is for. */
  lead: string;
  state: Loaded<T>;
  onRefresh: () => void;
  /** The one primary action, beside the title. */
  act?: ReactNode;
  children: (value: T) => ReactNode;
};

/** A room: its name, what it is for, and what is in it, or why that is not there. */
export function Room<T>({ title, lead, state, onRefresh, act, children }: Props<T>) {
  const heading = useFocusKept(state);
  const t = storeWords().page;
  if (state.is === 'problem') {
    return (
      <ProblemMessage
        problem={state.problem}
        retrying={state.retrying}
        safe={t.safe}
        onRetry={onRefresh}
      />
    );
  }
  return (
    <main className={styles.room} aria-busy={state.is === 'loading' || undefined}>
      <div className={styles.head}>
        <div className={styles.what}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {state.is === 'here' ? act : null}
      </div>
      {state.is === 'here' ? (
        <>
          <FromBefore problem={state.problem} safe={t.fromBefore} onRetry={onRefresh} />
          {children(state.value)}
        </>
      ) : (
        <Waiting />
      )}
    </main>
  );
}

/** Where things will be. */
function Waiting() {
  return (
    <div className={styles.waiting}>
      <p role="status">{storeWords().page.asking}</p>
      <div aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

/** What was pressed may be gone with what it did; the focus then stays in the room, on its name. */
export function useFocusKept(after: unknown): Ref<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(after);
  const had = useRef(false);
  useEffect(() => {
    const note = () => {
      had.current = document.activeElement !== document.body;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (before.current === after) return;
    before.current = after;
    if (had.current && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [after]);
  return heading;
}
