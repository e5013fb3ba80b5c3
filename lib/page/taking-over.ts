/**
 * The question to sidebars of the version before, in pages that stayed open while Truce was updated: whether they make room. They
 * share the page's elements with the scout that is to take their place, and nothing else.
 */

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
