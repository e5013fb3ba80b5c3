import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { callsOf, focusOf, galleryForFile } from './open-gallery.ts';

/** The popup, as somebody uses it who has a minute between two calls. */
const gallery = galleryForFile();
let page: Page;
let hands: ReturnType<typeof handsOn>;
beforeAll(async () => {
  page = await gallery.newPage();
  hands = handsOn(page);
});

const show = (screen: string) => gallery.show(page, screen, { width: 360, height: 600 });
const text = (selector: string) => page.$eval(selector, (part) => part.textContent ?? '');
const names = () =>
  page.$$eval('[data-part="hot"] [data-lead]', (all) => all.map((each) => each.textContent));
/** Who has the focus, by the place among all leads on the screen. */
const at = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-lead]')]
      .filter((each) => each.getClientRects().length > 0)
      .indexOf(document.activeElement as Element),
  );

describe('the day by keyboard', () => {
  it('goes from lead to lead with the arrows, over closed lists, and Enter opens', async () => {
    await show('popup-day');
    await hands.press('ArrowDown');
    expect(await at()).toBe(0);
    await hands.press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
    expect(await at()).toBe(1);
    expect(await hands.saidLast('onOpenLead')).toMatchObject({ records: [{ id: '2' }] });
    await hands.press('ArrowUp', 'ArrowUp');
    expect(await at()).toBe(0);
  });

  it('unfolds a list that is on the screen already, and leaves out those that are empty', async () => {
    await show('popup-day');
    const waiting = '[data-part="waiting"]';
    expect(await text(`${waiting} summary`)).toMatch(/Waiting on you.*2, 1 late/);
    expect(await page.$eval(waiting, (part) => part.hasAttribute('open'))).toBe(false);
    await page.focus(`${waiting} summary`);
    await hands.press('Enter');
    // The late one first.
    expect(await text(`${waiting} li:first-child`)).toMatch(/Liam Ortega.*late by 3h/);
    await show('popup-day-nothing');
    expect(await page.$$('[data-part]')).toHaveLength(1);
    expect(await text('main')).toMatch(
      /Nothing else: nobody waits on you, nobody is back.*your watch list is empty/,
    );
  });

  it('lists the first five, and all of them when asked', async () => {
    await show('popup-day-much');
    expect(await names()).toHaveLength(5);
    await hands.tabTo('show-all');
    await hands.press('Enter');
    expect(await names()).toHaveLength(12);
    expect(await text('[data-part="waiting"]')).toContain('38 more are not listed here');
  });
});

describe('the doors below', () => {
  it.each([
    ['popup-day', 'Lead definition'],
    ['popup-lead', 'Review desk'],
  ])('lead from %s to what its person signs or answers: %s', async (screen, door) => {
    await show(screen);
    expect(await text('[data-action="review"]')).toBe(door);
  });
});

describe('what the popup says', () => {
  it('says the rule of the ranking and that of the number', async () => {
    await show('popup-day');
    expect(await text('[data-part="hot"]')).toMatch(/Ranked by the chance.*last 7 days/);
    expect(await text('[data-needs="4"]')).toContain(
      '4, counts what needs you: 2 waiting on you, 1 back from recycling and 1 new answer',
    );
    expect(await text('[data-part="hot"] li:nth-child(2)')).toMatch(
      /Asked to be called; since then 6 events, 2 worth telling; 14 → 24 points/,
    );
  });

  it('takes an answer for read when it was on the screen, and not when it was only loaded', async () => {
    await gallery.show(page, 'popup-day', { width: 360, height: 200 });
    const answer = '[data-part="replies"]';
    const before = (await callsOf(page)).filter(({ name }) => name === 'onSeenReplies').length;
    await page.$eval(answer, (part) => part.scrollIntoView());
    await page.waitForFunction(
      () =>
        (window as unknown as { calls: { name: string }[] }).calls.some(
          ({ name }) => name === 'onSeenReplies',
        ),
      { polling: 50 },
    );
    expect(before).toBe(0);
    // Marked new as long as it is being read.
    expect(await text(`${answer} [data-fresh]`)).toContain('new');
  });

  it('says when it is from before, and keeps the place of the list while it loads', async () => {
    await show('popup-day-offline');
    expect(await text('[data-stale]')).toContain('The store does not answer. This is your list of');
    const footOf = async (screen: string) => {
      await show(screen);
      return page.$eval('[data-part="hot"], [aria-busy]', (part) => part.clientHeight);
    };
    const [loading, day] = [await footOf('popup-day-loading'), await footOf('popup-day')];
    expect(Math.abs(loading - day)).toBeLessThan(90);
  });
});

describe('what is held back', () => {
  it('stands first, with its reason, and is tried again where it stands', async () => {
    await show('popup-day-unsent');
    const first = '[data-part="unsent"] li:first-child';
    expect(await text(first)).toMatch(/does not know this reason/);
    await page.focus(`${first} [data-action="retry"]`);
    await hands.press('Enter');
    expect(await hands.saidLast('onRetryItem')).toMatch(/0052$/);
    await hands.tabTo('retry-all');
    await hands.press('Enter');
    expect((await callsOf(page)).at(-1)?.name).toBe('onRetryAll');
  });
});

describe('the pause', () => {
  it('is a switch, says what it means, and ends by one press', async () => {
    await show('popup-day');
    await hands.tabTo('switch');
    await hands.press('Space');
    await page.waitForSelector('[data-paused]');
    expect(await hands.saidLast('onPause')).toBe(true);
    expect(await text('[data-paused]')).toContain('It reads no pages');
    expect(await focusOf(page)).toBe('resume');
    await hands.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-paused]'));
    expect(await hands.saidLast('onPause')).toBe(false);
    expect(await focusOf(page)).toBe('switch');
  });
});
