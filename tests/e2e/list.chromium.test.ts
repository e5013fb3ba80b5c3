import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chipsOf, rowCardOf } from './support/chips.ts';
import { type Chromium, inExtension, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Person, type Scene, SECRET } from './support/scene.ts';

/** A rep on the CRM's own list: chips, the card of a row, a list gone through by keyboard, and no trace of any of it. */
let scene: Scene;
let rep: Chromium;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  rep = await startAs(scene, 'Kim Okafor', 'rep');
  page = await rep.browser.newPage();
  // This CRM's list has no addresses: a row is known once its record has been opened, here by somebody else.
  for (const { email, id } of [scene.hot, scene.cool]) {
    await scene.workspace.find(scene.crm.origin, email, id);
  }
  await page.goto(`${scene.crm.origin}/#/contacts`);
});
afterAll(() => Promise.all([rep?.close(), scene?.close()]));

/** The chips that are painted, from the top of the list. */
const painted = async () =>
  (await chipsOf(page))
    .flatMap(({ text, at }) => (at ? [{ text, at }] : []))
    .sort((a, b) => a.at.y - b.at.y);
const untilPainted = (count: number) =>
  expect.poll(async () => (await painted()).length, { timeout: 20_000 }).toBe(count);

const switchLists = (off: boolean) =>
  rep.browser
    .pages()
    .then(() =>
      off
        ? inExtension(rep.browser, () => chrome.storage.local.set({ listsOff: ['atomic'] }))
        : inExtension(rep.browser, () => chrome.storage.local.set({ listsOff: [] })),
    )
    .then(() => page.bringToFront());

const verdictsOn = async (person: Person) => {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  return (await scene.workspace.card(leadId)).feedback.filter(({ kind }) => kind === 'verdict');
};

describe('a list of the CRM', () => {
  it('has a chip beside each person marketing knows, and beside nobody else', async () => {
    await untilPainted(2);
    const names = await page.$$eval('main li .MuiListItemText-primary', (lines) =>
      lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const { right, top, bottom } = range.getBoundingClientRect();
        return { name: line.textContent, right, top, bottom };
      }),
    );
    const chips = await painted();
    for (const person of [scene.hot, scene.cool]) {
      const line = names.find(({ name }) => name?.includes(nameOf(person)));
      const own = chips.filter(
        ({ at }) => line && at.y > line.top - 10 && at.y + at.height < line.bottom + 10,
      );
      expect(own).toHaveLength(1);
      expect(own[0]?.at.x).toBeGreaterThan(line?.right ?? Number.POSITIVE_INFINITY);
    }
    expect(chips.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^\d+ [A-D][1-4]$/));
  });

  it('has the cards of everybody in sight here before one is opened', async () => {
    const kept = () =>
      inExtension(
        rep.browser,
        () =>
          new Promise<string[]>((resolve) => {
            const opening = indexedDB.open('truce-cards');
            opening.onsuccess = () => {
              const keys = opening.result
                .transaction('entries')
                .objectStore('entries')
                .getAllKeys();
              keys.onsuccess = () => {
                opening.result.close();
                resolve(keys.result.map(String));
              };
            };
          }),
      );
    const records = [scene.hot, scene.cool].map(({ id }) =>
      expect.stringMatching(new RegExp(`^record:atomic:.*:contact:${id}$`)),
    );
    await expect.poll(kept, { timeout: 20_000 }).toEqual(expect.arrayContaining(records));
    await page.bringToFront();
  });

  it('tells who it is, why and what can be said when one points at a chip, and tells the page nothing', async () => {
    const [, chip] = [...(await painted())].sort((a, b) => a.text.length - b.text.length);
    const first = chip ?? (await painted())[0];
    await page.mouse.move((first?.at.x ?? 0) + 8, (first?.at.y ?? 0) + 8);
    const card = await rowCardOf(page);
    await untilText(card, /Accept/);
    expect(await card.evaluate(() => document.querySelector('[data-lead] li') !== null)).toBe(true);
    const known = await page.evaluate(() => {
      const host = document.querySelector('[data-truce]');
      return {
        root: host?.shadowRoot ?? null,
        inner: host?.innerHTML,
        text: document.documentElement.outerHTML,
        frames: window.frames.length,
      };
    });
    expect(known).toMatchObject({ root: null, inner: '' });
    expect(known.text).not.toContain(SECRET);
    expect(known.text).not.toContain(first?.text);
    await page.mouse.move(5, 5);
    await untilText(card, /^\s*$/);
  });

  it('is gone through by keyboard: accept, next, reject with a reason; both reach the store', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('main li a')?.focus());
    const onChip = () =>
      page.evaluate(() => document.activeElement?.hasAttribute('data-truce') === true);
    for (let tabs = 0; tabs < 200 && !(await onChip()); tabs += 1) await page.keyboard.press('Tab');
    expect(await onChip()).toBe(true);
    const card = await rowCardOf(page);
    const leadIn = () =>
      card.evaluate(() => document.querySelector('[data-lead]')?.getAttribute('data-lead') ?? '');
    await expect.poll(leadIn).not.toBe('');
    const first = await leadIn();

    await altAnd('KeyA');
    await untilText(card, /Undo/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(leadIn).not.toBe(first);
    await altAnd('KeyR');
    await card.waitForSelector('[data-form=rejected] input', { timeout: 10_000 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await untilText(card, /Undo/);
    await page.keyboard.press('Escape');
    expect(await onChip()).toBe(true);

    const all = async () =>
      (await Promise.all([scene.hot, scene.cool].map(verdictsOn))).flatMap((said) =>
        said.map(({ verdict, by, reason }) => ({ verdict, by, told: reason !== null })),
      );
    await expect
      .poll(
        async () => (await all()).sort((a, b) => `${a.verdict}`.localeCompare(`${b.verdict}`)),
        {
          timeout: 45_000,
        },
      )
      .toEqual([
        { verdict: 'accepted', by: 'Kim Okafor', told: false },
        { verdict: 'rejected', by: 'Kim Okafor', told: true },
      ]);
  });

  it('is as it was when the switch is off, at once, and moves by nothing when it is on', async () => {
    await untilPainted(2);
    await page.evaluate(watchShifts);
    await switchLists(true);
    await expect.poll(() => chipsOf(page)).toEqual([]);
    expect(page.frames().filter((frame) => frame.url().includes('/row-card'))).toEqual([]);
    await switchLists(false);
    await untilPainted(2);
    expect(await page.evaluate(shiftsSeen)).toBe(0);
  });

  it('keeps chips with their rows when it scrolls, and away from rows that are out of sight', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await untilPainted(2);
    const before = await painted();
    await page.setViewport({ width: 1280, height: 320 });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const inSight = () =>
      page.$$eval(
        'main li .MuiListItemText-primary',
        (lines, names) =>
          lines.filter((line) => {
            const { top, bottom } = line.getBoundingClientRect();
            const wanted = names.some((name) => line.textContent?.includes(name));
            return wanted && top > 60 && bottom < innerHeight;
          }).length,
        [scene.hot, scene.cool].map(nameOf),
      );
    await expect.poll(async () => (await painted()).length).toBe(await inSight());
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.setViewport({ width: 1280, height: 800 });
    await expect.poll(painted).toEqual(before);
  });

  it('that rewrites its rows a hundred times a second is not held up by it', async () => {
    const alone = await switchLists(true).then(() => page.evaluate(rewriteRows));
    const beside = await switchLists(false)
      .then(() => untilPainted(2))
      .then(() => page.evaluate(rewriteRows));
    expect(beside).toBeGreaterThan(alone / 2);
    await untilPainted(2);
  });
});

async function altAnd(code: 'KeyA' | 'KeyR'): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.press(code);
  await page.keyboard.up('Alt');
}

/** In the page: how far anything moved from now on. */
function watchShifts(): void {
  const seen = globalThis as unknown as { shifted: number };
  seen.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shifted += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: 'layout-shift' });
}

const shiftsSeen = () => (globalThis as unknown as { shifted: number }).shifted;

/** In the page, for two seconds: how often it gets to write every row anew. */
function rewriteRows(): Promise<number> {
  const lines = [...document.querySelectorAll('main li .MuiListItemText-primary')];
  const names = lines.map((line) => line.textContent);
  return new Promise((resolve) => {
    let times = 0;
    const until = performance.now() + 2000;
    const timer = setInterval(() => {
      times += 1;
      for (const [place, line] of lines.entries()) {
        line.replaceChildren(names[(place + times) % names.length] ?? '');
      }
      if (performance.now() < until) return;
      clearInterval(timer);
      for (const [place, line] of lines.entries()) line.replaceChildren(names[place] ?? '');
      resolve(times);
    }, 10);
  });
}
