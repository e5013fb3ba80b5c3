import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECIPES } from '../../lib/crm/registry.ts';
import config from '../../wxt.config.ts';

/** What browsers show of the extension before any page of it runs, in every language there is. */
const ROOT = join(import.meta.dirname, '../..');
const catalogs = new Map(
  globSync('public/_locales/*/messages.json', { cwd: ROOT }).map((file) => [
    basename(dirname(file)),
    JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, { message: string }>,
  ]),
);
const english = Object.keys(catalogs.get('en') ?? {});

/** Every permission, and what it is for. Whoever adds one says so here and in docs/threat-model.md. */
const WHY = {
  storage: 'settings, and what was said and is not sent yet',
  alarms: 'sending what waits after the worker was stopped',
  scripting: 'starting on sites that were switched on',
  activeTab: 'the address of the tab whose toolbar button was pressed',
  unlimitedStorage: 'a browser short of space must not clear what is unsent',
  identity: 'the window in which somebody signs in with their company',
  sidePanel: 'the sidebar beside a page',
};

const manifestOf = async (browser: string, mode: string): Promise<Record<string, unknown>> => {
  const { manifest } = config;
  const env = { browser, mode, manifestVersion: 3 as const, command: 'build' as const };
  const made = typeof manifest === 'function' ? await manifest(env) : await manifest;
  return { ...made };
};

describe('the manifest', () => {
  it('has the same texts in every language, none of them empty or too long', () => {
    expect([...catalogs.keys()].sort()).toEqual(['de', 'en']);
    for (const [language, texts] of catalogs) {
      expect(Object.keys(texts), language).toEqual(english);
      for (const { message } of Object.values(texts)) expect(message.trim()).not.toBe('');
      // Chrome's limits.
      expect(texts.description?.message.length).toBeLessThanOrEqual(132);
      expect(texts.name?.message.length).toBeLessThanOrEqual(75);
    }
  });

  it.each(
    ['chrome', 'firefox'].flatMap((browser) => [
      [browser, 'production'],
      [browser, 'demo'],
    ]),
  )('of %s (%s) says nothing but by the catalogs', async (browser, mode) => {
    const manifest = await manifestOf(browser, mode);
    expect(manifest.default_locale).toBe('en');
    const said = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(english).toEqual(expect.arrayContaining(said));
    const shown = [
      manifest.name,
      manifest.description,
      ...Object.values((manifest.commands ?? {}) as Record<string, { description?: string }>).map(
        ({ description }) => description,
      ),
      ...(browser === 'firefox'
        ? [(manifest.sidebar_action as { default_title: string }).default_title]
        : []),
    ];
    for (const text of shown) expect(text).toMatch(/^__MSG_\w+__$/);
  });

  it.each(['chrome', 'edge', 'firefox'])(
    'of %s asks for what has a reason, and nothing else',
    async (browser) => {
      const manifest = await manifestOf(browser, 'production');
      const own = browser === 'firefox' ? [] : ['sidePanel'];
      const reasons = Object.keys(WHY).filter((name) => name !== 'sidePanel');
      expect(manifest.permissions).toEqual([...reasons, ...own]);
      expect(manifest.optional_permissions).toEqual(['notifications']);
      // No site at installation; any may be asked for, since a CRM can be anywhere.
      expect(manifest.host_permissions).toEqual([]);
      expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
      // Who reads the documents reads the same.
      const documented = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
      for (const name of Object.keys(WHY)) expect(documented).toContain(`\`${name}\``);
    },
  );

  it.each(['chrome', 'edge', 'firefox'])('of %s opens no door but the frames', async (browser) => {
    const manifest = await manifestOf(browser, 'production');
    const doors = [
      'externally_connectable',
      'content_scripts',
      'sandbox',
      'devtools_page',
      'update_url',
    ];
    expect(Object.keys(manifest).filter((key) => doors.includes(key))).toEqual([]);
    const open = manifest.web_accessible_resources as { resources: string[]; matches: string[] }[];
    expect(open.map(({ resources }) => resources)).toEqual([
      ['sidebar.html', 'row-card.html'],
      ['sidebar-elsewhere.html', 'row-card-elsewhere.html', 'teach.html'],
    ]);
    expect(open[0]?.matches).toEqual(RECIPES.flatMap(({ hosts }) => hosts));
    expect(
      open[0]?.matches.filter(
        (host) => !/^https:\/\/(\*\.)?[a-z0-9-]+\.[a-z0-9.-]+\/\*$/.test(host),
      ),
    ).toEqual([]);
    // What any site may frame lies at an address that no site can know.
    expect(open[1]).toMatchObject(browser === 'firefox' ? {} : { use_dynamic_url: true });
  });

  it.each(['chrome', 'firefox'])(
    'of %s lets its pages load and reach what they need',
    async (browser) => {
      const { content_security_policy } = await manifestOf(browser, 'production');
      const { extension_pages } = content_security_policy as { extension_pages: string };
      expect(extension_pages.split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "frame-src 'self'",
        'connect-src https: http://localhost:* http://127.0.0.1:*',
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]);
    },
  );

  it('is Manifest V3 with an id that stays, and says from which browser on, in each', async () => {
    for (const browser of ['chrome', 'edge', 'firefox']) {
      const manifest = await manifestOf(browser, 'production');
      // WXT puts in the number of the manifest, and the version of package.json.
      expect(config.manifestVersion).toBe(3);
      expect(manifest).not.toHaveProperty('version');
      if (browser === 'firefox') continue;
      expect(manifest).toMatchObject({ minimum_chrome_version: '121', key: expect.any(String) });
    }
    expect(await manifestOf('firefox', 'production')).toMatchObject({
      browser_specific_settings: {
        gecko: {
          id: 'truce@truce.example',
          strict_min_version: '142.0',
          data_collection_permissions: {
            required: ['personallyIdentifyingInfo', 'websiteContent'],
          },
        },
      },
    });
  });

  it('gives each browser its own panel', async () => {
    const chrome = await manifestOf('chrome', 'production');
    const firefox = await manifestOf('firefox', 'production');
    expect(chrome.side_panel).toEqual({ default_path: 'panel.html' });
    expect(firefox.sidebar_action).toMatchObject({
      default_panel: 'panel.html',
      open_at_install: false,
    });
  });
});
