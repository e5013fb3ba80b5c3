/** Wires the room. */
export function DefinitionPart(_: { now: number }) {
  return null;
}
