import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { de as problems } from '../../../lib/words/problems/de.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** What people see or hear of an element. */
const SEEN =
  /\b(?:aria-label|aria-description|title|label|placeholder|hint|legend|caption|lead|note|safe|act|keep|alt)="([^"]*\p{L}{2}[^"]*)"/gu;
/** The same, made of pieces. */
const MADE = /\b(?:aria-label|title|label|placeholder|hint|legend|caption)=\{`([^`]*)`\}/gu;

/** Text between two tags, or between a tag and a value. */
const TEXT = /[>}]([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*)(?=[<{])/gu;
/** A line of a text that was too long for its tag. */
const LINE = /^\s+((?:[“„]?\p{L}[\p{L}’,.'-]*\s){2}[^=;(){}<>]*)$/gmu;

/** A sentence among the code. Problems are written in English and told in the language spoken (lib/words/problems). */
const SENTENCE = /(?<!detail: )(?<!title: )'(\p{Lu}[\p{L}’]*(?: [\p{L}\d’,.:]+)+)'/gu;

/** Names that are the same in every language, and keys on a keyboard. */
const NAMES =
  /^(?:Alt\+|salesforce|Webinar Attended|7K3M-QX2P|Truce|[A-Z0-9]|Ctrl|Esc|Enter|https?:.*|[\w.-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)+)$/;

/** Between two braces, or a comparison: no text. */
const CODE = /[`$]| \? '|^(?:const|return|case|let|[A-Z]+ \?)$/;

/** @returns what stands in a file in some language instead of in a catalog */
function literalsIn(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/^import[\s\S]*?;$/gm, '')
    // Arrows and comparisons are no tags.
    .replaceAll(/=>|>=|<=|->/g, ' ');
  const jsx = code.match(/return \([\s\S]*?\n {2}\);|return <.*;|\(\n\s+<[\s\S]*?\n\s*\)/g) ?? [];
  const found = [
    ...[...code.matchAll(SEEN)].map(([, text]) => text ?? ''),
    ...[...code.matchAll(MADE)]
      .map(([, text]) => (text ?? '').replaceAll(/\$\{[^}]*\}/g, ''))
      .filter((text) => /\p{L}{2}/u.test(text)),
    ...[...code.matchAll(SENTENCE)].map(([, text]) => text ?? ''),
    ...jsx.flatMap((part) =>
      [...part.matchAll(TEXT), ...part.matchAll(LINE)].map((m) => m[1] ?? ''),
    ),
  ];
  return found
    .map((text) => text.trim())
    .filter(
      (text) => text !== '' && !NAMES.test(text) && !CODE.test(text) && !(text in problems.own),
    );
}

const literalsOf = (room: string): [string, string[]][] =>
  globSync(`components/${room}/*.{ts,tsx}`, { cwd: ROOT })
    .map((file): [string, string[]] => [file, literalsIn(readFileSync(join(ROOT, file), 'utf8'))])
    .filter(([, found]) => found.length > 0);

const rooms = globSync('components/*/', { cwd: ROOT }).map((path) =>
  path
    .replaceAll('\\', '/')
    .replace(/^components\//, '')
    .replace(/\/$/, ''),
);

describe('what people read', () => {
  it('is told from names and from code', () => {
    const source = `import { a } from 'b';
// No text is here
export function Foo() {
  return (
    <p aria-label="Two words" className="not seen" placeholder="tool.example">
      Somebody wrote this line into
      the tag {name} and this <b>too</b>, <i>{n > 3 ? 'Some more' : y}</i>
    </p>
  );
}`;
    expect(literalsIn(source)).toEqual([
      'Two words',
      'Some more',
      'Somebody wrote this line into\n      the tag',
      'and this',
      'too',
      'Somebody wrote this line into',
    ]);
  });

  it.each(rooms)('is in a catalog: %s', (room) => {
    expect(literalsOf(room)).toEqual([]);
  });
});
