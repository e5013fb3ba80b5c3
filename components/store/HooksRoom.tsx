import { useState } from 'react';
import type { Hook } from '../../lib/contract/hooks.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
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
  const t = storeWords();
  const says = useSaid();
  return (
    <Room
      title={t.rooms.hooks}
      lead={t.hooks.lead}
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button
          kind={adding ? 'plain' : 'marketing'}
          aria-expanded={adding}
          data-action="add-hook"
          onClick={() => setAdding(!adding)}
        >
          {adding ? uiWords().close : t.hooks.add}
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
  const t = storeWords().hooks;
  if (hooks.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>{t.none}</p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-label={t.addresses}>
      <ul>
        {hooks.map((hook) => (
          <HookLine key={hook.hookId} {...props} hook={hook} />
        ))}
      </ul>
    </section>
  );
}
