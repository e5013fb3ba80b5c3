/** The keys of every form in the sidebar. */
import type { KeyboardEvent } from 'react';

/** Esc leaves, Ctrl and Enter sends; nothing happens while a script's keyboard composes. */
export function formKeys(event: KeyboardEvent, send: () => void, leave: () => void): void {
  if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
    event.preventDefault();
    leave();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
  }
}
