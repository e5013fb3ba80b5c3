/** The answer to the scout that is to take our place: a sidebar in which something is typed stays. */
import { isAlive } from './extension.ts';
import { TAKING_OVER } from './taking-over.ts';

/**
 * Keeps a host whose extension has gone where it is, while something is typed in it. As long as the extension runs nothing is
 * answered, so that a page learns nothing by asking.
 */
export function stayWhile(isTyping: () => boolean, host: HTMLElement, signal: AbortSignal): void {
  const [, leave] = TAKING_OVER;
  const answer = (event: Event) => {
    if (!isAlive() && isTyping()) event.preventDefault();
  };
  host.addEventListener(leave, answer, { signal });
}
