/** Wires the room. */
export function CheckInPart(_: { now: number }) {
  return null;
}
