/** Wires the room. */
export function HeadlinePart(_: { now: number }) {
  return null;
}
