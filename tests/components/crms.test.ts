import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { callsOf, focusOf, galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
let page: Page;
let hands: ReturnType<typeof handsOn>;

beforeEach(async () => {
  await page?.close();
  page = await gallery.newPage();
  hands = handsOn(page);
});

const show = (screen: string) => gallery.show(page, screen, { width: 1000 });
const namesShown = () =>
  page.$$eval('[data-crm] bdi[id]', (names) => names.map((name) => name.textContent));
const chosen = () =>
  page.$eval('select[name=crm]', (select) => (select as HTMLSelectElement).value);
const alerts = () => page.$$eval('[role="alert"]', (all) => all.map((each) => each.textContent));

describe('the list of CRMs by keyboard', () => {
  it('begins with those in use, shows all on request, and finds by typing', async () => {
    await show('options-crms-missing');
    expect(await namesShown()).toEqual([
      'Atomic CRM',
      'HubSpot',
      'Pipedrive',
      'Salesforce',
      'Zoho CRM',
    ]);
    await hands.tabTo('all-crms');
    await hands.press('Enter');
    const all = await namesShown();
    expect(all).toHaveLength(27);
    expect(all.slice(0, 6).at(-1)).toBe('Attio');
    await hands.tabTo('find-crm');
    await page.keyboard.type('SUITE crm');
    expect(await namesShown()).toEqual(['SuiteCRM 7', 'SuiteCRM 8']);
    await hands.press('7', '7');
    expect(await namesShown()).toEqual([]);
    expect(await page.$eval('#crms', (part) => part.textContent)).toContain('none of 27');
  });

  it('switches with Space, says so to screen readers, and a line stays where it is', async () => {
    await show('options-crms-none');
    const line = await page.$('[data-crm="hubspot"] [role="switch"]');
    const seen = await page.accessibility.snapshot({ root: line ?? undefined });
    expect(seen).toMatchObject({ role: 'switch', name: 'HubSpot', description: '*.hubspot.com' });
    expect(seen?.checked).toBeFalsy();
    await line?.focus();
    await hands.press('Space');
    expect(await hands.saidLast('onSwitchCloud')).toEqual({ id: 'hubspot', on: true });
    expect(await focusOf(page)).toBe('switch');
  });

  it('offers to allow again what is on without its permission, and to switch it off', async () => {
    await show('options-crms-missing');
    await page.click('[data-crm="zoho"] [data-action="allow-cloud"]');
    expect(await hands.saidLast('onSwitchCloud')).toEqual({ id: 'zoho', on: true });
    await page.click('[data-crm="zoho"] [role="switch"]');
    expect(await hands.saidLast('onSwitchCloud')).toEqual({ id: 'zoho', on: false });
  });

  it('leads from a CRM without a cloud to the form for its address', async () => {
    await show('options-crms-search');
    await page.click('[data-crm="suitecrm8"] [data-action="add-address"]');
    expect(await focusOf(page)).toBe('site');
    expect(await chosen()).toBe('suitecrm8');
    await page.keyboard.type('intranet.example/suite');
    await hands.press('Enter');
    expect(await hands.saidLast('onAddSite')).toEqual({
      origin: 'https://intranet.example',
      crm: 'suitecrm8',
    });
  });

  it('says what is missed since when, and starts counting anew', async () => {
    await show('options-crms-complaints');
    const said = await page.$eval('[data-complaint="salesforce"]', (part) => part.textContent);
    expect(said).toContain('Name not found on 9 of the last 10 Salesforce leads since Tuesday');
    expect(said).toContain(
      'Email not found on any of the last 10 Salesforce contacts since yesterday',
    );
    await page.click('[data-complaint="salesforce"] [data-action="count-anew"]');
    expect(await hands.saidLast('onCountAnew')).toBe('salesforce');
  });
});

describe('an address of one’s own', () => {
  it('suggests its CRM, and whatever was chosen by hand counts', async () => {
    await show('options-crms-guess');
    expect(await chosen()).toBe('odoo');
    await page.select('select[name=crm]', 'krayin');
    await page.focus('[name=site]');
    await hands.press('End', 'x', 'Enter');
    expect(await hands.saidLast('onAddSite')).toEqual({
      origin: 'https://odoo.example.comx',
      crm: 'krayin',
    });
  });

  it('adds nothing before somebody said which CRM it is', async () => {
    await show('options-crms-none');
    await page.focus('[name=site]');
    await page.keyboard.type('crm.example.com');
    await hands.press('Enter');
    expect(await alerts()).toEqual(['Choose which CRM it is.']);
    expect(await callsOf(page)).toEqual([]);
  });
});

describe('taught CRMs', () => {
  it('shows what stands in a file before it is added', async () => {
    await show('options-crms-preview');
    const preview = await page.$eval('[data-preview]', (part) => part.textContent);
    expect(preview).toContain('/crm/people/{id}/**');
    expect(preview).toContain('name, email and company');
    expect(preview).toContain('It replaces Harbour, which you have already.');
    expect(await focusOf(page)).toBe('Recipe for Harbour');
    expect(await callsOf(page)).toEqual([]);
    await hands.press('Tab', 'Enter');
    await page.waitForSelector('[data-action="use-added"]');
    expect(await hands.saidLast('onAddRecipe')).toMatchObject({ id: 'harbour' });
    expect(await focusOf(page)).toBe('recipe');
    await page.click('[data-action="use-added"]');
    expect(await chosen()).toBe('harbour');
  });

  it('keeps nothing of a file that is cancelled or refused', async () => {
    await show('options-crms-preview');
    await hands.press('Tab', 'Tab', 'Enter');
    expect(await focusOf(page)).toBe('recipe');
    expect(await hands.there('[data-preview]')).toBe(false);
    await show('options-crms-refused');
    expect((await alerts()).join()).toContain('page › facts › email: this is no selector');
    expect(await callsOf(page)).toEqual([]);
  });

  it('asks before one is removed; Esc keeps it', async () => {
    await show('options-crms-taught');
    await page.focus('[data-taught="acme"] [data-action="forget-recipe"]');
    await hands.press('Enter', 'Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await callsOf(page)).toEqual([]);
    expect(await focusOf(page)).toBe('forget-recipe');
    await hands.press('Enter', 'Tab', 'Enter');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await callsOf(page)).toEqual([{ name: 'onForgetRecipe', said: 'acme' }]);
  });

  it('lets administrators share, and nobody else', async () => {
    await show('options-crms-taught');
    expect(await hands.there('[data-action="share"], [data-action="unshare"]')).toBe(false);
    await show('options-crms-admin');
    await page.click('[data-taught="acme"] [data-action="share"]');
    expect(await hands.saidLast('onShareRecipe')).toBe('acme');
    for (const id of ['harbour', 'old-books']) {
      await page.click(`[data-taught="${id}"] [data-action="unshare"]`);
      expect(await hands.saidLast('onUnshareRecipe')).toBe(id);
    }
  });
});

describe('the popup on a site that Truce does not read', () => {
  it('offers the guess first and chosen, and teaching for all others', async () => {
    await gallery.show(page, 'popup-guess');
    const offered = await page.$$eval('option:not([value=""])', (all) =>
      all.map((each) => each.textContent),
    );
    expect(offered[0]).toBe('Odoo');
    expect(offered.slice(1)).toEqual(
      [...offered.slice(1)].sort((a, b) => (a ?? '').localeCompare(b ?? '')),
    );
    await page.click('[data-action="use-here"]');
    expect(await hands.saidLast('onUseHere')).toBe('odoo');
    await page.click('[data-action="teach-here"]');
    expect((await callsOf(page)).at(-1)?.name).toBe('onTeachHere');
  });

  it('starts nothing before somebody said which CRM it is', async () => {
    await gallery.show(page, 'popup-other');
    await page.click('[data-action="use-here"]');
    expect(await alerts()).toEqual(['Choose which CRM it is.']);
    expect(await callsOf(page)).toEqual([]);
  });

  it('offers nothing that the organisation has switched off, and says whom to ask', async () => {
    await gallery.show(page, 'popup-closed');
    expect(await page.$eval('main', (part) => part.textContent)).toContain(
      'Your organization decides where Truce works',
    );
    for (const screen of ['popup-closed', 'popup-crm-closed', 'popup-open-closed']) {
      await gallery.show(page, screen);
      expect(await hands.there('[data-action="teach-here"], [data-action="use-here"]')).toBe(false);
    }
  });
});
