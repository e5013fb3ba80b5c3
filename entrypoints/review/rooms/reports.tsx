/** Wires the room. */
export function ReportsPart(_: { now: number }) {
  return null;
}
