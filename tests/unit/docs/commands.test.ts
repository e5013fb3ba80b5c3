import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpOf, isCommand } from '../../../server/cli/help.ts';
import { commandsOf, ROOT, readPages, unmarkedCommandsOf } from '../../docs/pages.ts';
import { apart, eachOf, WAYS, wayOf } from '../../docs/ways.ts';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const pages = readPages();
const commands = pages
  .flatMap(commandsOf)
  .flatMap(({ text, at }) => eachOf(text).map((one) => ({ text: one, at })));

/** Everything the repository itself says, for names of settings and options. */
const source = globSync('{server,lib,scripts,demo,tests}/**/*.{ts,tsx,mjs}', {
  cwd: ROOT,
  exclude: (path) => /node_modules|demo\/crm/.test(String(path)),
})
  .filter((file) => !file.includes('tests/unit/docs') && !file.includes('tests/docs'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .concat(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'))
  .join('\n');

/** @returns what is wrong with a command that can be seen without running it */
function objectionsTo(text: string): string[] {
  const { settings, command } = apart(text);
  const [program, ...words] = command.split(/ +/);
  const script = program === 'npm' ? (words[0] === 'run' ? words[1] : words[0]) : undefined;
  const isOwn = script !== undefined && !['install', 'ci', 'ping'].includes(script);
  return [
    ...(isOwn && !(script in scripts) ? [`there is no script “${script}”`] : []),
    ...words.filter((word) => isFile(word) && !existsSync(join(ROOT, word))).map(noFile),
    ...settings.filter((name) => !source.includes(name)).map((name) => `nobody reads ${name}`),
    ...(isOwn || program === 'node' ? optionsOf(words, script) : []),
  ];
}

const isFile = (word: string) => /^(?:tests|scripts|server|docs)\/[\w./-]*$/.test(word);
const noFile = (word: string) => `there is no ${word}`;

function optionsOf(words: readonly string[], script: string | undefined): string[] {
  const options = words.flatMap((word) => /^\[?--([a-z-]{2,})/.exec(word)?.[1] ?? []);
  const name = words[words.indexOf('--') + 1] ?? '';
  if (script === 'store' && isCommand(name)) {
    return options.filter((one) => !helpOf(name).includes(`--${one}`)).map(noOption);
  }
  return options.filter((one) => !source.includes(one)).map(noOption);
}

const noOption = (one: string) => `there is no option --${one}`;

describe('the commands that the pages print', () => {
  it('are each kept true in a way that tests/docs/ways.ts says', () => {
    expect(commands.length).toBeGreaterThan(60);
    expect(commands.filter(({ text }) => wayOf(text) === undefined)).toEqual([]);
  });

  it('have scripts, files, settings and options that there are', () => {
    const wrong = commands.flatMap(({ text, at }) =>
      objectionsTo(text).map((why) => `${at} ${text}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in blocks that say so', () => {
    expect(pages.flatMap(unmarkedCommandsOf)).toEqual([]);
  });

  it('are the only ones there is a way for, and what is said to run them is there', () => {
    const stale = WAYS.filter(
      ([pattern]) => !commands.some(({ text }) => pattern.test(apart(text).command)),
    );
    expect(stale.map(([pattern]) => String(pattern))).toEqual([]);
    const where = WAYS.flatMap(([, way]) => (way.is === 'ci' ? [way.where] : []));
    expect(where.filter((one) => one !== 'itself' && !existsSync(join(ROOT, one)))).toEqual([]);
  });

  it('would be found wrong if they were', () => {
    const wrong = [
      'npm run no-such-thing',
      'npx vitest run --project unit tests/unit/gone.test.ts',
      'TRUCE_NO_SUCH=1 npm run store',
      'npm run store -- doctor --xml',
    ];
    expect(wrong.flatMap(objectionsTo)).toHaveLength(wrong.length);
    expect(wayOf('rm -rf /')).toBeUndefined();
  });
});
