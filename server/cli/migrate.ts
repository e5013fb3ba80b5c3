/** `migrate`: brings the tables up to date, which every start does as well. */
import { migrate, pendingMigrations } from '../db/migrate.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { withDatabase } from './open.ts';

export async function migrateCommand(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) {
    say(io.err, '“migrate” takes no words after it.');
    return EXIT.setting;
  }
  return withDatabase(
    io,
    async ({ db }) => {
      const pending = await pendingMigrations(db);
      await migrate(db);
      const done = pending.map((name) => `Done: ${name}`);
      say(io.out, [...done, 'The tables are up to date.'].join('\n'));
      return EXIT.done;
    },
    { migrate: false },
  );
}
