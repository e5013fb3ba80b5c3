/** Of a PostgreSQL server: its own program, where it is installed. */
import { rename, rm } from 'node:fs/promises';
import { EXIT } from '../cli/exit.ts';
import { type Io, say } from '../cli/io.ts';
import { runProgram } from './pg-program.ts';

const ADVICE =
  'For a store that must not lose a minute, archive its log as well (point-in-time recovery), or use what your provider offers: docs/deploy.md.';

/** @returns what the command ends with */
export async function pgDump(databaseUrl: string, file: string, io: Io): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const words = ['--format=custom', `--file=${unfinished}`];
  const { code, said } = await runProgram('pg_dump', words, databaseUrl, io.env.PATH);
  if (code === 'missing') {
    const how = `Install PostgreSQL's client programs, or run on the server: pg_dump --format=custom --file=${file} DATABASE`;
    say(io.err, `pg_dump is not installed here. ${how}\n${ADVICE}`);
    return EXIT.unexpected;
  }
  if (code !== 0) {
    await rm(unfinished, { force: true });
    say(io.err, `pg_dump could not do it: ${said}`);
    say(io.err, 'It has to be of the same version as the server, or a newer one.');
    return EXIT.unexpected;
  }
  await rename(unfinished, file);
  say(
    io.out,
    `${file}: written by pg_dump. To restore: pg_restore --dbname=EMPTY_DATABASE ${file}`,
  );
  say(io.err, ADVICE);
  return EXIT.done;
}
