/** Policies of an organisation, in the forms that browsers and systems read: one set of settings, every file from it. */
import { createHash } from 'node:crypto';

export interface Roll {
  /** Id of the package in Chrome and Edge, and in Firefox. */
  chromiumId: string;
  firefoxId: string;
  /** Where browsers look for new versions. */
  chromiumUpdates: string;
  firefoxUpdates: string;
  firefoxPackage: string;
  /** What is set for Truce itself: the keys of docs/roll-out.md. */
  settings: Record<string, unknown>;
}

/** @returns the files of policies by name */
export function policyFiles(roll: Roll): Record<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'chrome.json': json(chromePolicy(roll)),
    'edge.json': json(edgePolicy(roll)),
    'firefox-policies.json': json(firefoxPolicy(roll)),
    'windows.reg': windowsRegistry(roll),
    'macos.mobileconfig': macProfile(roll),
  };
}

const forced = ({ chromiumId, chromiumUpdates }: Roll) => ({
  [chromiumId]: {
    installation_mode: 'force_installed',
    update_url: chromiumUpdates,
    toolbar_pin: 'force_pinned',
  },
});

/** Chrome and Chromium on Linux; the same words are what other systems take, each in its own form. */
function chromePolicy(roll: Roll) {
  return {
    ExtensionSettings: forced(roll),
    '3rdparty': { extensions: { [roll.chromiumId]: roll.settings } },
  };
}

/** Edge on Linux: as Chrome, but for the name of pinning. */
function edgePolicy(roll: Roll) {
  const { toolbar_pin, ...rest } = forced(roll)[roll.chromiumId] ?? {};
  return {
    ExtensionSettings: { [roll.chromiumId]: { ...rest, toolbar_state: 'force_shown' } },
    '3rdparty': { extensions: { [roll.chromiumId]: roll.settings } },
  };
}

/** Firefox on every system. */
function firefoxPolicy({ firefoxId, firefoxPackage, firefoxUpdates, settings }: Roll) {
  return {
    policies: {
      ExtensionSettings: {
        [firefoxId]: {
          installation_mode: 'force_installed',
          install_url: firefoxPackage,
          update_url: firefoxUpdates,
          default_area: 'navbar',
        },
      },
      '3rdparty': { Extensions: { [firefoxId]: settings } },
    },
  };
}

/** Chrome and Edge on Windows, for machines without templates of group policy: `reg import windows.reg`. */
function windowsRegistry(roll: Roll): string {
  const one = (vendor: string, policy: { ExtensionSettings: unknown }) => {
    const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}`;
    const values = Object.entries(roll.settings).map(
      ([key, value]) => `"${key}"=${asValue(value)}`,
    );
    return [
      `[${root}]`,
      `"ExtensionSettings"=${asValue(policy.ExtensionSettings)}`,
      '',
      `[${root}\\3rdparty\\extensions\\${roll.chromiumId}\\policy]`,
      ...values,
      '',
    ];
  };
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...one('Google\\Chrome', chromePolicy(roll)),
    ...one('Microsoft\\Edge', edgePolicy(roll)),
  ];
  return lines.join('\r\n');
}

/** Numbers are numbers there, everything else is text; lists are JSON. */
function asValue(value: unknown): string {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${said.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Chrome and Edge on a Mac: a configuration profile, to be handed out by whatever manages the Macs. */
function macProfile(roll: Roll): string {
  const parts = [
    ['com.google.Chrome', { ExtensionSettings: chromePolicy(roll).ExtensionSettings }],
    [`com.google.Chrome.extensions.${roll.chromiumId}`, roll.settings],
    ['com.microsoft.Edge', { ExtensionSettings: edgePolicy(roll).ExtensionSettings }],
    [`com.microsoft.Edge.extensions.${roll.chromiumId}`, roll.settings],
  ] as const;
  const payloads = parts.map(([type, values]) => ({
    PayloadType: type,
    PayloadIdentifier: `truce.${type}`,
    PayloadUUID: uuidOf(type),
    PayloadVersion: 1,
    ...values,
  }));
  const profile = {
    PayloadType: 'Configuration',
    PayloadDisplayName: 'Truce',
    PayloadIdentifier: 'truce',
    PayloadScope: 'System',
    PayloadUUID: uuidOf('truce'),
    PayloadVersion: 1,
    PayloadContent: payloads,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0">\n${asPlist(profile, '')}\n</plist>\n`,
  ].join('\n');
}

function asPlist(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value !== 'object' || value === null) {
    return `${indent}<string>${escaped(String(value))}</string>`;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => asPlist(item, deeper));
    return [`${indent}<array>`, ...items, `${indent}</array>`].join('\n');
  }
  const pairs = Object.entries(value).flatMap(([key, held]) => [
    `${deeper}<key>${escaped(key)}</key>`,
    asPlist(held, deeper),
  ]);
  return [`${indent}<dict>`, ...pairs, `${indent}</dict>`].join('\n');
}

/** @returns a text as XML has it */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** The same name gives the same id, so that a profile replaces the one before. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`truce ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
