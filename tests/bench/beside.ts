/** The run before, beside this one, for whatever a part has written down. */

/** What is worth holding against the run before; single measurements and settings are not. */
const FIGURE = /(?:p50|ratio|scored|floor|preview\w*|first)$/;
/** Less than that is noise, nearly always. */
const MOVED = 0.1;

/** @returns every figure in it, by where it stands: `figures.0.reads.card.p50` */
export function numbersIn(kept: unknown, path = ''): Map<string, number> {
  const found = new Map<string, number>();
  if (typeof kept === 'number' && FIGURE.test(path)) found.set(path, kept);
  if (typeof kept === 'object' && kept !== null) {
    for (const [name, value] of Object.entries(kept)) {
      for (const [at, number] of numbersIn(value, path ? `${path}.${name}` : name)) {
        found.set(at, number);
      }
    }
  }
  return found;
}

/** @returns a line for each figure that is another than before, the most changed first */
export function moved(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): string[] {
  const changes = [...now].flatMap(([at, value]) => {
    const was = before.get(at);
    if (!was) return [];
    const by = value / was;
    return Math.abs(by - 1) < MOVED ? [] : [{ at, value, was, by }];
  });
  if (changes.length === 0) return ['The run before: nothing moved by a tenth.'];
  return [
    'The run before, where something moved by a tenth or more:',
    ...changes
      .sort((a, b) => Math.abs(Math.log(b.by)) - Math.abs(Math.log(a.by)))
      .map(
        ({ at, value, was, by }) =>
          `  ${at.padEnd(44)} ${value.toFixed(2)} [${was.toFixed(2)}] × ${by.toFixed(2)}`,
      ),
  ];
}
