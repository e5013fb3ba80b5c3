/** docs/reference/settings.md: what can be set for the store, and for the extension by policy. */
import { SETTINGS } from '../../../server/cli/settings.ts';
import { readEnv } from '../../../server/env.ts';
import { cell, GENERATED } from './words.ts';

/** What no setting takes, so that the schema says what it would. */
const NONSENSE = '\u0000';
/** So that what is said is about the one setting that is asked for. */
const SIGN_ON = {
  TRUCE_URL: 'https://truce.acme.example',
  TRUCE_OIDC_ISSUER: 'https://login.acme.example',
  TRUCE_OIDC_CLIENT_ID: 'truce',
  TRUCE_OIDC_CLIENT_SECRET: 'secret',
};

/** @returns what the schema says of a value that cannot be one: `has to look like …`; nothing when any text will do */
function formOf(name: string): string {
  const env = readEnv({ ...(name.startsWith('TRUCE_OIDC') ? SIGN_ON : {}), [name]: NONSENSE });
  if (env.ok) return '';
  const [, form = ''] =
    new RegExp(`^${name} (has to .+|is not .+)\\.$`).exec(env.problem.detail) ?? [];
  return form.startsWith('has to') ? form : '';
}

export function settingsPage(): string {
  const groups = SETTINGS.map(({ title, settings }) =>
    [
      `## ${title}`,
      '',
      '| setting | without it | what it is | a value |',
      '|---|---|---|---|',
      ...settings.map(({ name, without, what }) => {
        const is = without.startsWith('(') ? without.slice(1, -1) : `\`${without}\``;
        return `| \`${name}\` | ${cell(is)} | ${cell(what)} | ${cell(formOf(name))} |`;
      }),
    ].join('\n'),
  );
  return [
    '# Settings of the store',
    '',
    `${GENERATED} The same in a terminal: \`npm run store -- help settings\`.`,
    '',
    'All by environment. An empty one counts as not set; a wrong one ends the start with a sentence that names it. How they belong together: [running the store](../deploy.md), [sign-on](../sign-on.md).',
    '',
    groups.join('\n\n'),
    '',
  ].join('\n');
}
