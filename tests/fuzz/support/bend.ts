/** From something that would be taken to something just beside it. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { hugeValue, nastyText, nastyValue } from './nasty.ts';

type Place = readonly (string | number)[];

/** Every place in the value, the whole first. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || at.length > 8) return [at];
  const below = Array.isArray(value)
    ? value.slice(0, 5).map((item, n): [number, unknown] => [n, item])
    : Object.entries(value);
  return [at, ...below.flatMap(([key, item]) => placesIn(item, [...at, key]))];
}

/** @returns a copy in which what stands at the place is another thing; `undefined` takes it away */
function replaced(value: unknown, [key, ...rest]: Place, by: (old: unknown) => unknown): unknown {
  if (key === undefined) return by(value);
  if (Array.isArray(value)) {
    const changed = value.map((item, n) => (n === key ? replaced(item, rest, by) : item));
    return changed.filter((item) => item !== undefined);
  }
  const object = value as Record<string, unknown>;
  const made = Object.entries(object).map(([name, item]): [string, unknown] => [
    name,
    name === key ? replaced(item, rest, by) : item,
  ]);
  return Object.fromEntries(made.filter(([, item]) => item !== undefined));
}

function withKey(old: unknown, name: string, extra: unknown): unknown {
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return { [name]: old };
  return { ...old, [name]: extra };
}

/** How a value is bent, in one or two places. */
const turn = fc.oneof(
  { weight: 6, arbitrary: nastyValue.map((other) => () => other) },
  { weight: 3, arbitrary: fc.constant((): unknown => undefined) },
  {
    weight: 2,
    arbitrary: fc.tuple(nastyText, nastyValue).map(
      ([name, extra]) =>
        (old: unknown) =>
          withKey(old, name, extra),
    ),
  },
  { weight: 1, arbitrary: fc.constant((old: unknown): unknown => [old]) },
  { weight: 1, arbitrary: fc.constant((old: unknown): unknown => JSON.stringify(old)) },
  {
    weight: 1,
    arbitrary: fc
      .nat(30)
      .map(
        (n) => (old: unknown) =>
          Array.isArray(old) ? Array.from({ length: n }, () => old[0]) : old,
      ),
  },
);

/** @returns the value, wrong somewhere */
export function bent(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const one = fc.tuple(fc.nat(), turn);
  return fc.tuple(value, one, fc.option(one, { freq: 3 })).map(([whole, first, second]) => {
    let made = whole;
    for (const [where, by] of second ? [first, second] : [first]) {
      const places = placesIn(made);
      made = replaced(made, places[where % places.length] ?? [], by);
    }
    return made;
  });
}

/** The same with something very large in it. */
export function swollen(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat(), hugeValue).map(([whole, where, huge]) => {
    const places = placesIn(whole);
    return replaced(whole, places[where % places.length] ?? [], () => huge);
  });
}

/** What becomes of bytes on their way, or was never JSON. */
export const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.nat().map((n) => (bytes: Buffer) => bytes.subarray(0, n % Math.max(1, bytes.length))),
  fc.tuple(fc.nat(), fc.nat(255)).map(([n, byte]) => (bytes: Buffer) => {
    const made = Buffer.from(bytes);
    if (made.length > 0) made[n % made.length] = byte;
    return made;
  }),
  fc.constant((bytes: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  fc.constant((bytes: Buffer) => Buffer.concat([bytes, bytes])),
  fc.constant((bytes: Buffer) => Buffer.from(bytes.toString('utf8'), 'utf16le')),
  fc.constant((bytes: Buffer) => gzipSync(bytes)),
  fc.constant((bytes: Buffer) => gzipSync(gzipSync(bytes))),
  fc.constant((bytes: Buffer) => gzipSync(bytes).subarray(0, -6)),
  fc.constant(() => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
  fc.constant(() => gzipSync(Buffer.alloc(20_000_000, 0x20))),
  fc.constant((bytes: Buffer) => doubled(bytes)),
  fc.uint8Array({ maxLength: 200 }).map((noise) => () => Buffer.from(noise)),
  fc.constant(() => Buffer.alloc(0)),
  fc.constant(() => Buffer.from('[')),
  fc.constant(() => Buffer.from('{"a":NaN}')),
  fc.constant(() =>
    Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--'),
  ),
  fc.constant(() =>
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ),
  ),
  fc.constant(() => Buffer.from('a=1&a=2&a[b]=3&__proto__[x]=4&%=%&')),
);

/** Every key twice, the second time with nothing. */
function doubled(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf8').replace(/"(\w+)":/g, '"$1":null,"$1":'));
}
