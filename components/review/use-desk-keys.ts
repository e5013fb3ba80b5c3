/** Single keys for whoever works through the queue. They rest while somebody types, and can be switched off. */
import { useEffect, useRef } from 'react';

export type DeskKeys = {
  onMove: (step: 1 | -1) => void;
  /** 0 to 3. */
  onPick: (index: number) => void;
  onReply: () => void;
  onSend: () => void;
  onHelp: () => void;
};

/** @returns whether what is typed goes into this element. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Listens while the desk is there. `single` switches the single keys; Ctrl+Enter always sends. */
export function useDeskKeys(keys: DeskKeys, single: boolean): void {
  const current = useRef({ keys, single });
  useEffect(() => {
    current.current = { keys, single };
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      const { keys: act, single: on } = current.current;
      if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]'))
        return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        act.onSend();
        return;
      }
      if (!on || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const done = pressedOne(event.key, act);
      if (done) event.preventDefault();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function pressedOne(key: string, act: DeskKeys): boolean {
  const lower = key.toLowerCase();
  if (lower === 'j') act.onMove(1);
  else if (lower === 'k') act.onMove(-1);
  else if (lower === 'r') act.onReply();
  else if (key === '?') act.onHelp();
  else if (/^[1-4]$/.test(key)) act.onPick(Number(key) - 1);
  else return false;
  return true;
}
