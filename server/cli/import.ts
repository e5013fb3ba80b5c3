/**
 * `import FILE`: what the screen for imports does, without the screen: read through, say what is in it, write it, say how far
 * it is. Works on the database itself, or through a store that runs (`--url`, `--token`).
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type TryRequest, tryRequest } from '../../lib/contract/imports.ts';
import { parseWith } from '../../lib/contract/parse.ts';
import { zoneOf } from '../imports/zones.ts';
import { EXIT } from './exit.ts';
import type { Wanted } from './import-file.ts';
import { importHere } from './import-here.ts';
import { importThere } from './import-there.ts';
import { type Io, say } from './io.ts';

const USAGE =
  'Use: import FILE [--map FILE.json] [--dry-run] [--workspace NAME], or with --url https://… --token … through a store that runs.';

export async function importCommand(args: readonly string[], io: Io): Promise<number> {
  const typed = understood(args);
  if (typeof typed === 'string') return refused(io, typed);
  const { map, url, token, workspace, path } = typed;
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) return refused(io, `There is no file “${path}”.`);
  const as = map === undefined ? null : await mappingIn(map);
  if (typeof as === 'string') return refused(io, as);
  const wanted: Wanted = {
    path,
    name: basename(path),
    bytes: file.size,
    as,
    dryRun: typed.dryRun,
    workspace: workspace ?? null,
  };
  if (url === undefined) return importHere(wanted, io);
  const given = token ?? io.env.TRUCE_TOKEN;
  if (!given || !URL.canParse(url)) {
    return refused(io, '--url needs the address of a store, and --token (or TRUCE_TOKEN) a token.');
  }
  return importThere(wanted, { url: url.replace(/\/+$/, ''), token: given }, io);
}

function refused(io: Io, why: string): number {
  say(io.err, why);
  return EXIT.setting;
}

function understood(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        workspace: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return USAGE;
    const { 'dry-run': dryRun, ...rest } = values;
    return { ...rest, dryRun, path };
  } catch (error) {
    return `${error instanceof Error ? error.message.split('. ')[0] : 'That is not understood'}. ${USAGE}`;
  }
}

/** @returns what the file says the columns are; or what is wrong with it */
async function mappingIn(path: string): Promise<TryRequest | string> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return `There is no file “${path}”.`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `“${path}” is not JSON.`;
  }
  // What the screen shows of a job goes as well: the mapping with its format around it.
  const isWhole = typeof value === 'object' && value !== null && 'mapping' in value;
  const whole = isWhole ? value : { format: null, mapping: value };
  const parsed = parseWith(tryRequest, whole, 'mapping');
  if (!parsed.ok) return `${path}: ${parsed.problem.detail}`;
  const { mapping } = parsed.value;
  if (mapping && !zoneOf(mapping.zone)) return `${path}: there is no time zone “${mapping.zone}”.`;
  return parsed.value;
}
