/** Finds a Chromium and a Firefox on this machine: what the person named first, then where they usually are. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, posix, win32 } from 'node:path';

/** A Chromium for tests and measurements: as root, without a screen's driver, and asking nobody for anything. */
export const QUIET_CHROMIUM: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the search looks at; a parameter so that it can be asked about other machines. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
  isProgram(path: string): boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram,
};

/**
 * Names on the PATH and usual places. Chromium proper comes first, because branded Chrome (137 and later)
 * takes unpacked extensions only over the debugging pipe.
 */
const CHROMIUM: Places = {
  env: 'TRUCE_CHROMIUM',
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  mac: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  windows: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
};

const FIREFOX: Places = {
  env: 'TRUCE_FIREFOX',
  names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  mac: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  windows: ['Mozilla Firefox\\firefox.exe'],
};

interface Places {
  env: string;
  names: string[];
  mac: string[];
  windows: string[];
}

/** @returns path of Chromium, Chrome, Edge or Brave, or null. `TRUCE_CHROMIUM` names one outright. */
export function findChromium(machine: Machine = thisMachine): string | null {
  return find(CHROMIUM, machine);
}

/** @returns path of Firefox, or null. `TRUCE_FIREFOX` names one outright. */
export function findFirefox(machine: Machine = thisMachine): string | null {
  return find(FIREFOX, machine);
}

function find(places: Places, machine: Machine): string | null {
  const named = machine.env[places.env];
  if (named) return machine.isProgram(named) ? named : null;
  return candidates(places, machine).find((path) => machine.isProgram(path)) ?? null;
}

function candidates(places: Places, { platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => places.windows.map((place) => win32.join(root, place)));
  }
  const usual =
    platform === 'darwin' ? places.mac.flatMap((place) => [place, posix.join(home, place)]) : [];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  // A service's PATH can be shorter than a person's.
  const everywhere = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  const onPath = places.names.flatMap((name) => everywhere.map((dir) => posix.join(dir, name)));
  return [...usual, ...onPath];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
