/** Values that have broken programs before, each small enough to be sent thousands of times. */
import fc from 'fast-check';

/** Texts. Whatever the store makes of them, it must say so in a sentence or keep them as they are. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202Egnp.exe',
  '\u2066\u2069\u200F',
  '\uD800',
  'a\uDFFFb',
  '\uFFFE\uFFFF',
  'I\u0307\u0130\u0131',
  '👩‍👩‍👧‍👦'.repeat(50),
  'e\u0301'.repeat(300),
  `Z${'\u0335\u0336'.repeat(200)}`,
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  "' or 1=1; drop table lead; --",
  '%_%\\',
  '$1::int',
  '{1,2,"3}',
  '(((((((((a+)+)+)+)+)+)+)+$',
  `${'a'.repeat(60)}!`,
  '=cmd|"/c calc"!A1',
  '@SUM(1+1)',
  '+1-1',
  '\t=1+1',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%00',
  '%E0%A4%A',
  '\r\nSet-Cookie: a=b',
  '\u0024{7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  '0',
  '-0',
  '1e309',
  '-1',
  '9007199254740993',
  '99999999999999999999999999',
  '0x10',
  '1_000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-4000-8000-000000000000}',
  '00000000-0000-4000-8000-00000000000g',
  '0000-01-01T00:00:00.000Z',
  '0000-01-01',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00.000Z',
  '275760-09-13',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '2026-11-26T24:00:00Z',
  '2016-12-31T23:59:60Z',
  '1970-01-01T00:00:00.000+99:99',
  'a@b',
  'ana@acme.example, eve@acme.example',
  '"a b"@acme.example',
  'ana@[127.0.0.1]',
  `${'a'.repeat(250)}@acme.example`,
  'ANA@ACME.EXAMPLE',
  'http://127.0.0.1/',
  'https://[::ffff:169.254.169.254]/',
  'https://hooks.invalid:99999/',
  'file:///etc/passwd',
  '"',
  '\\',
  '`',
  '\u2028\u2029',
  '\uFEFFa',
];

const NASTY_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e-320,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  8.64e15,
  8.64e15 + 1,
  1e21,
  1e308,
  -1e308,
];

/** Objects by their JSON, since some of them no literal would make. */
const NASTY_JSON = [
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"toString":1,"valueOf":2}',
  '{"length":-1}',
  '{"then":"then"}',
  '{"":{"":{"":""}}}',
  '{"toJSON":"x"}',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]',
  '[null,null,null]',
  '[]',
  '{}',
  '[{}]',
];

const deep = (levels: number): unknown => {
  let made: unknown = 'x';
  for (let n = 0; n < levels; n++) made = n % 2 === 0 ? [made] : { a: made };
  return made;
};

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(199, 200, 201, 500, 501, 2048, 4001, 70_000)
      .map((n) => 'x'.repeat(n)),
  },
);

/** Anything that JSON can say, at its worst. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: nastyText },
  { weight: 5, arbitrary: fc.constantFrom(...NASTY_NUMBERS) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY_JSON).map((text): unknown => JSON.parse(text)) },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false) },
  { weight: 1, arbitrary: fc.constantFrom(10, 39, 41).map(deep) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** What is worth sending now and then only, because of its size. */
export const hugeValue: fc.Arbitrary<unknown> = fc
  .constantFrom(
    () => 'x'.repeat(900_000),
    () => 'ü'.repeat(400_000),
    () => Array.from({ length: 100_000 }, () => 0),
    () => Array.from({ length: 5_001 }, () => ({})),
    () => Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])),
    () => deep(3_000),
  )
  .map((make) => make());
