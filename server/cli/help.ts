/** What can be typed, in sentences. */

interface Described {
  summary: string;
  /** What comes after the name. */
  words: string;
  more: string;
}

const COMMANDS = {
  serve: {
    summary: 'Runs the store until it is asked to stop. What happens without a command.',
    words: '',
    more: `Ctrl-C or SIGTERM lets what is under way finish; a second one ends it at once.
Ends with 2 for a bad setting, 3 when another process has the data folder, 4 when the port is taken.`,
  },
  migrate: {
    summary: 'Brings the tables up to date and ends. Every start does the same.',
    words: '',
    more: 'Safe to run again and beside running stores of the release before; says what was done.',
  },
  import: {
    summary: 'Reads a CSV or NDJSON file of a tool into the store.',
    words: 'FILE [--map FILE.json] [--dry-run] [--workspace NAME] [--url STORE --token TOKEN]',
    more: `Reads it through first and says what is in it; then writes it, with progress. Known exports (HubSpot, Marketo,
Mailchimp, Salesforce, Segment) need no --map; docs/imports.md says what goes into one. Ctrl-C stops; the same command
goes on. With --url (and --token or TRUCE_TOKEN) the file goes through a store that runs.`,
  },
  export: {
    summary: 'Writes leads, events, feedback or definitions as CSV or NDJSON.',
    words: 'WHAT [--format csv|ndjson] [--out FILE] [--workspace NAME or ID]',
    more: `WHAT is leads, events, feedback or definitions. Without --out it goes to the standard output. Events as NDJSON are messages
in Segment's shape, which “import” reads again. While a store runs on the embedded database, an administrator gets the
same files from it: GET /api/export/events?format=ndjson.`,
  },
  backup: {
    summary: 'Writes a backup of the database, also while the store runs.',
    words: '[FILE or FOLDER]',
    more: `Without a file it goes to TRUCE_BACKUP_DIR, else to the current folder, as truce-<time>.tar.gz.
The embedded database is copied by the store that runs on it, which goes on serving. Of a PostgreSQL server
(DATABASE_URL) pg_dump is run if it is installed, into truce-<time>.dump.`,
  },
  restore: {
    summary: 'Makes the embedded database from a backup, in an empty data folder.',
    words: 'FILE [--force] [--check]',
    more: `Every file is compared with its checksum first. With --force a database that is there is moved aside to
pg.before-<time>, not deleted. With --check nothing is written: it only says whether the backup is whole.`,
  },
  drill: {
    summary: 'Tries the way back: backs up, restores beside it, compares, says how long it took.',
    words: '[--into postgres://…/EMPTY_DATABASE]',
    more: `Nothing that is in use is touched, and a store that runs goes on. The embedded database is restored in a temporary folder
for a moment. Of a PostgreSQL server (DATABASE_URL) pg_dump and pg_restore are run, into the database after --into, which has
to be empty and stays for you to look at. Ends with 1 when anything is missing, or its secrets do not open with TRUCE_KEY.`,
  },
  doctor: {
    summary: 'Looks at everything and says in a sentence each what to do.',
    words: '[--json]',
    more: 'Ends with 1 when something is broken, else with 0. Changes nothing.',
  },
  workspaces: {
    summary: 'Lists workspaces, adds one, or makes another code for one that nobody has come into.',
    words: 'list | add NAME | code ID',
    more: '',
  },
} satisfies Record<string, Described>;

export type Name = keyof typeof COMMANDS;

export function isCommand(name: string): name is Name {
  return Object.hasOwn(COMMANDS, name);
}

const names = Object.keys(COMMANDS).filter(isCommand);

/** Where to go on reading. */
export const HELP = `There are: ${names.join(', ')}. “npm run store -- help” says what they do.`;

/** @returns what to print, for one command or all */
export function helpOf(name: Name | undefined): string {
  if (name !== undefined) {
    const { summary, words, more }: Described = COMMANDS[name];
    return [`npm run store -- ${name} ${words}`.trim(), '', summary, more].join('\n').trim();
  }
  const width = Math.max(...names.map((one) => one.length));
  return [
    'npm run store -- <command>',
    '',
    ...names.map((one) => `  ${one.padEnd(width)}  ${COMMANDS[one].summary}`),
    '',
    'Settings come from the environment: “help settings” lists them. “--help” after a command says more.',
  ].join('\n');
}
