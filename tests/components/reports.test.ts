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
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const answers = () =>
  page.$$eval('[data-report]', (panels) =>
    Object.fromEntries(
      panels.map((panel) => [
        panel.getAttribute('data-report'),
        [...panel.querySelectorAll(':scope > p')].map((each) => each.textContent).join(' '),
      ]),
    ),
  );

/** The words between Tab stops do not matter here: the first mark of a report's plot gets the focus. */
const focusPlot = (report: string) =>
  page.$eval(`[data-report="${report}"] [data-mark][tabindex="0"]`, (mark) =>
    (mark as SVGGElement).focus(),
  );

describe('the room of reports', () => {
  it('answers each question in a sentence made of the figures', async () => {
    await gallery.show(page, 'reports-full', wide);
    expect(await answers()).toMatchObject({
      funnel: 'Of 1,846 that came, 412 were handed over, 230 accepted by sales and 21 won.',
      acceptance:
        'Below the promise, intervals included: Webinar and Paid social. Above it: Customer referral.',
      reasons:
        'The first 3 reasons make 68\u00a0% of the rejections. 29 recycled leads are not rejections.',
      delays: 'Of all waiting, 4\u00a0% is the system’s and 96\u00a0% people’s.',
      agreement: 'Of 41 pairs of verdicts on one lead, 83\u00a0% said the same.',
    });
    expect(await textOf('[data-part="headline"]')).toContain(
      'The promise lies inside the interval: too early to call it missed.',
    );
  });

  it('shows no rate where there are too few verdicts, and says how many there are', async () => {
    await gallery.show(page, 'reports-few', wide);
    const said = await answers();
    expect(said.calibration).toContain('11 verdicts so far: no rate shown below 20');
    expect(said.agreement).toContain('no rate shown below 20');
    expect(said.acceptance).toBe('Too early to tell: none of them has 20 verdicts.');
    expect(await textOf('[data-part="headline"]')).toMatch(/–.*\n*.*no rate shown below 20/s);
    const shares = await page.$$eval(
      '[data-report="acceptance"] tbody tr:first-child td',
      (cells) => cells.map((cell) => cell.textContent),
    );
    expect(shares).toEqual(['14', '7', '11', '–', '–', '1']);
  });

  it('has a table behind every plot, for screen readers at all times, for all who ask', async () => {
    await gallery.show(page, 'reports-full', wide);
    const tables = await page.$$eval('[data-report]', (panels) =>
      panels.map((panel) => panel.querySelectorAll('table tbody tr').length > 1),
    );
    expect(tables).toEqual(Array(10).fill(true));
    const height = () =>
      page.$eval('[data-report="funnel"] [data-part="table"]', (box) => box.clientHeight);
    expect(await height()).toBeLessThan(2);
    await page.click('[data-report="funnel"] [data-action="table"]');
    expect(await height()).toBeGreaterThan(100);
    const sal = await page.$$eval(
      '[data-report="funnel"] table:first-of-type tbody tr:nth-child(3) *',
      (cells) => cells.map((cell) => cell.textContent),
    );
    expect(sal).toEqual(['SAL', '230', '56\u00a0%', '84', '0', '0', '28', '0']);
    const weeks = await page.$$eval(
      '[data-report="funnel"] table:last-of-type tbody tr:last-child *',
      (cells) => cells.map((cell) => cell.textContent),
    );
    expect(weeks.slice(0, 4)).toEqual(['16 Nov', '156', '5', '8']);
  });

  it('is one Tab stop per plot; arrows go from mark to mark, and each says itself', async () => {
    await gallery.show(page, 'reports-full', wide);
    const stops = await page.$$eval('svg[data-plot]', (plots) =>
      plots.map((plot) => plot.querySelectorAll('[data-mark][tabindex="0"]').length),
    );
    expect(stops.length).toBeGreaterThan(12);
    expect(new Set(stops)).toEqual(new Set([1]));
    await focusPlot('reasons');
    await hands.press('ArrowDown');
    expect(await focused()).toBe('Not our market: 26 leads. Share so far: 51\u00a0%.');
    expect(
      await textOf('[data-report="reasons"] figcaption, [data-report="reasons"] figure > p'),
    ).toBe(await focused());
    // The one in focus is framed, and no other.
    const framed = await page.$$eval(
      '[data-mark] > rect',
      (all) => all.filter((rect) => getComputedStyle(rect).stroke !== 'rgba(0, 0, 0, 0)').length,
    );
    expect(framed).toBe(1);
    await hands.press('End');
    expect(await focused()).toContain('no reason given');
    // Tab leaves the plot, and coming back comes back to the mark that was left.
    await hands.press('Tab');
    expect(await focused()).toContain('No budget');
    await page.keyboard.down('Shift');
    await hands.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused()).toContain('no reason given');
  });

  it('goes along the weeks and down the steps of the funnel', async () => {
    await gallery.show(page, 'reports-full', wide);
    await focusPlot('funnel');
    await hands.press('ArrowLeft', 'ArrowDown', 'ArrowDown');
    expect(await focused()).toBe('SAL, came in the week of 16 Nov: 8 leads, 32 may come yet.');
  });

  it('opens the leads behind a mark, and gives the focus back to it', async () => {
    await gallery.show(page, 'reports-full', wide);
    await focusPlot('acceptance');
    await hands.press('ArrowDown', 'Enter');
    await page.waitForSelector('dialog[open]');
    expect(await hands.saidLast('onLook')).toEqual({
      report: 'acceptance',
      mark: 's/Pricing page form',
      title: 'Pricing page form',
    });
    await hands.tabTo('open-lead');
    await hands.press('Enter');
    expect(await hands.saidLast('onOpenLead')).toMatchObject({ name: 'Gordon Lee' });
    await page.click('[data-action="csv-behind"]');
    await page.waitForFunction(() => window.calls.some(({ name }) => name === 'onSaveTable'));
    const { rows } = (await hands.saidLast('onSaveTable')) as { rows: unknown[][] };
    expect(rows).toHaveLength(6);
    await hands.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await focused()).toContain('Pricing page form: 72');
  });

  it('gives the table as values, not as words', async () => {
    await gallery.show(page, 'reports-compared', wide);
    await page.click('[data-report="acceptance"] [data-action="csv"]');
    const { name, rows } = (await hands.saidLast('onSaveTable')) as {
      name: string;
      rows: unknown[][];
    };
    expect(name).toBe('acceptance');
    expect(rows[0]?.at(-1)).toBe('Accepted, %, Before');
    expect(rows[1]).toEqual(['Pricing page form', 104, 71, 98, 0.7245, '0.6288..0.8032', 8, null]);
  });

  it('draws a picture that needs nothing else, in the colours of the theme', async () => {
    await gallery.show(page, 'reports-full', { ...wide, theme: 'dark' });
    await page.click('[data-report="reasons"] [data-action="png"]');
    await page.waitForFunction(() => 'picture' in window);
    const seen = await page.evaluate(async () => {
      const { picture } = window as unknown as { picture: Blob };
      const image = await createImageBitmap(picture);
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const counts: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        counts[colour] = (counts[colour] ?? 0) + 1;
      }
      const plot = document.querySelector('[data-report="reasons"] svg[data-plot]');
      return {
        type: picture.type,
        width: image.width,
        plot: Number(plot?.getAttribute('width')),
        counts,
      };
    });
    expect(seen.type).toBe('image/png');
    expect(seen.width).toBe((seen.plot + 32) * 2);
    // Ground, and sales' orange for the bars, as the tokens have them in the dark.
    expect(seen.counts['24,28,33']).toBeGreaterThan(100_000);
    expect(seen.counts['255,163,102']).toBeGreaterThan(10_000);
  });

  it('lets one choose days, another period and leads, all of which goes into the address', async () => {
    await gallery.show(page, 'reports-full', wide);
    await page.select('[name="compare"]', 'year');
    await page.select('main select[name="source"]', '=');
    await page.select('[name="period"]', 'custom');
    expect(await hands.saidLast('onChoose')).toMatchObject({
      compare: 'year',
      source: '',
      days: { from: '2026-08-31', to: '2026-11-22' },
    });
    await page.$eval('[name="to"]', (field) => (field as HTMLElement).focus());
    await page.keyboard.type('08302026');
    await hands.press('Enter');
    expect(await textOf('[role="alert"]')).toBe('The last day is before the first.');
    expect(await hands.saidLast('onChoose')).toMatchObject({ days: { to: '2026-11-22' } });
    // The other field is gone to before its day is looked at, and stays.
    await page.focus('[name="from"]');
    await page.keyboard.type('08032026');
    await hands.press('Tab', 'Tab');
    expect(await focusOf(page)).toBe('to');
    await page.keyboard.type('08302026');
    await hands.press('Enter');
    expect(await hands.saidLast('onChoose')).toMatchObject({
      days: { from: '2026-08-03', to: '2026-08-30' },
    });
    expect(await focusOf(page)).toBe('to');
    await hands.tabTo('reset');
    await hands.press('Enter');
    expect(await hands.saidLast('onChoose')).toMatchObject({ source: null, compare: 'year' });
  });

  it('leaves figures of single people to the administrator', async () => {
    await gallery.show(page, 'reports-full', wide);
    expect(await hands.there('[data-report="agreement"] [role="switch"]')).toBe(false);
    expect(await textOf('[data-report="agreement"]')).toContain(
      'Figures of single people are off.',
    );
    await gallery.show(page, 'reports-admin', wide);
    await page.click('[data-report="agreement"] [role="switch"]');
    expect(await hands.saidLast('onAllowRepFigures')).toBe(false);
    const names = await page.$$eval('[data-report="agreement"] tbody th', (cells) =>
      cells.map((cell) => cell.textContent),
    );
    expect(names).toContain('Person: Tomas Reyes (Accepted)');
  });

  it('keeps old figures beside what went wrong, and asks for one report again', async () => {
    await gallery.show(page, 'reports-stale', wide);
    expect(await textOf('[data-report="drift"]')).toContain('What is shown is from before.');
    await page.click('[data-report="drift"] [data-action="retry"]');
    expect(await hands.saidLast('onRetry')).toBe('drift');
    await gallery.show(page, 'reports-problem', wide);
    expect(await page.$$eval('[data-report] [role="alert"]', (all) => all.length)).toBe(10);
    expect(await focusOf(page)).toBe('body');
  });
});
