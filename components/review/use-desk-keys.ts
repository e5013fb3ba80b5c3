/** Single keys for whoever works through the queue. They rest while somebody types, and can be switched off. */
import { useEffect, useRef } from 'react';

export type DeskKeys = {
  onMove: (step: 1 | -1) => void;
  /** The line one is on; with `range`, all from the one selected last. */
  onSelect: (range: boolean) => void;
  onClear: () => void;
  /** 0 to 3. */
  onPick: (index: number) => void;
  onReply: () => void;
  onDraft: () => void;
  onSend: () => void;
  onUndo: () => void;
  onHelp: () => void;
};

/** @returns whether what is typed goes into this element. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Calls back for each key that is nobody else's: no field takes it, no dialog is open, no other key is held. */
export function useKeys(pressed: (event: KeyboardEvent) => boolean): void {
  const current = useRef(pressed);
  current.current = pressed;
  useEffect(() => {
    function heard(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      if (current.current(event)) event.preventDefault();
    }
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
}

/** @returns whether a key is pressed alone, where no field takes it. */
export const isSingle = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);

/** Listens while the desk is there. `single` switches the single keys; Ctrl+Enter always sends. */
export function useDeskKeys(keys: DeskKeys, single: boolean): void {
  useKeys((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      keys.onSend();
      return true;
    }
    return single && isSingle(event) && pressedOne(event, keys);
  });
}

function pressedOne({ key, shiftKey }: KeyboardEvent, act: DeskKeys): boolean {
  const lower = key.toLowerCase();
  if (lower === 'j') act.onMove(1);
  else if (lower === 'k') act.onMove(-1);
  else if (lower === 'x') act.onSelect(shiftKey);
  else if (lower === 'r') act.onReply();
  else if (lower === 'd') act.onDraft();
  else if (lower === 'u') act.onUndo();
  else if (key === 'Escape') act.onClear();
  else if (key === '?') act.onHelp();
  else if (/^[1-4]$/.test(key)) act.onPick(Number(key) - 1);
  else return false;
  return true;
}
