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
const current = () =>
  page.$eval('nav[aria-label="Rooms"] [aria-current="page"]', (link) => link.textContent);
const textOf = (selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

describe('the room “Score” by keyboard', () => {
  it('is beside the queue, and the back button goes back', async () => {
    await gallery.show(page, 'score-full', wide);
    expect(await current()).toBe('Score');
    await hands.tabTo('room-queue');
    await hands.press('Enter');
    await page.waitForSelector('[data-room="queue"]');
    expect(await current()).toMatch(/^Queue/);
    expect(
      await page.$$eval('main', (all) => all.filter((one) => one.checkVisibility()).length),
    ).toBe(1);
    await page.goBack();
    await page.waitForSelector('[data-room="score"]');
    expect(await textOf('main:last-of-type h1')).toBe('Score');
  });

  it('leaves the queue’s single keys alone, and a half-written answer where it was', async () => {
    await gallery.show(page, 'score-full', wide);
    await hands.tabTo('room-queue');
    await hands.press('Enter');
    await page.waitForSelector('[data-room="queue"]');
    await hands.press('j', 'Enter');
    await page.waitForSelector('[data-form="answer"]');
    await hands.press('3', 'r');
    await page.keyboard.type('Half');
    await hands.tabTo('room-score');
    await hands.press('Enter');
    await page.waitForSelector('[data-room="score"]');
    const before = (await callsOf(page)).length;
    await hands.press('j', '1', '?');
    await hands.chord('Control', 'Enter');
    expect((await callsOf(page)).length).toBe(before);
    expect(await hands.there('dialog[open]')).toBe(false);
    await page.goBack();
    await page.waitForSelector('[data-room="queue"]');
    const note = await page.$eval('[name="reply"]', (area) => (area as HTMLTextAreaElement).value);
    expect(note).toBe('Half');
  });

  it('puts a suggestion in the draft, and the focus goes to the word that it is there', async () => {
    await gallery.show(page, 'score-full', wide);
    await hands.tabTo('put-in-draft');
    await hands.press('Enter');
    await page.waitForSelector('[data-part="draft"]');
    expect(await hands.saidLast('onPutInDraft')).toEqual({
      of: 'points',
      ruleId: 'webinar',
      step: null,
      to: 15,
    });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'In the draft: Attended a webinar, 15.',
    );
  });

  it('hides a suggestion, says where it went, and brings it back', async () => {
    await gallery.show(page, 'score-full', wide);
    await hands.tabTo('not-now');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="bring-back"]');
    expect(await hands.there('[data-suggestion="webinar"]')).toBe(false);
    expect(await textOf('[data-part="suggestions"]')).toContain(
      '1 suggestion hidden on this device',
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe(
      'suggestions',
    );
    await hands.tabTo('bring-back');
    await hands.press('Enter');
    await page.waitForSelector('[data-suggestion="webinar"]');
  });

  it('leads to the draft, which is signed in a room of its own', async () => {
    await gallery.show(page, 'score-draft', wide);
    expect(await textOf('[data-part="draft"]')).toContain('A draft of v8 is open, with 2 changes');
    expect(
      await page.$eval('[data-action="to-definition"]', (link) => link.getAttribute('href')),
    ).toBe('#definition');
  });

  it('has a table behind each plot, and says in words what the plot shows', async () => {
    await gallery.show(page, 'score-full', wide);
    const labels = await page.$$eval('[role="img"][aria-label*="accepted"]', (plots) =>
      plots.map((plot) => plot.getAttribute('aria-label')),
    );
    expect(labels).toHaveLength(2);
    const rows = await page.$$eval('details table', (tables) =>
      tables.map((table) => table.querySelectorAll('tbody tr').length),
    );
    expect(rows).toEqual([10, 9]);
  });

  it('says how far the re-scoring is in words, too', async () => {
    await gallery.show(page, 'score-rescoring', wide);
    expect(await textOf('#rescoring')).toContain('Re-scoring 12,400 of 60,000 leads');
    const progress = await page.$eval('progress', (bar) => [bar.value, bar.max]);
    expect(progress).toEqual([12_400, 60_000]);
  });
});
