/**
 * Between the sidebar of the version before, in a page that stayed open while Truce was updated, and the scout that is to take its
 * place. They share the page's elements and nothing else.
 */
import { isAlive } from './extension.ts';

/** What the hosts of earlier versions are found by, and what they are asked with: who prevents it is not done yet. */
export const TAKING_OVER = ['html > div[data-truce]', 'truce-leave'] as const;

/**
 * Put into the page by the background, alone: it knows only what it is given, which is `TAKING_OVER`.
 *
 * @returns whether every sidebar that is there makes room
 */
export function makesRoom(hosts: string, leave: string): boolean {
  return [...document.querySelectorAll(hosts)].every((old) =>
    old.dispatchEvent(new Event(leave, { cancelable: true })),
  );
}

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
