import { useState } from 'react';
import type { Hook } from '../../lib/contract/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { AddHook } from './AddHook.tsx';
import { HookLine } from './HookLine.tsx';
import lines from './Lines.module.css';
import type { Common, HooksProps } from './props.ts';
import { Room } from './Room.tsx';
import { Said, useSaid } from './Said.tsx';

/** Whom the store tells what. */
export function HooksRoom(props: Common & HooksProps) {
  const [adding, setAdding] = useState(false);
  const says = useSaid();
  return (
    <Room
      title="Webhooks"
      lead="Tell other tools when sales gives a verdict, when marketing answers, when the definition changes. Signed by the Standard Webhooks rules."
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button
          kind={adding ? 'plain' : 'marketing'}
          aria-expanded={adding}
          data-action="add-hook"
          onClick={() => setAdding(!adding)}
        >
          {adding ? 'Close' : 'Add an address'}
        </Button>
      }
    >
      {(hooks) => (
        <>
          {adding ? <AddHook onAdd={props.onAdd} /> : null}
          <Hooks {...props} hooks={hooks} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}

type HooksListProps = Common & HooksProps & { hooks: Hook[]; says: ReturnType<typeof useSaid> };

function Hooks({ hooks, ...props }: HooksListProps) {
  if (hooks.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>Nobody is told anything yet. Add the address of a tool that should hear of it.</p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-label="Addresses">
      <ul>
        {hooks.map((hook) => (
          <HookLine key={hook.hookId} {...props} hook={hook} />
        ))}
      </ul>
    </section>
  );
}
