/**
 * What can be set for the store, in sentences: `npm run store -- help settings`, and docs/reference/settings.md. A test holds the
 * names and what they are without being set against the schemas that read them (server/env.ts, server/sign-on/settings.ts).
 */

export interface Setting {
  name: string;
  /** What it is when it is not set: a value as it could be set, or words in brackets. */
  without: string;
  what: string;
}

export interface SettingsGroup {
  title: string;
  settings: readonly Setting[];
}

const set = (name: string, without: string, what: string): Setting => ({ name, without, what });

export const SETTINGS: readonly SettingsGroup[] = [
  {
    title: 'Where it is',
    settings: [
      set(
        'TRUCE_URL',
        '(as the request says)',
        'How the outside reaches it: in invitations, addresses for tools, sign-on.',
      ),
      set('PORT', '4860', 'The port it listens on; 0 takes any that is free.'),
      set('HOST', '127.0.0.1', 'The address it listens on; 0.0.0.0 in a container.'),
      set(
        'TRUCE_TRUST_PROXY',
        '0',
        'How many proxies stand before it, whose word on the address of a request is believed.',
      ),
    ],
  },
  {
    title: 'Where its data is',
    settings: [
      set('DATABASE_URL', '(the embedded database)', 'A PostgreSQL server.'),
      set('TRUCE_DATA_DIR', '.truce', 'The folder of the embedded database.'),
      set(
        'TRUCE_KEY',
        '(a key kept in the database)',
        'What secrets of tools are sealed with. The same for every process, and kept for good.',
      ),
      set(
        'TRUCE_BACKUP_DIR',
        '(no backups)',
        'Where the running store puts backups of the embedded database.',
      ),
      set('TRUCE_BACKUP_EVERY', '1d', 'How often.'),
      set('TRUCE_BACKUP_KEEP', '7', 'How many of the newest stay.'),
    ],
  },
  {
    title: 'Who comes in',
    settings: [
      set('TRUCE_WORKSPACE', 'Our team', 'The name of the first workspace.'),
      set(
        'TRUCE_SETUP_CODE',
        '(a new one at every start)',
        'The code of the first administrator, where it has to be known before.',
      ),
      set(
        'TRUCE_IDLE_DAYS',
        '90',
        'After so many days in which it was not used, a browser has to be connected again.',
      ),
      set(
        'TRUCE_LIMITS',
        '(generous)',
        'How much may come in within ten seconds; off for no limit.',
      ),
    ],
  },
  {
    title: 'Sign-on with the company’s provider',
    settings: [
      set('TRUCE_OIDC_ISSUER', '(no sign-on)', 'The provider.'),
      set('TRUCE_OIDC_CLIENT_ID', '(needed with an issuer)', 'What the provider calls this store.'),
      set('TRUCE_OIDC_CLIENT_SECRET', '(needed with an issuer)', 'The secret that goes with it.'),
      set('TRUCE_OIDC_NAME', '(the issuer’s host)', 'What the button says: Sign in with ….'),
      set(
        'TRUCE_OIDC_DOMAINS',
        '(only who was invited)',
        'Whoever has a verified address there may come in by themselves.',
      ),
      set('TRUCE_OIDC_ROLE', 'rep', 'What they are then.'),
      set(
        'TRUCE_OIDC_ADMINS',
        '(nobody)',
        'Addresses of those who are administrators whenever they sign on.',
      ),
      set(
        'TRUCE_OIDC_TRUST_EMAIL',
        'false',
        'Believe addresses though the provider does not say that they were verified.',
      ),
      set(
        'TRUCE_REDIRECT_URIS',
        '(of our own builds)',
        'Where sign-on may lead back to, for builds of the extension that are not ours.',
      ),
    ],
  },
  {
    title: 'What goes out, and what is told',
    settings: [
      set(
        'TRUCE_HOOKS_PRIVATE',
        '(not allowed)',
        'allow: webhooks may go inside the network, and over http.',
      ),
      set('TRUCE_REPAIRS', '(none)', 'A file of repaired selectors.'),
      set(
        'TRUCE_METRICS_TOKEN',
        '(this machine only)',
        'What a reader of /metrics shows as bearer token.',
      ),
      set(
        'TRUCE_LOG_LEVEL',
        'info',
        'How much it says: trace, debug, info, warn, error or silent.',
      ),
      set(
        'TRUCE_STOP_DELAY',
        '0s',
        'How long it goes on serving after it was asked to stop, while /readyz says 503.',
      ),
    ],
  },
];

/** @returns all of them, to print */
export function settingsHelp(): string {
  const width = Math.max(
    ...SETTINGS.flatMap(({ settings }) => settings.map(({ name }) => name.length)),
  );
  const lines = SETTINGS.flatMap(({ title, settings }) => [
    '',
    title,
    ...settings.map(
      ({ name, without, what }) =>
        `  ${name.padEnd(width)}  ${what} [${without.replace(/^\(|\)$/g, '')}]`,
    ),
  ]);
  return [
    'Settings, all by environment. In brackets: what it is when it is not set.',
    ...lines,
  ].join('\n');
}
