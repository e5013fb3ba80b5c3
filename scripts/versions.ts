/** Versions of the extension: three numbers, as all stores take them. */

/** @returns its numbers. @throws with a sentence when it is none */
function numbersOf(version: string): number[] {
  if (!/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/.test(version)) {
    throw new Error(`“${version}” is no version for the stores. Write three numbers, as in 0.2.0.`);
  }
  return version.split('.').map(Number);
}

/** @returns whether one version comes after another */
export function isLater(one: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(one), numbersOf(other)];
  const at = ours.findIndex((number, place) => number !== theirs[place]);
  return at >= 0 && (ours[at] ?? 0) > (theirs[at] ?? 0);
}
