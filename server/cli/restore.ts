/** `restore`: the embedded database out of a backup. */
import { resolve } from 'node:path';
import { restore } from '../backup/restore.ts';
import { unpack } from '../backup/unpack.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { settingsFor } from './open.ts';

const FLAGS = new Set(['--force', '--check']);

export async function restoreCommand(args: readonly string[], io: Io): Promise<number> {
  const files = args.filter((arg) => !FLAGS.has(arg));
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith('-')) {
    say(io.err, '“restore” takes one backup file, and --force or --check.');
    return EXIT.setting;
  }
  const env = settingsFor(io);
  if (env === null) return EXIT.setting;
  if (args.includes('--check')) return check(resolve(file), io);
  if (env.databaseUrl !== null) {
    say(
      io.err,
      'DATABASE_URL is set, and these backups are of the embedded database. For a PostgreSQL server use pg_restore (docs/deploy.md).',
    );
    return EXIT.setting;
  }
  const restored = await restore(resolve(file), env.dataDir, args.includes('--force'), Date.now());
  if (!restored.ok) {
    const { title, detail, code } = restored.problem;
    say(io.err, `${title}. ${detail}`);
    return code === 'conflict' ? EXIT.folderInUse : EXIT.unexpected;
  }
  const { madeAt, former } = restored.value;
  const aside =
    former === null ? '' : ` What was there is in ${former}; delete it when all is well.`;
  say(io.out, `${env.dataDir} is as of ${madeAt}.${aside}`);
  if (env.key !== null) {
    say(
      io.err,
      'Secrets open only with the TRUCE_KEY they were sealed with; “doctor” says whether they do.',
    );
  }
  return EXIT.done;
}

async function check(file: string, io: Io): Promise<number> {
  const read = await unpack(file, null);
  if (!read.ok) {
    say(io.err, `${read.problem.title}. ${read.problem.detail}`);
    return EXIT.unexpected;
  }
  say(io.out, `${file} is whole, as of ${read.value.madeAt}.`);
  return EXIT.done;
}
