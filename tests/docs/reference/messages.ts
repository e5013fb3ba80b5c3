/**
 * docs/reference/messages.md: every sentence about something that did not work, as it stands in the code, with what to do about
 * it. Found by reading the source, so that none can be forgotten.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pages.ts';
import { cell, GENERATED } from './words.ts';

export interface Told {
  title: string;
  /** What to do. */
  detail: string;
  file: string;
}

/** @returns everything that one of these is called with, where title and detail are written there */
export function toldBy(calls: readonly string[], pattern: string): Told[] {
  const call = new RegExp(`\\b(?:${calls.join('|')})\\(`, 'g');
  const told = globSync(pattern, { cwd: ROOT })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return [...text.matchAll(call)].flatMap(({ index, 0: opening }) => {
        const given = argumentsAt(text, index + opening.length);
        // A problem begins with its code; a finding of the doctor with what it is about, often by the name "what".
        const [first, second] = given.length > 2 ? given.slice(1) : given;
        const about = /const what = ('[^']+')/.exec(
          text
            .slice(0, index)
            .split(/\n(?:export )?(?:async )?function /)
            .at(-1) ?? '',
        );
        const title = literal(first === 'what' ? (about?.[1] ?? '') : (first ?? ''));
        const detail = literal(second ?? '');
        return title && detail ? [{ title, detail, file }] : [];
      });
    });
  return [...new Map(told.map((one) => [`${one.title} ${one.detail}`, one])).values()];
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** @returns the arguments of a call, as written; `from` is behind its parenthesis */
function argumentsAt(text: string, from: number): string[] {
  const found: string[] = [];
  let [depth, start, quote] = [0, from, ''];
  for (let place = from; place < text.length; place += 1) {
    const sign = text[place] ?? '';
    if (quote !== '') {
      if (sign === '\\') place += 1;
      else if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (OPENING.has(sign)) depth += 1;
    else if (depth === 0 && (CLOSING.has(sign) || sign === ',')) {
      found.push(text.slice(start, place).trim());
      start = place + 1;
      if (sign !== ',') return found.filter((one) => one !== '');
    } else if (CLOSING.has(sign)) depth -= 1;
  }
  return found;
}

/** @returns the text that is written there, what is filled in as `…`; null for anything else */
function literal(argument: string): string | null {
  const parts = [...argument.matchAll(/(['"`])((?:\\.|(?!\1)[\s\S])*)\1(?:\s*\+\s*|$)/g)];
  const whole = parts.map(([part]) => part).join('');
  if (parts.length === 0 || whole !== argument) return null;
  return parts
    .map(([, , inside = '']) => inside.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…'))
    .join('')
    .replaceAll(/\\(.)/g, '$1');
}

const PROBLEMS = ['failed', 'failedInWords', 'problemError'];

/** By where somebody meets them. */
const PLACES = [
  ['The extension says', PROBLEMS, 'lib/**/*.ts'],
  ['The store says', PROBLEMS, 'server/**/*.ts'],
  ['`npm run store -- doctor` says', ['broken', 'look'], 'server/{doctor,control,cli}/*.ts'],
] as const;

export function messagesPage(): string {
  return [
    '# Messages',
    '',
    `${GENERATED} By what people see, with reasons: [when something does not work](../troubleshooting.md).`,
    '',
    'Each sentence that Truce says when something did not work, and what it advises. `…` is filled in. In a browser that speaks German the same is said in German.',
    '',
    ...PLACES.flatMap(([title, calls, pattern]) => [
      `## ${title}`,
      '',
      '| it says | and what to do |',
      '|---|---|',
      ...toldBy(calls, pattern)
        .sort((a, b) => a.title.localeCompare(b.title, 'en'))
        .map((one) => `| ${cell(one.title)} | ${cell(one.detail)} |`),
      '',
    ]),
  ].join('\n');
}
