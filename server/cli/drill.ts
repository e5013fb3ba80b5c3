/** `drill`: whether the way back works, without touching what is in use. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drill, type Report } from '../backup/drill.ts';
import { drilledHere } from '../backup/drill-embedded.ts';
import { drilledServer } from '../backup/drill-server.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { settingsFor } from './open.ts';

export async function drillCommand(args: readonly string[], io: Io): Promise<number> {
  const [flag, into, ...more] = args;
  const env = settingsFor(io);
  if (env === null) return EXIT.setting;
  const wantsInto = env.databaseUrl !== null;
  if (
    more.length > 0 ||
    (flag !== undefined && flag !== '--into') ||
    wantsInto !== (into !== undefined)
  ) {
    say(
      io.err,
      wantsInto
        ? '“drill” of a PostgreSQL server takes --into postgres://…/EMPTY_DATABASE, where the copy is restored.'
        : '“drill” of the embedded database takes nothing: the copy is restored in a folder for a moment.',
    );
    return EXIT.setting;
  }
  const folder = await mkdtemp(join(tmpdir(), 'truce-drill-'));
  try {
    const steps =
      into === undefined ? drilledHere(env, folder) : drilledServer(env, into, folder, io.env.PATH);
    const report = await drill(steps, () => performance.now());
    say(io.out, shown(report));
    say(
      io.out,
      into === undefined
        ? 'The copy was removed.'
        : `The copy is still in ${nameOf(into)}: drop it.`,
    );
    return report.isGood ? EXIT.done : EXIT.unexpected;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function nameOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} on ${host}`;
}

function shown({ rows, found, ms, isGood }: Report): string {
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
  const line = (name: string, ...cells: (string | number)[]) =>
    `${name.padEnd(12)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
  return [
    `Backup made in ${seconds(ms.backUp)}, restored in ${seconds(ms.restore)}, opened and counted in ${seconds(ms.look)}.`,
    '',
    line('', 'here before', 'restored', 'here after'),
    ...rows.map(
      ({ table, before, restored, after, isRight }) =>
        `${line(table, before, restored, after)}${isRight ? '' : '   MISSING'}`,
    ),
    '',
    ...found
      .filter(({ state }) => state !== 'fine')
      .map(
        ({ state, what, says }) => `${state === 'broken' ? 'BROKEN' : 'look'}  ${what}: ${says}`,
      ),
    isGood
      ? 'All that was here is in the copy, it opens, and its secrets open.'
      : 'THE WAY BACK DOES NOT WORK. What is in use was not touched.',
  ].join('\n');
}
