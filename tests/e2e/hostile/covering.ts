/** Attacks that let somebody press our buttons without seeing them: a real press, under everything a page can do to us. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { SEEN_MS } from '../../../lib/lead/plain-sight.ts';
import type { Attack, Group } from './support/attack.ts';
import { away, expectNothingSaid, type Ground, PRIVATE, press } from './support/ground.ts';

/** Covers, presses Accept with the mouse, uncovers. */
async function pressUnder(
  ground: Ground,
  page: Page,
  cover: () => void,
  uncover: () => void,
): Promise<void> {
  await page.evaluate(cover);
  await press(page, 'accept');
  await ground.untilOff(page);
  await page.evaluate(uncover);
  await expectNothingSaid(ground);
  await page.bringToFront();
  await away(page);
}

const detected = (what: string, cover: () => void, uncover: () => void = plain): Attack => ({
  what,
  async run(ground, page) {
    await pressUnder(ground, page, cover, uncover);
    return 'detected, nothing is said';
  },
});

const plain = () => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  for (const cover of document.querySelectorAll('.cover')) cover.remove();
};

/** In the page: settles when it has been painted without a break for so long. */
const shownFor = (ms: number) =>
  new Promise<void>((resolve) => {
    let since = performance.now();
    const painted = (now: number) => {
      if (document.visibilityState !== 'visible') since = now;
      if (now - since >= ms) resolve();
      else requestAnimationFrame(painted);
    };
    requestAnimationFrame(painted);
  });

/** In the page, after it all: is ours as it was? */
const isRestored = () =>
  document
    .querySelector('html > [data-truce]')
    ?.getAttribute('style')
    ?.startsWith('all:initial') === true;

const restyled = (what: string, change: () => void): Attack => ({
  what,
  async run(_, page) {
    await page.evaluate(change);
    await expect.poll(() => page.evaluate(isRestored)).toBe(true);
    await page.evaluate(plain);
    return 'undone';
  },
});

export const COVERING: Group = {
  name: 'Covering, fading, moving',
  attacks: [
    detected('fade the whole page: `html { opacity: .01 }`', () => {
      document.documentElement.style.opacity = '.01';
    }),
    detected('a popover over everything that lets presses through', () => {
      const cover = document.createElement('div');
      cover.className = 'cover';
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100%;height:100%;pointer-events:none;background:white';
      document.body.append(cover);
      cover.showPopover();
    }),
    detected('the painted backdrop of a small popover', () => {
      const style = document.createElement('style');
      style.className = 'cover';
      style.textContent = '#bait::backdrop { background: white }';
      const cover = document.createElement('div');
      cover.className = 'cover';
      cover.id = 'bait';
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0 auto auto 0;width:9px;height:9px';
      document.body.append(style, cover);
      cover.showPopover();
    }),
    detected('an element as high as ours, put after it, that lets presses through', () => {
      const cover = document.createElement('div');
      cover.className = 'cover';
      cover.style.cssText =
        'position:fixed;inset:0;pointer-events:none;background:white;z-index:2147483647';
      document.documentElement.append(cover);
    }),
    detected('`html::after` as high as ours', () => {
      const cover = document.createElement('style');
      cover.className = 'cover';
      cover.textContent =
        'html::after { content: ""; position: fixed; inset: 0; background: white; pointer-events: none; z-index: 2147483647 }';
      document.head.append(cover);
    }),
    detected('a look-alike frame over ours, with a hole for the press', () => {
      const cover = document.createElement('iframe');
      cover.className = 'cover';
      cover.srcdoc = '<p>Win a prize</p>';
      cover.style.cssText =
        'position:fixed;right:0;top:0;width:380px;height:700px;border:0;z-index:2147483647;background:white';
      document.documentElement.append(cover);
    }),
    detected('clip: `html { clip-path }` that leaves only the buttons', () => {
      document.documentElement.style.cssText =
        'height:100vh;clip-path:inset(calc(100vh - 60px) 0 0 calc(100vw - 380px))';
    }),
    detected('mask the page', () => {
      document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)';
    }),
    detected('filter: `blur`, `brightness(0)`', () => {
      document.documentElement.style.filter = 'blur(20px) brightness(0)';
    }),
    detected('blend: `mix-blend-mode`', () => {
      document.documentElement.style.mixBlendMode = 'difference';
    }),
    detected('shrink and push: `transform` on `html`', () => {
      document.documentElement.style.cssText =
        'height:100vh;transform-origin:100% 100%;transform:scale(.98)';
    }),
    restyled(
      'restyle the host: `style`, `cssText`, `display`, `opacity`, `zoom`, `z-index`',
      () => {
        const host = document.querySelector<HTMLElement>('[data-truce]');
        if (host) host.style.cssText = 'display:none!important;opacity:0;zoom:.1;z-index:-1';
      },
    ),
    restyled('turn the host off for keyboard and screen reader: `inert`, `aria-hidden`', () => {
      const host = document.querySelector<HTMLElement>('[data-truce]');
      host?.setAttribute('inert', '');
      host?.setAttribute('aria-hidden', 'true');
    }),
    {
      what: 'style sheets against the host: `!important`, layers, animations, `all`',
      async run(_, page) {
        const seen = await page.evaluate(async () => {
          const sheet = document.createElement('style');
          sheet.className = 'cover';
          sheet.textContent = `@keyframes fade { to { opacity: 0 } }
            @layer a { html > div[data-truce] { opacity: 0 !important; display: none !important } }
            html > div[data-truce] { opacity: 0 !important; filter: blur(9px) !important;
              animation: fade 1ms forwards !important; visibility: hidden !important; transition: all 99s !important }`;
          document.head.append(sheet);
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
          const host = document.querySelector('[data-truce]');
          const style = host && getComputedStyle(host);
          sheet.remove();
          return [style?.opacity, style?.visibility, style?.display, style?.filter];
        });
        expect(seen).toEqual(['1', 'visible', 'block', 'none']);
        return 'without effect';
      },
    },
    {
      what: 'a modal dialog of the page',
      async run(ground, page) {
        await page.evaluate(() => {
          const cover = document.createElement('dialog');
          cover.className = 'cover';
          cover.textContent = 'Hello';
          document.body.append(cover);
          cover.showModal();
        });
        await press(page, 'accept');
        await expectNothingSaid(ground);
        await page.bringToFront();
        await page.evaluate(plain);
        return 'the press never arrives';
      },
    },
    {
      what: 'show us only at the moment of the press',
      async run(ground, page) {
        await away(page);
        await page.evaluate(() => {
          document.documentElement.style.opacity = '0';
          const show = () => document.documentElement.removeAttribute('style');
          addEventListener('blur', show, { once: true });
        });
        await press(page, 'accept');
        await ground.untilOff(page);
        await expectNothingSaid(ground);
        await page.bringToFront();
        await away(page);
        return 'too soon, nothing is said';
      },
    },
    {
      what: 'afterwards, in plain sight, the same press counts',
      async run(ground, page) {
        await page.evaluate(plain);
        await ground.untilSaid(page, PRIVATE);
        // The page was behind another tab a moment ago, and somebody looks before they press.
        await page.evaluate(shownFor, 3 * SEEN_MS);
        await press(page, 'accept');
        await ground.untilGiven(page);
        expect(await ground.outbox()).toContain('"accepted"');
        return 'works';
      },
    },
  ],
};
