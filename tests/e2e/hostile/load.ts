/** Attacks by sheer amount: what must neither break us nor make us break the page. Bounded by counts, never by the clock. */
import { expect } from 'vitest';
import type { Group } from './support/attack.ts';
import { expectNothingSaid, LEAD, PRIVATE } from './support/ground.ts';

export const LOAD: Group = {
  name: 'Wearing us out',
  attacks: [
    {
      what: '100 changes a second to `html`, `body` and the host for two seconds',
      async run(ground, page) {
        const drawn = await page.evaluate(async () => {
          const host = document.querySelector<HTMLElement>('[data-truce]');
          let changes = 0;
          new MutationObserver((records) => {
            changes += records.length;
          }).observe(host ?? document.body, { attributes: true });
          for (let n = 0; n < 200; n += 1) {
            document.documentElement.className = `a${n}`;
            document.body.dataset.n = String(n);
            document.documentElement.append(document.createElement('i'));
            host?.setAttribute('data-n', String(n));
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          for (const each of document.querySelectorAll('html > i')) each.remove();
          host?.removeAttribute('data-n');
          return changes;
        });
        // 200 of the page's own, and hardly any of ours.
        expect(drawn).toBeLessThanOrEqual(210);
        await ground.untilSaid(page, PRIVATE);
        return 'no harm';
      },
    },
    {
      what: 'a document of 200,000 elements',
      async run(ground, page) {
        await page.evaluate(() => {
          const box = document.createElement('div');
          box.id = 'huge';
          box.hidden = true;
          for (let n = 0; n < 2000; n += 1) {
            const row = document.createElement('p');
            for (let m = 0; m < 99; m += 1) row.append(document.createElement('b'));
            box.append(row);
          }
          document.body.append(box);
        });
        await page.evaluate(() => {
          location.hash = '#/contacts/777/show';
        });
        await page.evaluate((id) => {
          location.hash = `#/contacts/${id}/show`;
        }, LEAD.record);
        await ground.untilSaid(page, PRIVATE);
        await page.evaluate(() => document.querySelector('#huge')?.remove());
        return 'no harm';
      },
    },
    {
      what: 'endless new addresses: `pushState` as often as the browser lets it',
      async run(ground, page) {
        await page.evaluate(async (id) => {
          const until = performance.now() + 2000;
          for (let n = 0; performance.now() < until; n += 1) {
            try {
              history.pushState(null, '', `#/contacts/${5000 + n}/show`);
            } catch {
              // The browser has had enough.
            }
            if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
          location.hash = `#/contacts/${id}/show`;
        }, LEAD.record);
        const back = () =>
          page.evaluate((id) => {
            location.hash = `#/contacts/${id}/show`;
            return location.hash.includes(`/${id}/`);
          }, LEAD.record);
        await expect.poll(back, { timeout: 20_000 }).toBe(true);
        await ground.untilSaid(page, PRIVATE);
        return 'the last one is shown';
      },
    },
    {
      what: 'remove the host again and again, each 100 ms',
      async run(ground, page) {
        const came = await page.evaluate(async () => {
          const host = document.querySelector('[data-truce]');
          let count = 0;
          for (let n = 0; n < 12; n += 1) {
            if (host?.isConnected) count += 1;
            host?.remove();
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          return count;
        });
        // Once there, and five times back.
        expect(came).toBe(6);
        await ground.toolbar(page);
        await expect
          .poll(() => page.evaluate(() => document.querySelector('html > [data-truce]') !== null))
          .toBe(true);
        await ground.untilSaid(page, PRIVATE);
        return 'five times back, then by the toolbar';
      },
    },
    {
      what: 'move the host about, each 100 ms',
      async run(ground, page) {
        const places = await page.evaluate(async () => {
          const host = document.querySelector('[data-truce]');
          let moved = 0;
          for (let n = 0; n < 9; n += 1) {
            if (host && host.parentNode !== document.body) {
              document.body.append(host);
              moved += 1;
            }
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          return moved;
        });
        expect(places).toBeLessThanOrEqual(6);
        await ground.toolbar(page);
        await ground.untilSaid(page, PRIVATE);
        return 'five times back, then by the toolbar';
      },
    },
    {
      what: 'replace the whole document: another `<html>`, `document.open` and `write`',
      async run(ground) {
        const page = await ground.open();
        await page.evaluate(() => {
          document.replaceChild(document.createElement('html'), document.documentElement);
        });
        await expect
          .poll(() => page.evaluate(() => document.querySelector('html > [data-truce]') !== null))
          .toBe(true);
        await page.evaluate(() => {
          document.open();
          document.write('<!doctype html><title>New</title><p>New</p>');
          document.close();
        });
        const usable = await page.evaluate(() => document.body.innerText.trim());
        expect(usable).toBe('New');
        await page.close();
        return 'undone, or gone without a trace';
      },
    },
    {
      what: 'close every dialog and popover, steal the focus for ever',
      async run(ground) {
        const page = await ground.open();
        await page.evaluate(() => {
          const field = document.createElement('input');
          document.body.append(field);
          setInterval(() => {
            field.focus();
            for (const each of document.querySelectorAll<HTMLDialogElement>('dialog')) each.close();
          }, 20);
        });
        await ground.untilSaid(page, PRIVATE);
        await expectNothingSaid(ground);
        await page.close();
        return 'no harm';
      },
    },
    {
      what: 'a page that never stops loading',
      async run(ground) {
        const page = await ground.open({
          before: () => {
            if (location.protocol.endsWith('extension:')) return;
            setInterval(() => void fetch(`/never?${Math.random()}`).catch(() => undefined), 30);
          },
        });
        await ground.untilSaid(page, PRIVATE);
        await page.close();
        return 'no harm';
      },
    },
  ],
};
