/** What was begun before the rest of a page was here, for whoever would begin the same: by what it is called, and once. */
const world = globalThis as { truceAhead?: Map<string, Promise<unknown>> };

/** By which a frame is confirmed: the answer of the background. */
export const claimNamed = (nonce: string): string => `claim ${nonce}`;
/** What the disk has of a record, by its key. */
export const cardNamed = (recordKey: string): string => `card ${recordKey}`;

/** Leaves it for `begun`; where nobody asks for it nothing is wrong. */
export function begin(name: string, doing: Promise<unknown>): void {
  doing.catch(() => undefined);
  world.truceAhead ??= new Map();
  world.truceAhead.set(name, doing);
}

/** @returns what was begun under this name, unread; undefined when nothing was, or somebody has it already */
export function begun(name: string): Promise<unknown> | undefined {
  const doing = world.truceAhead?.get(name);
  world.truceAhead?.delete(name);
  return doing;
}
