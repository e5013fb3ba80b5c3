import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { callsOf, focusOf, galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
const wide = { width: 1440 };
const line = (n: number) => `00000000-0000-4000-8000-${String(200 + n).padStart(12, '0')}`;
let page: Page;
let hands: ReturnType<typeof handsOn>;

beforeEach(async () => {
  await page?.close();
  page = await gallery.newPage();
  hands = handsOn(page);
});

const idsSaid = async () =>
  ((await hands.saidLast('onAnswer')) as { feedbackId: string }[]).map(
    ({ feedbackId }) => feedbackId,
  );
const typedInto = (selector: string) =>
  page.$eval(selector, (field) => (field as HTMLInputElement).value);

describe('several answers at once', () => {
  it('selects with X and a range with Shift+X, answers once, and takes all of it back', async () => {
    await gallery.show(page, 'review-queue', wide);
    await hands.press('j', 'x', 'j', 'j');
    await page.keyboard.down('Shift');
    await hands.press('X');
    await page.keyboard.up('Shift');
    await page.waitForFunction(() => document.body.innerText.includes('3 lines selected'));
    // One lead cannot be three duplicates.
    await hands.press('3');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await hands.saidLast('onAnswer')).toBeUndefined();
    await hands.press('4', 'r');
    await page.keyboard.type('Imported again.');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    expect(await idsSaid()).toEqual([line(0), line(1), line(2)]);
    expect(await page.$(`[data-line="${line(1)}"]`)).toBeNull();
    await hands.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await hands.press('u');
    await page.waitForSelector(`[data-line="${line(1)}"]`);
    expect(await page.$('[data-undo]')).toBeNull();
    await page.waitForFunction(() => document.body.innerText.includes('3 lines selected'));
    expect(await typedInto('[name="reply"]')).toBe('Imported again.');
    expect((await callsOf(page)).filter(({ name }) => name === 'onUndo').length).toBe(1);
  });

  it('brings back what was written when one answer is taken back', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('2', 'r');
    await page.keyboard.type('They buy later.');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    await page.click('[data-action="undo"]');
    await page.waitForFunction(() => document.querySelector('h2')?.textContent?.includes('Nora'));
    await page.waitForSelector('[name="reply"]');
    expect(await typedInto('[name="reply"]')).toBe('They buy later.');
  });

  it('gives all alike the same answer, with the sentence it needs', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('2');
    await page.click('[data-action="answer-alike"]');
    await page.waitForSelector('[role="alert"]');
    expect(await hands.saidLast('onAnswerAlike')).toBeUndefined();
    await page.type('[name="reply"]', 'Students stay out.');
    await page.click('[data-action="answer-alike"]');
    await page.waitForFunction(() => !document.querySelector('h2')?.textContent?.includes('Nora'));
    expect(await hands.saidLast('onAnswerAlike')).toEqual({
      resolution: 'kept',
      reply: 'Students stay out.',
    });
  });
});

describe('a duplicate', () => {
  it('asks for the other lead, joins the two, then answers', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('3');
    await hands.chord('Control', 'Enter');
    await page.waitForFunction(() => document.body.innerText.includes('Choose the other lead'));
    await page.type('[name="other"]', 'No');
    await page.waitForSelector('[role="option"]');
    await page.focus('[name="other"]');
    await hands.press('ArrowDown', 'ArrowUp', 'Enter');
    await page.waitForFunction(() => document.body.innerText.includes('become one lead'));
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    const said = (await callsOf(page)).map(({ name }) => name);
    expect(said.indexOf('onMerge')).toBeGreaterThan(0);
    expect(said.indexOf('onMerge')).toBeLessThan(said.indexOf('onAnswer'));
  });

  it('answers nothing when the two could not be joined', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('3');
    await page.type('[name="other"]', 'No');
    await page.waitForSelector('[role="option"]');
    await page.click('[role="option"]');
    await page.evaluate(() => {
      window.failSaving = true;
    });
    await page.click('[data-action="answer"]');
    await page.waitForFunction(() => document.body.innerText.includes('The disk is full'));
    expect(await hands.saidLast('onAnswer')).toBeUndefined();
  });
});

describe('the focus', () => {
  it('stays in its part when a press takes its own button along', async () => {
    const part = () =>
      page.evaluate(() =>
        document.activeElement?.closest('[data-part]')?.getAttribute('data-part'),
      );
    await gallery.show(page, 'review-case', wide);
    await page.focus('[data-action="draft-rule"]');
    await hands.press('Enter');
    await page.waitForSelector('[data-pattern] a[href="#definition"]');
    expect(await part()).toBe('case');
    await hands.press('3');
    await page.type('[name="other"]', 'No');
    await page.waitForSelector('[role="option"]');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="other-lead"]');
    expect(await part()).toBe('case');
    await gallery.show(page, 'review-queue', wide);
    await hands.press('j', 'x');
    await page.focus('[data-action="clear-selection"]');
    await hands.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-action="clear-selection"]'));
    expect(await part()).toBe('case');
    await page.click('[data-facet="reason"] [value="Student"]');
    await page.focus('[data-action="save-view"]');
    await hands.press('Enter');
    await page.waitForSelector('[name="view"]');
    await page.keyboard.type('Students');
    await hands.press('Enter');
    await page.waitForSelector('[data-action="rename-view"]');
    expect(await part()).toBe('filters');
  });
});

describe('what to look at', () => {
  it('is said by boxes, and kept, renamed and deleted as a view', async () => {
    await gallery.show(page, 'review-queue', wide);
    await page.click('[data-facet="reason"] [value="Student"]');
    await page.click('[data-facet="source"] [value="Webinar"]');
    await page.type('[name="points-from"]', '20');
    await hands.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-action="save-view"]'));
    expect(await hands.saidLast('onFilter')).toMatchObject({
      reasons: ['Student'],
      sources: ['Webinar'],
      points: { from: 20, to: 59 },
    });
    await page.click('[data-action="save-view"]');
    await page.waitForSelector('[name="view"]');
    await page.keyboard.type('Students of webinars');
    await hands.press('Enter');
    await page.waitForSelector('[data-view="own-5"][aria-current="true"]');
    await page.click('[data-action="rename-view"]');
    await page.waitForSelector('[name="view"]');
    await page.keyboard.type(' today');
    await hands.press('Enter');
    await page.waitForFunction(() => document.body.innerText.includes('webinars today'));
    await page.click('[data-action="drop-view"]');
    await page.waitForFunction(() => !document.querySelector('[data-view="own-5"]'));
  });

  it('leaves a way back where nothing is left', async () => {
    await gallery.show(page, 'review-none-like-that', wide);
    await page.click('[data-action="everything"]');
    expect(await hands.saidLast('onFilter')).toMatchObject({ text: '', said: [], state: 'open' });
    expect(await typedInto('[name="filter-text"]')).toBe('');
  });

  it('loads on as one scrolls, and answers keys among many lines', async () => {
    await gallery.show(page, 'review-queue', wide);
    await page.evaluate(() => {
      window.linesPerPage = 400;
    });
    const drawn = () => page.$$eval('[data-line]', (all) => all.length);
    await page.focus('[data-action="more"]');
    await hands.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-stretch]').length > 7);
    // Hundreds are there; only those near are elements.
    await page.waitForFunction(() => document.querySelectorAll('[data-line]').length < 200);
    const before = await page.$$eval('[data-stretch]', (all) => all.length);
    await page.$eval('[data-part="list"]', (list) => list.scrollTo(0, list.scrollHeight));
    await page.waitForFunction(
      (known) => document.querySelectorAll('[data-stretch]').length > known,
      {},
      before,
    );
    await page.evaluate(() => {
      window.linesPerPage = 0;
    });
    await page.$eval('[data-part="list"]', (list) => list.scrollTo(0, list.scrollHeight));
    await page.waitForFunction(() =>
      document.querySelector('[data-stretch]:last-of-type [data-line]'),
    );
    expect(await drawn()).toBeLessThan(300);
    const last = await page.$$eval('[data-line]', (all) => {
      const line = all.at(-2) as HTMLElement;
      line.focus();
      return (all.at(-1) as HTMLElement).dataset.line;
    });
    await hands.press('j');
    expect(await focusOf(page)).toBe(last);
  });
});

describe('patterns and leads', () => {
  it('drafts the rule of the pattern shown with D, once, and says where it is', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('d');
    await page.waitForSelector('[data-pattern] a[href="#definition"]');
    expect(await hands.saidLast('onDraft')).toMatchObject({
      of: 'fit-rule',
      rule: { id: 'university-address', points: -12 },
    });
    await hands.press('d');
    expect((await callsOf(page)).filter(({ name }) => name === 'onDraft').length).toBe(1);
  });

  it('takes nobody who was found for fewer letters than are there', async () => {
    await gallery.show(page, 'review-queue', wide);
    await hands.press('/');
    await page.keyboard.type('No');
    await page.waitForSelector('[role="option"]');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name="find-lead"]');
      const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      type?.call(field, 'Noa');
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await page.waitForFunction(() => window.calls.some(({ name }) => name === 'onOpenLead'));
    expect(await hands.saidLast('onOpenLead')).toBe('00000000-0000-4000-8000-000000000402');
  });

  it('finds a lead with /, and opens it with Enter', async () => {
    await gallery.show(page, 'review-queue', wide);
    await hands.press('/');
    expect(await focusOf(page)).toBe('find-lead');
    await page.keyboard.type('No');
    await page.waitForSelector('[role="option"]');
    await hands.press('ArrowDown', 'Enter');
    expect(await hands.saidLast('onOpenLead')).toBe('00000000-0000-4000-8000-000000000402');
    expect(await typedInto('[name="find-lead"]')).toBe('');
  });
});
