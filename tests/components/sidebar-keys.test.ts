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

describe('the sidebar by keyboard', () => {
  it('rejects with a reason and a note, and takes it back', async () => {
    await gallery.show(page, 'sidebar-lead');
    await hands.tabTo('rejected');
    await hands.press('Enter', 'Space', 'ArrowRight', 'ArrowRight', 'Tab');
    expect(await focusOf(page)).toBe('note');
    await page.keyboard.type('Writing a thesis.');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    expect(await hands.saidLast('onVerdict')).toEqual({
      verdict: 'rejected',
      reason: 'student',
      note: 'Writing a thesis.',
      until: null,
    });
    expect(await focusOf(page)).toBe('Verdict');
    expect(await hands.there('[data-verdict]')).toBe(false);
    await hands.press('Tab', 'Enter');
    await page.waitForSelector('[data-verdict="accepted"]');
    expect(await hands.saidLast('onUndo')).toBeUndefined();
    expect((await callsOf(page)).at(-1)?.name).toBe('onUndo');
    expect(await focusOf(page)).toBe('Verdict');
  });

  it('Esc leaves the form first, gives the focus back, and only then closes the sidebar', async () => {
    await gallery.show(page, 'sidebar-lead');
    await hands.tabTo('recycled');
    await hands.press('Enter');
    expect(await hands.there('[data-form="recycled"]')).toBe(true);
    await hands.press('Escape');
    expect(await hands.there('[data-form]')).toBe(false);
    expect(await focusOf(page)).toBe('recycled');
    expect(await callsOf(page)).toEqual([]);
    await hands.press('Escape');
    expect(await callsOf(page)).toEqual([{ name: 'onClose' }]);
  });

  it('asks for what is missing instead of sending', async () => {
    await gallery.show(page, 'sidebar-lead');
    await hands.tabTo('recycled');
    await hands.press('Enter');
    await hands.chord('Control', 'Enter');
    expect(await page.$$eval('[role="alert"]', (alerts) => alerts.length)).toBe(2);
    expect(await callsOf(page)).toEqual([]);
    // No day, and nothing that wakes it either.
    await hands.press('ArrowUp');
    expect(await focusOf(page)).toBe('none');
    await hands.tabTo('timing');
    await hands.press('Space');
    await hands.chord('Control', 'Enter');
    expect(await callsOf(page)).toEqual([]);
  });

  it('recycles until a day or a signal, whichever comes first', async () => {
    await gallery.show(page, 'sidebar-lead');
    await hands.tabTo('recycled');
    await hands.press('Enter', 'Space', 'ArrowDown');
    await hands.tabTo('asks');
    await hands.press('Space', 'Tab');
    await hands.tabTo('wake-rule');
    await page.keyboard.type('Asked');
    await hands.tabTo('timing');
    await hands.press('Space');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-undo]');
    expect(await hands.saidLast('onVerdict')).toEqual({
      verdict: 'recycled',
      reason: 'timing',
      note: '',
      until: '2026-11-30',
      wakeOn: [{ is: 'asks' }, { is: 'rule', ruleId: 'demo' }],
    });
  });

  it('accepts with Alt and a letter, never with a letter alone', async () => {
    await gallery.show(page, 'sidebar-lead');
    await hands.press('a', 'r', 'c');
    expect(await callsOf(page)).toEqual([]);
    await hands.chord('Alt', 'a');
    await page.waitForSelector('[data-undo]');
    expect(await hands.saidLast('onVerdict')).toMatchObject({ verdict: 'accepted' });
  });

  it('gives no verdict while disarmed, and says why', async () => {
    await gallery.show(page, 'sidebar-disarmed');
    await page.click('[data-verdict="accepted"]');
    await hands.chord('Alt', 'a');
    await hands.tabTo('rejected');
    await hands.press('Enter');
    expect(await callsOf(page)).toEqual([]);
    expect(await hands.there('[data-form]')).toBe(false);
    const why = await page.$eval('[data-verdict="accepted"]', (button) => {
      const id = button.getAttribute('aria-describedby');
      return id && document.getElementById(id)?.textContent;
    });
    expect(why).toContain('covered or faded by the page');
  });

  it('keeps the words when they could not be saved', async () => {
    await gallery.show(page, 'sidebar-rejecting');
    await page.evaluate(() => Object.assign(window, { failSaving: true }));
    await page.type('[name="note"]', 'Four people');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await page.$eval('[role="alert"]', (alert) => alert.textContent)).toContain('Not saved');
    const note = await page.$eval('[name="note"]', (area) => (area as HTMLTextAreaElement).value);
    expect(note).toBe('Four people');
  });

  it('flags one line with two presses; the focus goes back to its flag, and a note may follow', async () => {
    await gallery.show(page, 'sidebar-lead');
    await page.focus('[data-rule="pricing"] [data-action="flag"]');
    await hands.press('Enter', 'Tab', 'Enter');
    await page.waitForSelector('[data-rule="pricing"] [data-flagged]');
    const flag = { flag: 'signal_wrong', ruleId: 'pricing', fault: 'not_this_person' };
    expect(await hands.saidLast('onFlag')).toEqual({ ...flag, note: '' });
    expect(await focusOf(page)).toBe('flag');
    expect(await hands.there('[data-undo]')).toBe(true);
    await hands.tabTo('add-note');
    await hands.press('Enter');
    await page.keyboard.type('It was her intern.');
    await hands.press('Enter');
    await hands.chord('Control', 'Enter');
    await page.waitForFunction(() => !document.querySelector('form'));
    expect(await hands.saidLast('onFlag')).toEqual({
      ...flag,
      note: 'It was her intern.',
      instead: '00000000-0000-4000-8000-000000000078',
    });
    expect(await page.$eval('[data-flagged]', (part) => part.textContent)).toContain('her intern');
  });

  it('leaves nothing typed or opened for one lead to the next', async () => {
    await gallery.show(page, 'sidebar-lead');
    await page.click('[data-rule="pricing"] [data-action="flag"]');
    await page.click('[data-verdict="rejected"]');
    await page.type('[name="note"]', 'About Gordon');
    await page.evaluate(() => window.dispatchEvent(new Event('next-lead')));
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Zoë'));
    expect(await page.$$eval('[data-form]', (forms) => forms.length)).toBe(0);
    await page.click('[data-verdict="rejected"]');
    const note = await page.$eval('[name="note"]', (area) => (area as HTMLTextAreaElement).value);
    expect(note).toBe('');
  });

  it('flags the whole score; leaving the form gives the focus back', async () => {
    await gallery.show(page, 'sidebar-lead');
    await page.click('[data-flag="score"]');
    await hands.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Wrong score?');
    await hands.press('Enter', 'Enter');
    await page.waitForSelector('[data-flagged]');
    expect(await hands.saidLast('onFlag')).toMatchObject({ flag: 'score_too_high', ruleId: null });
    expect(await focusOf(page)).toBe('Score');
  });

  it('says what would change the score, to whoever asks', async () => {
    await gallery.show(page, 'sidebar-below');
    await hands.tabTo('would-change');
    const shown = () =>
      page.$$eval('[data-would] li', (lines) =>
        lines.filter((line) => line.checkVisibility()).map((line) => line.textContent),
      );
    expect(await shown()).toEqual([]);
    await hands.press('Enter');
    expect(await shown()).toContain('+8Attended a webinar, goes to sales');
    await hands.press('Enter');
    expect(await shown()).toEqual([]);
  });

  it('shows what verdicts say of a line without a mouse, in words for who listens', async () => {
    await gallery.show(page, 'sidebar-lead');
    const line = await page.$eval('[data-rule="webinar"] [data-evidence]', (evidence) => ({
      shown: evidence.checkVisibility(),
      words: evidence.textContent,
    }));
    expect(line).toEqual({ shown: true, words: '62 of 84 leads with this were accepted' });
  });

  it('says in words what the number means, and when it means nothing yet', async () => {
    const score = () =>
      page.$eval('[aria-label="Score"]', (section) => (section as HTMLElement).innerText);
    await gallery.show(page, 'sidebar-lead');
    expect(await score()).toContain('Sales accepts 7 of 10 like this');
    expect(await score()).toContain('152 of 214 with about as many points, grade B2');
    expect(await score()).toContain('4 points over the line of 20 until 12 Jan 2027');
    await gallery.show(page, 'sidebar-few-alike');
    expect(await score()).toContain('from all 64 verdicts; few were like this');
    await gallery.show(page, 'sidebar-points-only');
    expect(await score()).toContain('11 verdicts so far: no chance is claimed below 25.');
    await gallery.show(page, 'sidebar-not-enough');
    expect(await score()).not.toMatch(/\d/);
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
    await hands.tabTo('moments');
    await hands.press('ArrowRight');
    expect(await hands.saidLast('onTab')).toBe('all');
    expect(await focusOf(page)).toBe('all');
  });
});

describe('somebody else', () => {
  it('was quicker: the form stays with its words, and says what sending it does', async () => {
    await gallery.show(page, 'sidebar-before-conflict');
    await page.click('[data-verdict="rejected"]');
    await page.type('[name="note"]', 'No budget here');
    await page.evaluate(() => window.dispatchEvent(new Event('next-lead')));
    await page.waitForSelector('[data-clash="now"]');
    const told = await page.$eval('[data-clash]', (part) => part.textContent);
    expect(told).toContain('Kim Sato said “Accepted”');
    expect(told).toContain('both stay in the history');
    const note = await page.$eval('[name="note"]', (area) => (area as HTMLTextAreaElement).value);
    expect(note).toBe('No budget here');
    await page.click('[value="student"]');
    await hands.chord('Control', 'Enter');
    await page.waitForSelector('[data-clash="first"]');
    expect(await hands.saidLast('onVerdict')).toMatchObject({ verdict: 'rejected' });
  });
});

describe('what was said', () => {
  it('is all there for who opens it: who, when, at how many points, and the answer', async () => {
    await gallery.show(page, 'sidebar-history');
    const entries = () =>
      page.$$eval('[data-entry]', (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).innerText),
      );
    expect(await entries()).toEqual([]);
    await page.focus('[data-history] summary');
    await hands.press('Enter');
    const told = await entries();
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/^Accepted\s+You, .*, at 24 points$/);
    expect(told[1]).toContain('Not this person “Looked at pricing”');
    expect(told[2]).toContain(
      'Sleeps until 15 Jan 2027, or until they ask to be called or “Attended a webinar” sees something new',
    );
    expect(told[3]).toContain('Students lose 12 points from v6.');
    expect(told[3]).toContain('before there was a score');
  });
});

describe('who it is', () => {
  it('says all names and why leads were joined, only when somebody asks', async () => {
    await gallery.show(page, 'sidebar-lead');
    expect((await callsOf(page)).some(({ name }) => name === 'onIdentity')).toBe(false);
    await page.focus('[data-action="known-by"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#known-by ul');
    const said = await page.$eval('#known-by', (part) => part.textContent);
    expect(said).toContain('visitor 8f1c2a90');
    expect(said).toContain('“Website” said that visitor 8f1c2a90 is gordon@shanahan.example.');
    // What was taken apart again is no name of theirs.
    expect(said).not.toContain('noura@mutaqaddim.example');
    await page.keyboard.press('Enter');
    expect(await page.$('#known-by')).toBeNull();
  });
});
