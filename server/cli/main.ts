/** From words to the command: `npm run store -- <command>`. Each is loaded when it is asked for. */
import { EXIT } from './exit.ts';
import { HELP, helpOf, isCommand, type Name } from './help.ts';
import { type Command, type Io, say } from './io.ts';
import { settingsHelp } from './settings.ts';

const LOAD: Record<Name, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  drill: async () => (await import('./drill.ts')).drillCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  workspaces: async () => (await import('./workspaces-command.ts')).workspacesCommand,
};

/** @returns what the process ends with */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const [name = 'serve', ...args] = words;
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0], io);
  if (!isCommand(name)) {
    say(io.err, `There is no command “${name}”. ${HELP}`);
    return EXIT.setting;
  }
  if (args.includes('--help') || args.includes('-h')) return help(name, io);
  try {
    const command = await LOAD[name]();
    return await command(args, io);
  } catch (error) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    say(
      io.err,
      `“${name}” did not work: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return EXIT.unexpected;
  }
}

function help(name: string | undefined, io: Io): number {
  if (name === 'settings') {
    say(io.out, settingsHelp());
    return EXIT.done;
  }
  if (name !== undefined && !isCommand(name)) {
    say(io.err, `There is no command “${name}”. ${HELP}`);
    return EXIT.setting;
  }
  say(io.out, helpOf(name));
  return EXIT.done;
}
