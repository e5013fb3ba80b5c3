import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { callsOf, galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
let page: Page;
let hands: ReturnType<typeof handsOn>;

beforeEach(async () => {
  await page?.close();
  page = await gallery.newPage();
  hands = handsOn(page);
});

const wide = { width: 1440 };
const textOf = (selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);
const inside = (selector: string) =>
  page.evaluate((part) => document.activeElement?.closest(part) !== null, selector);
const changes = () => textOf('[data-part="in-words"]');

describe('the lead definition by keyboard', () => {
  it('changes points in their cell, says it in words, undoes it and does it again', async () => {
    await gallery.show(page, 'definition-in-force', wide);
    await page.focus('[data-rule="pricing"] input');
    await hands.chord('Control', 'a');
    await page.keyboard.type('-7');
    await hands.press('Tab');
    expect(await changes()).toContain('“Looked at pricing” counts −7, was 5');
    expect(await textOf('[data-part="edits"]')).toContain('Not saved: 1 change');
    await page.focus('[data-part="edits"] [data-action="undo"]');
    await hands.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-part="in-words"]'));
    await hands.tabTo('redo');
    await hands.press('Enter');
    await page.waitForSelector('[data-part="in-words"]');
    await hands.tabTo('save-draft');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="sign-marketing"]');
  });

  it('adds a rule, which cannot be saved before it has a name and words', async () => {
    await gallery.show(page, 'definition-in-force', wide);
    await hands.tabTo('add-fit');
    await hands.press('Enter');
    await page.waitForSelector('[data-rule="rule-1"]');
    expect(await textOf('[data-part="edits"]')).toContain('2 things to correct');
    await page.select('[data-side="fit"] select', 'came-from');
    await page.type('textarea[name$="test.values"]', 'career-fair\nstudents');
    await page.type('[data-side="fit"] input[name$="label"]', 'From the fair');
    expect(await textOf('[data-part="edits"]')).not.toContain('to correct');
    expect(await changes()).toContain('“From the fair” is new and counts 1');
  });

  it('types the same thing as JSON, and keeps what is no definition yet', async () => {
    await gallery.show(page, 'definition-in-force', wide);
    await page.click('[value="json"]');
    const area = await page.waitForSelector('[name="json"]');
    await area?.focus();
    await hands.chord('Control', 'End');
    await page.keyboard.type('x');
    expect(await textOf('[data-part="edits"]')).toContain('This is no JSON');
    await page.click('[value="form"]');
    await page.click('[value="json"]');
    expect(
      await page.$eval('[name="json"]', (field) => (field as HTMLTextAreaElement).value),
    ).toMatch(/\}x$/);
  });

  it('signs for one’s own side only, and never for both', async () => {
    await gallery.show(page, 'definition-rep', wide);
    expect(await hands.there('[data-rule="pricing"] input')).toBe(false);
    expect(await hands.there('[data-action="sign-marketing"]')).toBe(false);
    await hands.tabTo('sign-sales');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="withdraw-sales"]');
    expect(await hands.saidLast('onSign')).toBe('sales');
    expect(await inside('[data-part="signatures"]')).toBe(true);
    await gallery.show(page, 'definition-draft', wide);
    expect(await textOf('[data-part="signatures"]')).toContain('nobody signs for both');
  });

  it('puts in force only what both have signed, and rolls back when asked once', async () => {
    await gallery.show(page, 'definition-draft', wide);
    await hands.tabTo('to-signatures');
    await hands.press('Enter');
    await hands.tabTo('publish');
    await hands.press('Enter');
    expect((await callsOf(page)).some(({ name }) => name === 'onPublish')).toBe(false);
    await gallery.show(page, 'definition-signed', wide);
    await hands.tabTo('to-signatures');
    await hands.press('Enter');
    await hands.tabTo('publish');
    await hands.press('Enter');
    expect((await callsOf(page)).some(({ name }) => name === 'onPublish')).toBe(true);
    await page.click('[value="versions"]');
    await page.focus('[value="versions"]');
    await hands.tabTo('roll-back-6');
    await hands.press('Enter');
    expect(await textOf('dialog[open]')).toContain('v8 will say what v6 said');
    await hands.tabTo('act');
    await hands.press('Enter');
    expect(await hands.saidLast('onRollBack')).toBe(6);
  });

  it('takes the day of the start as it is typed, once it is one', async () => {
    await gallery.show(page, 'definition-draft', wide);
    await page.focus('[name="starts-on"]');
    await page.keyboard.type('12122026');
    const typed = () =>
      page.$eval('[name="starts-on"]', (field) => (field as HTMLInputElement).value);
    expect(await typed()).toBe('2026-12-12');
    const said = (await callsOf(page))
      .filter(({ name }) => name === 'onStart')
      .map((call) => String(call.said));
    expect(said.at(-1)).toBe('2026-12-12');
    // A year begins with 0002.
    expect(said.filter((day) => day < '2026-11-23')).toEqual([]);
    await hands.press('Tab');
    await hands.press('Tab');
    expect(await typed()).toBe('2026-12-12');
  });

  it('brings a draft of an older version up to date with one press', async () => {
    await gallery.show(page, 'definition-outdated', wide);
    await hands.tabTo('save-again');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="sign-marketing"]');
    expect(await hands.there('[data-action="save-again"]')).toBe(false);
    expect(await inside('main')).toBe(true);
  });

  it('keeps the focus in the room when edits are dropped', async () => {
    await gallery.show(page, 'definition-edited', wide);
    await page.focus('[data-part="edits"] [data-action="drop-edits"]');
    await hands.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.click('dialog[open] [data-action="act"]');
    await page.waitForFunction(() => !document.querySelector('[data-action="drop-edits"]'));
    expect(await inside('main')).toBe(true);
  });
});
