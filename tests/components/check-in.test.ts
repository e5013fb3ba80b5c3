import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { focusOf, galleryForFile } from './open-gallery.ts';

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
const decisions = () =>
  page.$$eval('[data-decision]', (lines) =>
    lines.map((line) => line.querySelector('p')?.textContent ?? ''),
  );

describe('the check-in, by keyboard', () => {
  it('has a decision written down, with who does it and until when, and is ready for the next', async () => {
    await gallery.show(page, 'check-in-few', wide);
    await hands.tabTo('decided');
    await hands.press('Enter');
    expect(await textOf('[role="alert"]')).toBe('Say what was decided.');
    await page.keyboard.type('Students are not handed over');
    await hands.press('Tab');
    await page.keyboard.type('Ines Moreau');
    await hands.press('Enter');
    await page.waitForSelector('[data-decision]');
    expect(await hands.saidLast('onDecide')).toEqual({
      text: 'Students are not handed over',
      owner: 'Ines Moreau',
      dueOn: null,
    });
    expect(await focusOf(page)).toBe('decided');
    expect(await page.$eval('[name="decided"]', (field) => (field as HTMLInputElement).value)).toBe(
      '',
    );
    expect(await textOf('[data-form="decide"] [role="status"]')).toBe('Written down.');
  });

  it('keeps what was typed when the store does not answer', async () => {
    await gallery.show(page, 'check-in-few', wide);
    await page.evaluate(() => Object.assign(window, { failSaving: true }));
    await hands.tabTo('decided');
    await page.keyboard.type('Weekly from now on');
    await hands.press('Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await textOf('[role="alert"]')).toContain('What you typed is still here');
    expect(await page.$eval('[name="decided"]', (field) => (field as HTMLInputElement).value)).toBe(
      'Weekly from now on',
    );
    expect(await decisions()).toEqual([]);
  });

  it('ticks a decision off and on again, takes one back, and the focus stays among decisions', async () => {
    await gallery.show(page, 'check-in-full', wide);
    await hands.tabTo('done');
    await hands.press('Enter');
    await page.waitForSelector('[data-decision]:first-child [data-action="not-done"]');
    expect(await focusOf(page)).toBe('not-done');
    await hands.press('Enter');
    await page.waitForSelector('[data-decision]:first-child [data-action="done"]');
    const before = await decisions();
    await hands.tabTo('take-back');
    await hands.press('Enter');
    await page.waitForFunction(
      (n) => document.querySelectorAll('[data-decision]').length < n,
      {},
      4,
    );
    expect(await decisions()).toEqual(before.slice(1));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe(
      'decisions',
    );
  });

  it('lets nobody but its author (or an administrator) take a decision back', async () => {
    await gallery.show(page, 'check-in-rep', wide);
    const by = await page.$$eval('[data-action="take-back"]', (buttons) =>
      buttons.map((button) => button.closest('[data-decision]')?.textContent),
    );
    expect(by).toHaveLength(1);
    expect(by[0]).toContain('Tomas Reyes wrote it down');
  });

  it('shows other days, and refuses those that run backwards', async () => {
    await gallery.show(page, 'check-in-full', wide);
    await hands.tabTo('weeks-2');
    await hands.press('Enter');
    expect(await hands.saidLast('onShow')).toEqual({ weeks: 2 });
    await hands.tabTo('own-days');
    await hands.press('Enter');
    await page.waitForSelector('[name="from"]');
    const fill = (name: string, day: string) =>
      page.$eval(
        `[name="${name}"]`,
        (field, value) => {
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
          set?.call(field, value);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        day,
      );
    await fill('from', '2026-11-20');
    await fill('to', '2026-11-02');
    await hands.tabTo('show-days');
    await hands.press('Enter');
    expect(await textOf('[role="alert"]')).toContain('before the last');
    await fill('from', '2026-10-02');
    expect(await textOf('[data-form="decide"]')).not.toContain('These days are over');
    await hands.press('Enter');
    expect(await hands.saidLast('onShow')).toEqual({ from: '2026-10-02', to: '2026-11-02' });
    // What is decided today is not of those days, and would seem lost at the next look.
    expect(await textOf('[data-form="decide"]')).toContain('These days are over');
  });

  it('leads to where each open point is decided', async () => {
    await gallery.show(page, 'check-in-full', wide);
    const ways = await page.$$eval('[data-point]', (points) =>
      points.map((point) => [
        point.getAttribute('data-point'),
        point.querySelector('a')?.getAttribute('href'),
      ]),
    );
    expect(Object.fromEntries(ways)).toEqual({
      draft: '#definition',
      'late-answers': '#queue',
      'late-verdicts': '#reports',
      suggestions: '#score',
      suspicion: '#score',
      pattern: '#queue',
      disagreement: '#reports',
    });
  });
});

describe('what the check-in says', () => {
  it('shows no rate below twenty verdicts, and says so', async () => {
    await gallery.show(page, 'check-in-few', wide);
    const quality = await textOf('[data-number="quality"]');
    expect(quality).toContain('11 verdicts so far: no rate is shown below 20.');
    expect(quality).not.toContain('%');
    const held = await page.$$eval('[data-promise]', (lines) =>
      lines.map((line) => line.getAttribute('data-held')),
    );
    expect(new Set(held)).toEqual(new Set(['unsaid']));
  });

  it('adds up the minutes of the agenda', async () => {
    await gallery.show(page, 'check-in-full', wide);
    const minutes = await page.$$eval('[data-about] > :last-child', (all) =>
      all.map((each) => Number.parseInt(each.textContent ?? '', 10)),
    );
    const sum = minutes.reduce((total, each) => total + each, 0);
    expect(minutes.length).toBe(6);
    expect(await textOf('main:last-of-type')).toContain(`${sum} minutes in all`);
  });
});

describe('the check-in on paper', () => {
  /** The page as a printer gets it, dark screens included. `TRUCE_PDF=folder` keeps it to be looked at. */
  async function printed(screen: string): Promise<string> {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    if (process.env.TRUCE_PDF) await writeFile(`${process.env.TRUCE_PDF}/${screen}.pdf`, pdf);
    return Buffer.from(pdf).toString('latin1');
  }
  const pagesOf = (pdf: string) => pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  it.each(['en-GB', 'de'])('fits two pages of A4, with everything there is (%s)', async (lang) => {
    await gallery.show(page, 'check-in-full', { ...wide, theme: 'dark' });
    await page.evaluate(
      (to) => (window as unknown as { paint: (lang: string) => unknown }).paint(to),
      lang,
    );
    const pdf = await printed(`check-in-full-${lang}`);
    expect(pagesOf(pdf)).toBeGreaterThan(0);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
    const [, , width, height] =
      pdf
        .match(/\/MediaBox\s*\[([^\]]+)\]/)?.[1]
        ?.trim()
        .split(/\s+/)
        .map(Number) ?? [];
    // A4 in points, to the pixel.
    expect(Math.abs((width ?? 0) - 595)).toBeLessThan(2);
    expect(Math.abs((height ?? 0) - 842)).toBeLessThan(2);
  });

  it('is black on white without the way around it', async () => {
    await gallery.show(page, 'check-in-full', { ...wide, theme: 'dark' });
    await page.emulateMediaType('print');
    const colours = await page.evaluate(() => {
      const of = (element: Element) => getComputedStyle(element);
      return [
        of(document.body).backgroundColor,
        of(document.querySelector('main h1') ?? document.body).color,
      ];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const shown = await page.$$eval('header, form, button, nav', (all) =>
      all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 80)),
    );
    expect(shown).toEqual([]);
  });
});
