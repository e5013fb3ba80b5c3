import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { callsOf, focusOf, galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
let page: Page;

beforeEach(async () => {
  await page?.close();
  page = await gallery.newPage();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key as 'Enter');
};

/** Presses `key` while `held` is down. */
async function chord(held: 'Control' | 'Alt', key: string) {
  await page.keyboard.down(held);
  await press(key);
  await page.keyboard.up(held);
}

/** Tabs until that has the focus, as a person would. */
async function tabTo(name: string) {
  for (let step = 0; step < 80; step += 1) {
    if ((await focusOf(page)) === name) return;
    await press('Tab');
  }
  throw new Error(`Tab never reaches ${name}; it is at ${await focusOf(page)}`);
}

const saidLast = async (name: string) =>
  (await callsOf(page)).findLast((call) => call.name === name)?.said;

const there = (selector: string) => page.$(selector).then(Boolean);

describe('the sidebar by keyboard', () => {
  it('rejects with a reason and a note, and takes it back', async () => {
    await gallery.show(page, 'sidebar-lead');
    await tabTo('rejected');
    await press('Enter', 'Space', 'ArrowRight', 'ArrowRight', 'Tab');
    expect(await focusOf(page)).toBe('note');
    await page.keyboard.type('Writing a thesis.');
    await chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    expect(await saidLast('onVerdict')).toEqual({
      verdict: 'rejected',
      reason: 'student',
      note: 'Writing a thesis.',
      until: null,
    });
    expect(await focusOf(page)).toBe('Verdict');
    expect(await there('[data-verdict]')).toBe(false);
    await press('Tab', 'Enter');
    await page.waitForSelector('[data-verdict="accepted"]');
    expect(await saidLast('onUndo')).toBeUndefined();
    expect((await callsOf(page)).at(-1)?.name).toBe('onUndo');
    expect(await focusOf(page)).toBe('Verdict');
  });

  it('Esc leaves the form first, gives the focus back, and only then closes the sidebar', async () => {
    await gallery.show(page, 'sidebar-lead');
    await tabTo('recycled');
    await press('Enter');
    expect(await there('[data-form="recycled"]')).toBe(true);
    await press('Escape');
    expect(await there('[data-form]')).toBe(false);
    expect(await focusOf(page)).toBe('recycled');
    expect(await callsOf(page)).toEqual([]);
    await press('Escape');
    expect(await callsOf(page)).toEqual([{ name: 'onClose' }]);
  });

  it('asks for what is missing instead of sending', async () => {
    await gallery.show(page, 'sidebar-lead');
    await tabTo('recycled');
    await press('Enter');
    await chord('Control', 'Enter');
    expect(await page.$$eval('[role="alert"]', (alerts) => alerts.length)).toBe(2);
    expect(await callsOf(page)).toEqual([]);
    await press('Space', 'Tab', 'Tab', 'Tab', 'Tab');
    await tabTo('note');
    await page.keyboard.down('Shift');
    await press('Tab');
    await page.keyboard.up('Shift');
    await press('Space');
    await chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    expect(await saidLast('onVerdict')).toMatchObject({ verdict: 'recycled', until: '2026-12-23' });
  });

  it('accepts with Alt and a letter, never with a letter alone', async () => {
    await gallery.show(page, 'sidebar-lead');
    await press('a', 'r', 'c');
    expect(await callsOf(page)).toEqual([]);
    await chord('Alt', 'a');
    await page.waitForSelector('[data-undo]');
    expect(await saidLast('onVerdict')).toMatchObject({ verdict: 'accepted' });
  });

  it('gives no verdict while disarmed, and says why', async () => {
    await gallery.show(page, 'sidebar-disarmed');
    await page.click('[data-verdict="accepted"]');
    await chord('Alt', 'a');
    await tabTo('rejected');
    await press('Enter');
    expect(await callsOf(page)).toEqual([]);
    expect(await there('[data-form]')).toBe(false);
    const why = await page.$eval('[data-verdict="accepted"]', (button) => {
      const id = button.getAttribute('aria-describedby');
      return id && document.getElementById(id)?.textContent;
    });
    expect(why).toContain('Verdicts wait');
  });

  it('keeps the words when they could not be saved', async () => {
    await gallery.show(page, 'sidebar-rejecting');
    await page.evaluate(() => Object.assign(window, { failSaving: true }));
    await page.type('[name="note"]', 'Four people');
    await chord('Control', 'Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await page.$eval('[role="alert"]', (alert) => alert.textContent)).toContain('Not saved');
    const note = await page.$eval('[name="note"]', (area) => (area as HTMLTextAreaElement).value);
    expect(note).toBe('Four people');
  });

  it('flags one line, and the focus goes back to its flag', async () => {
    await gallery.show(page, 'sidebar-flagging');
    await press('Space', 'ArrowRight');
    await chord('Control', 'Enter');
    await page.waitForFunction(() => !document.querySelector('form'));
    expect(await saidLast('onFlag')).toEqual({
      flag: 'signal_wrong',
      ruleId: 'pricing',
      fault: 'not_this_person',
      note: '',
    });
    expect(await focusOf(page)).toBe('flag');
  });

  it('has reasons that are one group of radio buttons', async () => {
    await gallery.show(page, 'sidebar-rejecting');
    const group = await page.$eval('[role="radiogroup"]', (element) => ({
      label: document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent,
      names: new Set([...element.querySelectorAll('input')].map((input) => input.name)).size,
      checked: element.querySelectorAll(':checked').length,
      radios: element.querySelectorAll('input[type="radio"]').length,
    }));
    expect(group).toEqual({ label: 'Reason', names: 1, checked: 1, radios: 6 });
  });

  it('switches the timeline with arrow keys', async () => {
    await gallery.show(page, 'sidebar-lead');
    await tabTo('moments');
    await press('ArrowRight');
    expect(await saidLast('onFilter')).toBe('all');
    expect(await focusOf(page)).toBe('all');
  });
});

describe('the review desk by keyboard', () => {
  const wide = { width: 1440 };
  const line = (n: number) => `00000000-0000-4000-8000-${String(200 + n).padStart(12, '0')}`;

  it('moves, opens, answers, and comes to the next', async () => {
    await gallery.show(page, 'review-queue', wide);
    await press('j', 'j', 'j', 'k');
    expect(await focusOf(page)).toBe(line(1));
    await press('Enter', '2');
    await page.waitForSelector('[data-form="answer"]');
    await chord('Control', 'Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await saidLast('onAnswer')).toBeUndefined();
    await press('r');
    expect(await focusOf(page)).toBe('reply');
    await page.keyboard.type('jk1r? stays text');
    await chord('Control', 'Enter');
    await page.waitForFunction(() => document.querySelector('h2')?.textContent?.includes('Nora'));
    expect(await saidLast('onAnswer')).toEqual({
      feedbackId: line(1),
      leadId: '00000000-0000-4000-8000-000000000301',
      resolution: 'kept',
      reply: 'jk1r? stays text',
    });
    expect(await saidLast('onChoose')).toBe(line(2));
    expect(await focusOf(page)).toBe('Case');
    await press('j');
    expect(await focusOf(page)).toBe(line(3));
  });

  it('keeps a half-written answer while another case is looked at', async () => {
    await gallery.show(page, 'review-case', wide);
    await press('3', 'r');
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
    await press('?');
    await page.waitForSelector('dialog[open]');
    await press('Space', 'Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    await press('j');
    expect(await focusOf(page)).not.toBe(line(0));
  });

  it('where it is narrow shows one at a time and comes back to the line', async () => {
    await gallery.show(page, 'review-queue', { width: 400 });
    await press('j', 'Enter');
    await page.waitForSelector('[data-form="answer"]');
    expect(await focusOf(page)).toBe('Case');
    await press('Tab');
    expect(await focusOf(page)).toBe('back');
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'));
    expect(await focusOf(page)).toBe(line(0));
  });
});

describe('options by keyboard', () => {
  it('connects with Enter, once address and code are as they should be', async () => {
    await gallery.show(page, 'options-first', { width: 800 });
    await tabTo('store');
    await page.keyboard.type('truce.example.com/');
    await press('Enter');
    expect(await page.$$eval('[role="alert"]', (alerts) => alerts.length)).toBe(1);
    await press('Tab');
    await page.keyboard.type('7k3m-qx2p');
    await press('Enter');
    await page.waitForFunction(() => !document.querySelector('[aria-busy]'));
    expect(await saidLast('onConnect')).toEqual({
      store: 'https://truce.example.com',
      code: '7k3m-qx2p',
    });
  });

  it('asks before disconnecting from what is unsent; Esc stays connected', async () => {
    await gallery.show(page, 'options-connected', { width: 800 });
    await tabTo('disconnect');
    await press('Enter');
    await page.waitForSelector('dialog[open]');
    await press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await callsOf(page)).toEqual([]);
    expect(await focusOf(page)).toBe('disconnect');
  });
});
