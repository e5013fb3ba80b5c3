/** The id of an item that is otherwise too broken to read, so that the sender knows which one is meant. */

/** @returns null when there is none, or none that could be one */
export function idOfBroken(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && raw.id.length <= 100 ? raw.id : null;
}
