import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';
import { DEMO_HOST } from './lib/crm/hosts.ts';
import { RECIPES } from './lib/crm/registry.ts';
import { fileNames } from './scripts/chunks.ts';

/** Hosts whose pages may frame the plain sidebar page: the vendors' clouds. */
const KNOWN_HOSTS = RECIPES.flatMap(({ hosts }) => hosts);

/** Public half of a key made once, so that unpacked, test and store builds have one id (the store keeps its own). */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2XEN07Rpx7S1hSamGwqvGzaiOVcVV8IMwGj9QruBVeosxbBXID11vxa5dMhOA9Lo0CHCRwjoCx9V4rGaXuwJm2fmur2+zZgj/d32c0qpSBSc6ooOdXdw/A7aqBqMj7DaEBI5PPsIMfJR9Y+aHMQUhQyIstGwXh3uAfHB9sJH15vkeIRYdAVKqvVxMNo3VbXKcwwL+OjTHuTZgyYRZNMrim1z9SJVq42ychlSYFgOR/zJWG9z57RD2xqEqQUoWaSjrPYsSwr79353vCazBysn+DrxAo5UI9jvIuefXdxZMc4kvSvY+kdNI0/wKwTCT6F14ZMFo3JA0JTkD6ZN/ZDIWwIDAQAB';

/** Only in an archive of sources: the key that its release was built with, so that whoever builds it gets the same bytes. */
const KEY_OF_RELEASE = new URL('repairs-key.txt', import.meta.url);

/**
 * Whom the build believes about repaired selectors (docs/repairs.md): the key in TRUCE_REPAIRS_KEY, or the one of the release
 * whose sources these are, else nobody. The demo also believes a test key that everybody has.
 */
function repairsKeys(mode: string): string[] {
  const kept = existsSync(KEY_OF_RELEASE) ? readFileSync(KEY_OF_RELEASE, 'utf8').trim() : '';
  const given = process.env.TRUCE_REPAIRS_KEY || kept;
  if (given && curveOf(given) !== 'prime256v1') {
    throw new Error('TRUCE_REPAIRS_KEY is not what `node scripts/repairs.ts new-key` prints.');
  }
  const test = new URL('tests/fixtures/repairs-test-key.json', import.meta.url);
  return [
    ...(given ? [given] : []),
    ...(mode === 'demo' ? [JSON.parse(readFileSync(test, 'utf8')).publicKey] : []),
  ];
}

/** @returns the curve of a public key in base64url; undefined when it is none, and nobody could sign with it */
function curveOf(spki: string): string | undefined {
  try {
    const key = Buffer.from(spki, 'base64url');
    return createPublicKey({ key, format: 'der', type: 'spki' }).asymmetricKeyDetails?.namedCurve;
  } catch {
    return undefined;
  }
}

/**
 * Keys that work wherever the person is, and can be changed in the browser. Digits with Alt+Shift are what nothing that
 * was looked at uses (docs/keys.md). Browsers take four suggestions, so the sidebar's own has none.
 */
const keyed = (digit: number, description: string) => ({
  suggested_key: { default: `Alt+Shift+${digit}`, mac: `MacCtrl+Shift+${digit}` },
  description,
});
const COMMANDS = {
  accept: keyed(1, '__MSG_commandAccept__'),
  recycle: keyed(2, '__MSG_commandRecycle__'),
  reject: keyed(3, '__MSG_commandReject__'),
  next: keyed(4, '__MSG_commandNext__'),
  toggle: { description: '__MSG_commandToggle__' },
};

/**
 * What our own pages may load and reach. The store's address is chosen by each team, so https is as narrow as that can be;
 * plain http only at home. No page may be told to turn text into script, whatever text it is.
 */
const PAGES_MAY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // A chart is drawn into a picture by way of an address that holds it.
  "img-src 'self' data:",
  // The sample of the sidebar in the options.
  "frame-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

// WXT takes the mode for NODE_ENV, which would give the demo React's development build.
process.env.NODE_ENV = 'production';

/**
 * Two builds of one source. `production` asks for no site at install: each CRM is switched on by hand.
 * `demo` may act on localhost from the start, which is where the demo CRM and the tests live.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: ({ mode }) => ({
    plugins: [react()],
    define: {
      'process.env.NODE_ENV': '"production"',
      __TRUCE_REPAIRS_KEYS__: JSON.stringify(repairsKeys(mode)),
    },
    build: { sourcemap: false },
  }),
  hooks: {
    // Scripts are built one by one, pages and background together.
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rollupOptions?.output;
      if (entrypoints.length === 1 || !output || Array.isArray(output)) return;
      output.codeSplitting = { groups: [{ debugName: 'pages', name: fileNames() }] };
    },
    // What the button is called comes from the catalogs too, and not from the popup's title.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
  },
  manifest: ({ browser, mode }) => {
    const demo = mode === 'demo';
    const local = ['http://localhost/*', 'http://127.0.0.1/*'];
    return {
      // In the browser's language: public/_locales.
      default_locale: 'en',
      name: demo ? '__MSG_nameDemo__' : '__MSG_name__',
      description: '__MSG_description__',
      // From here on elements say by themselves whether they can be seen, as lib/crm and lib/page ask them.
      minimum_chrome_version: '121',
      // What an organisation's administrator may set; Firefox takes it without a schema.
      ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
      // `identity` only opens the window in which somebody signs in with their company; no browser warns of it.
      // `sidePanel` only lets a person open Truce beside a page instead of in it; no browser warns of it either.
      permissions: [
        'storage',
        'alarms',
        'scripting',
        'activeTab',
        'unlimitedStorage',
        'identity',
        ...(browser === 'firefox' ? [] : ['sidePanel']),
      ],
      host_permissions: demo ? local : [],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      action: {},
      // The browser's own place for the same page: for those who prefer it, and for CRM pages that forbid frames.
      ...(browser === 'firefox'
        ? {
            sidebar_action: {
              default_panel: 'panel.html',
              default_title: '__MSG_panelTitle__',
              default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
              open_at_install: false,
            },
          }
        : { side_panel: { default_path: 'panel.html' } }),
      // Nothing is notified before somebody switched it on in the options, which asks.
      optional_permissions: ['notifications'],
      commands: COMMANDS,
      incognito: 'not_allowed',
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'truce@truce.example',
                // What is collected is asked at installation from 140 on, on Android from 142: one number for both.
                strict_min_version: '142.0',
                data_collection_permissions: {
                  required: ['personallyIdentifyingInfo', 'websiteContent'],
                },
              },
            },
          }
        : { key: CHROMIUM_KEY }),
      content_security_policy: { extension_pages: PAGES_MAY },
      web_accessible_resources: [
        {
          resources: ['sidebar.html', 'row-card.html'],
          matches: [...KNOWN_HOSTS, ...(demo ? [DEMO_HOST] : [])],
        },
        // Hosts that no manifest can know. The changing address keeps other sites from finding the extension;
        // the price is that pages with COEP cannot show it (the toolbar then says so).
        {
          resources: ['sidebar-elsewhere.html', 'row-card-elsewhere.html', 'teach.html'],
          matches: ['https://*/*', 'http://*/*'],
          ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
        },
      ],
    };
  },
});
