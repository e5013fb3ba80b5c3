/**
 * tests/docs: the pages of the repository, read as a reader reads them.
 *
 * In: every Markdown file. Out: its links, headings, commands and the names of files it speaks of, each with its line.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Something on a page, and where: `docs/deploy.md:8`. */
export interface Printed {
  text: string;
  at: string;
}

export interface Block {
  /** What stands after the fence: `sh`, `json`, nothing. */
  language: string;
  lines: Printed[];
}

export interface Page {
  file: string;
  /** Lines outside of fenced blocks, without inline code. */
  prose: Printed[];
  blocks: Block[];
  /** Everything between single backticks. */
  code: Printed[];
  /** As the repository's page makes them of headings. */
  anchors: ReadonlySet<string>;
}

/** @returns every page, the root's first */
export function readPages(): Page[] {
  const files = [
    ...globSync('*.md', { cwd: ROOT }),
    ...globSync('{docs,deploy}/**/*.md', { cwd: ROOT }),
  ];
  return files.sort().map((file) => readPage(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** @returns what stands on it */
export function readPage(file: string, text: string): Page {
  const [prose, code]: [Printed[], Printed[]] = [[], []];
  const blocks: Block[] = [];
  const headings: string[] = [];
  let block: Block | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${file}:${index + 1}`;
    const fence = /^\s*(?:[-*] |\d+\. )?```(\w*)/.exec(line);
    if (fence) {
      if (block) blocks.push(block);
      block = block ? null : { language: fence[1] ?? '', lines: [] };
    } else if (block) {
      block.lines.push({ text: line.trim(), at });
    } else {
      for (const [, inside = ''] of line.matchAll(/`([^`]+)`/g)) code.push({ text: inside, at });
      prose.push({ text: line.replaceAll(/`[^`]*`/g, '``'), at });
      const heading = /^#{1,6} (.+)$/.exec(line)?.[1];
      if (heading !== undefined) headings.push(heading);
    }
  }
  return { file, prose, blocks, code, anchors: anchorsOf(headings) };
}

/** Lower case, no punctuation, hyphens for spaces; the second of a name gets a number. */
function anchorsOf(headings: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  const times = new Map<string, number>();
  for (const heading of headings) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
    const name = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    anchors.add(before === 0 ? name : `${name}-${before}`);
  }
  return anchors;
}

/** @returns where its links and pictures lead, as written */
export function linksOf({ prose }: Page): Printed[] {
  return prose.flatMap(({ text, at }) =>
    [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|(?:src|href)="([^"]+)"/g)].map(
      ([, first, second]) => ({ text: first ?? second ?? '', at }),
    ),
  );
}

/** What begins a command, perhaps after settings. */
const COMMAND =
  /^(?:[A-Z][A-Z_]+=(?:"[^"]*"|\S*) +)*(?:npm|npx|node|curl|git|cd|docker|kubectl|systemctl|sudo|openssl|pg_restore|psql)(?= |$)/;

/** A script by its short name, where a sentence goes on: `npm run test:kills`, `test:walks`. */
const SCRIPT = /^(?:test|bench|docs|new):[a-z:-]+$/;

/** @returns the commands that a reader would type: those of blocks marked `sh`, and those within a sentence */
export function commandsOf({ blocks, code }: Page): Printed[] {
  const lines = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ lines: own }) => joined(own))
    .map(({ text, at }) => ({ text: text.replace(/(?:^|\s{2,})#.*$/, '').trim(), at }))
    .filter(({ text }) => text !== '');
  const inline = code
    .filter(({ text }) => (COMMAND.test(text) && text.includes(' ')) || SCRIPT.test(text))
    .map(({ text, at }) => ({ text: SCRIPT.test(text) ? `npm run ${text}` : text, at }));
  return [...lines, ...inline];
}

/** @returns lines of blocks that look like commands though the block does not say that it is one */
export function unmarkedCommandsOf({ blocks }: Page): Printed[] {
  return blocks
    .filter(({ language }) => language !== 'sh')
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => COMMAND.test(text));
}

/** A line that ends with `\` goes on in the next. */
function joined(lines: readonly Printed[]): Printed[] {
  const whole: Printed[] = [];
  let open = false;
  for (const { text, at } of lines) {
    const last = whole.at(-1);
    const part = text.replace(/\s*\\$/, '');
    if (open && last) last.text += ` ${part}`;
    else whole.push({ text: part, at });
    open = text.endsWith('\\');
  }
  return whole;
}

const PATH =
  /^(?:\.\.\/)?(?:lib|server|tests|components|entrypoints|scripts|demo|docs|deploy|public)\/[\w./{},*-]*$/;

/** @returns the names of files and folders that a page speaks of */
export function pathsOf({ code }: Page): Printed[] {
  return code
    .filter(({ text }) => PATH.test(text))
    .map(({ text, at }) => ({ text: text.replace(/^\.\.\//, ''), at }));
}
