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

describe('the review desk by keyboard', () => {
  const wide = { width: 1440 };
  const line = (n: number) => `00000000-0000-4000-8000-${String(200 + n).padStart(12, '0')}`;

  it('moves, opens, answers, and comes to the next', async () => {
    await gallery.show(page, 'review-queue', wide);
    await hands.press('j', 'j', 'j', 'k');
    expect(await focusOf(page)).toBe(line(1));
    await hands.press('Enter', '2');
    await page.waitForSelector('[data-form="answer"]');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await hands.saidLast('onAnswer')).toBeUndefined();
    await hands.press('r');
    expect(await focusOf(page)).toBe('reply');
    await page.keyboard.type('jk1r? stays text');
    await hands.chord('Control', 'Enter');
    await page.waitForFunction(() => document.querySelector('h2')?.textContent?.includes('Nora'));
    expect(await hands.saidLast('onAnswer')).toEqual([
      {
        feedbackId: line(1),
        leadId: '00000000-0000-4000-8000-000000000301',
        resolution: 'kept',
        reply: 'jk1r? stays text',
      },
    ]);
    expect(await hands.saidLast('onChoose')).toBe(line(2));
    expect(await focusOf(page)).toBe('Case');
    await hands.press('j');
    expect(await focusOf(page)).toBe(line(3));
  });

  it('keeps a half-written answer while another case is looked at', async () => {
    await gallery.show(page, 'review-case', wide);
    await hands.press('3', 'r');
    await page.keyboard.type('The other one is');
    await page.click(`[data-line="${line(4)}"]`);
    expect(await page.$eval('[name="reply"]', (area) => (area as HTMLTextAreaElement).value)).toBe(
      '',
    );
    await page.click(`[data-line="${line(2)}"]`);
    expect(await page.$eval('[name="reply"]', (area) => (area as HTMLTextAreaElement).value)).toBe(
      'The other one is',
    );
    expect(
      await page.$eval('[value="duplicate"]', (radio) => (radio as HTMLInputElement).checked),
    ).toBe(true);
  });

  it('shows its keys, lets single keys be switched off, and closes with Esc', async () => {
    await gallery.show(page, 'review-queue', wide);
    await hands.press('?');
    await page.waitForSelector('dialog[open]');
    await hands.press('Space', 'Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    await hands.press('j');
    expect(await focusOf(page)).not.toBe(line(0));
  });

  it('where it is narrow shows one at a time and comes back to the line', async () => {
    await gallery.show(page, 'review-queue', { width: 400 });
    await hands.press('j', 'Enter');
    await page.waitForSelector('[data-form="answer"]');
    expect(await focusOf(page)).toBe('Case');
    await hands.press('Tab');
    expect(await focusOf(page)).toBe('back');
    await hands.press('Enter');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'));
    expect(await focusOf(page)).toBe(line(0));
    // The list was away in between: all of it is there again.
    await hands.press('x');
    await page.waitForSelector('[data-action="clear-selection"]');
    await page.setViewport({ width: 1440, height: 900 });
    await page.waitForFunction(() => document.querySelectorAll('[data-line]').length === 10);
  });
});

describe('options by keyboard', () => {
  it('connects with Enter, once address and code are as they should be', async () => {
    await gallery.show(page, 'options-first', { width: 800 });
    await hands.tabTo('store');
    await page.keyboard.type('truce.example.com/');
    await hands.press('Enter');
    expect(await page.$$eval('[role="alert"]', (alerts) => alerts.length)).toBe(1);
    await hands.press('Tab');
    await page.keyboard.type('7k3m-qx2p');
    await hands.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[aria-busy]'));
    expect(await hands.saidLast('onConnect')).toEqual({
      store: 'https://truce.example.com',
      code: '7k3m-qx2p',
    });
  });

  it('asks before disconnecting from what is unsent; Esc stays connected', async () => {
    await gallery.show(page, 'options-connected', { width: 800 });
    await hands.tabTo('disconnect');
    await hands.press('Enter');
    await page.waitForSelector('dialog[open]');
    await hands.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await callsOf(page)).toEqual([]);
    expect(await focusOf(page)).toBe('disconnect');
  });

  it.each(['send', 'keep', 'drop'])(
    'disconnects and does with it what was chosen: %s',
    async (way) => {
      await gallery.show(page, 'options-connected', { width: 800 });
      await hands.tabTo('disconnect');
      await hands.press('Enter');
      await page.waitForSelector('dialog[open]');
      await hands.tabTo(`part-${way}`);
      await hands.press('Enter');
      expect(await hands.saidLast('onDisconnect')).toBe(way);
    },
  );
});
