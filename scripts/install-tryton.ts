/** Makes sure that the Tryton CRM is here, for the tests that drive it: from Debian, or not at all. */
import { existsSync } from 'node:fs';
import type { Progress } from '../demo/progress.ts';
import { aptCommand } from './apt.ts';
import { run } from './run.ts';

/** The web client's pages, for the server to serve. */
export const TRYTON_PAGES = '/usr/share/tryton-sao/www';

/** The pages are another program's from one release to the next, and this is the one that was looked at. */
const RELEASE = '6.0.';

const PYTHON = '/usr/lib/python3/dist-packages';
/** Debian's packages, each with something that is there when it is installed. */
const PACKAGES = {
  'tryton-server': '/usr/bin/trytond',
  'tryton-sao': `${TRYTON_PAGES}/index.html`,
  'tryton-modules-sale-opportunity': `${PYTHON}/trytond/modules/sale_opportunity`,
  'tryton-modules-party-relationship': `${PYTHON}/trytond/modules/party_relationship`,
  'tryton-proteus': `${PYTHON}/proteus`,
};

/**
 * @param progress where it says what it installs, or why Tryton cannot be had
 * @returns whether Tryton is here now
 * @throws RunFailed when apt-get has it and could not install it
 */
export async function ensureTryton(progress: Progress): Promise<boolean> {
  const missing = missingPackages();
  const apt = missing.length > 0 ? await aptCommand() : null;
  if (missing.length > 0 && !apt) {
    progress.say('Tryton is not here, and only apt-get as root could install it.');
    return false;
  }
  if (apt) await progress.step('Asking apt-get for Tryton', () => apt(['update']));
  const { installed, candidate } = await versions();
  const version = apt ? candidate : installed;
  if (!version.startsWith(RELEASE)) {
    progress.say(`Tryton ${RELEASE}x is needed; here it is ${version || 'not to be had'}.`);
    return false;
  }
  if (apt) {
    await progress.step(`Installing ${missing.join(', ')} with apt-get`, () =>
      apt(['install', '-y', '--no-install-recommends', ...missing]),
    );
  }
  return missingPackages().length === 0;
}

function missingPackages(): string[] {
  return Object.entries(PACKAGES)
    .filter(([, path]) => !existsSync(path))
    .map(([name]) => name);
}

/** @returns the client's version that is installed and the one that could be; empty where there is none */
async function versions(): Promise<{ installed: string; candidate: string }> {
  const env = { ...process.env, LC_ALL: 'C' };
  const policy = await run('apt-cache', 'apt-cache', ['policy', 'tryton-sao'], { cwd: '/', env });
  const said = (word: string) => {
    const version = new RegExp(`${word}: (\\S+)`).exec(policy)?.[1] ?? '';
    return version === '(none)' ? '' : version;
  };
  return { installed: said('Installed'), candidate: said('Candidate') };
}
