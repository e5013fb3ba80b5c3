import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('asks for no more than it uses, and each browser for its own panel', async () => {
    const always = ['storage', 'alarms', 'scripting', 'activeTab', 'unlimitedStorage', 'identity'];
    const chrome = await manifestOf('chrome', 'production');
    const firefox = await manifestOf('firefox', 'production');
    expect(chrome.permissions).toEqual([...always, 'sidePanel']);
    expect(firefox.permissions).toEqual(always);
    expect(chrome.host_permissions).toEqual([]);
    expect(chrome.side_panel).toEqual({ default_path: 'panel.html' });
    expect(firefox.sidebar_action).toMatchObject({
      default_panel: 'panel.html',
      open_at_install: false,
    });
  });
});
