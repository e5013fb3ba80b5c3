/** The extension built with maps beside it, so that a place in what was minified can be said by its source. The code is the same. */
import { globSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { build } from 'wxt';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '../../..');
const OUT = '.output/bench/named';

/** @returns the folder of the unpacked extension */
export async function buildNamed(): Promise<string> {
  await build({
    root: ROOT,
    mode: 'demo',
    outDir: OUT,
    vite: () => ({ build: { sourcemap: 'hidden' }, logLevel: 'error' }),
  });
  return join(ROOT, OUT, 'chrome-mv3-demo');
}

/** Of a place that no source is known for, the map says nothing. */
const entryShape = z.object({
  originalSource: z.string(),
  originalLine: z.number(),
  name: z.optional(z.string()),
});

export interface Place {
  /** `lib/engagement/cards.ts`, or the library's name. */
  source: string;
  name: string;
}

/** @returns what says, of a script's line and column (from 0), what was written there; null for scripts that are not ours */
export function namesOf(
  folder: string,
): (url: string, line: number, column: number) => Place | null {
  const maps = new Map(
    globSync('**/*.js.map', { cwd: folder }).map((file) => [
      `/${file.replace(/\.map$/, '')}`,
      new SourceMap(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    ]),
  );
  return (url, line, column) => {
    if (!url.startsWith('chrome-extension:')) return null;
    const path = new URL(url).pathname;
    const map = maps.get(path);
    const { data: entry } = entryShape.safeParse(map?.findEntry(line, column));
    if (!entry) return { source: path.slice(1), name: '' };
    return {
      source: shortOf(entry.originalSource),
      name: `${entry.name ?? ''}:${entry.originalLine + 1}`,
    };
  };
}

/** Libraries by their name, our own by their path. */
function shortOf(source: string): string {
  const [, library] = source.split('node_modules/').slice(-2);
  if (library === undefined) return source.replace(/^(?:\.\.\/)+/, '');
  return library
    .split('/')
    .slice(0, library.startsWith('@') ? 2 : 1)
    .join('/');
}

/** @returns how many bytes of each script come from which source, by the map */
export function bytesBySource(folder: string, script: string): Map<string, number> {
  const text = readFileSync(join(folder, script), 'utf8').split('\n');
  const map = new SourceMap(JSON.parse(readFileSync(join(folder, `${script}.map`), 'utf8')));
  const bytes = new Map<string, number>();
  for (const [line, content] of text.entries()) {
    for (let column = 0; column < content.length; column += 1) {
      const { originalSource = '' } = map.findEntry(line, column) as { originalSource?: string };
      const source = shortOf(originalSource);
      bytes.set(source, (bytes.get(source) ?? 0) + 1);
    }
  }
  return bytes;
}
