/** What our scout writes behind the # of a frame's address, and any page could: the nonce of its first load, and what it is to hear. */

const NONCE = 36;

/** @returns the nonce in this hash; empty when there is none */
export function nonceIn(hash: string): string {
  return hash.slice(1, 1 + NONCE);
}

/** @returns what stands behind the nonce, of no shape that could be relied on; null when it is nothing */
export function heardIn(hash: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(hash.slice(1 + NONCE)));
  } catch {
    return null;
  }
}
