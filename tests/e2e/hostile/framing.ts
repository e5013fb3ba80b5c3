/** Attacks that put our pages where they do not belong, or put something else in the place of ours. */
import { expect } from 'vitest';
import type { Group } from './support/attack.ts';
import { type Ground, PRIVATE, readsNothing } from './support/ground.ts';

/** Pages that a CRM page may frame; in Firefox under an address it cannot know. */
const OPEN = ['sidebar', 'row-card', 'sidebar-elsewhere', 'row-card-elsewhere', 'teach'];
const SHUT = ['panel', 'popup', 'options', 'review', 'store'];

/** In the page: frames each, forges the handshake, and keeps what it hears. */
async function frameAll(urls: string[]): Promise<string[]> {
  const heard: string[] = [];
  addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  await Promise.all(
    urls.map(async (src) => {
      const frame = document.createElement('iframe');
      frame.className = 'stolen';
      frame.src = src;
      const loaded = new Promise((resolve) => {
        frame.addEventListener('load', resolve);
        setTimeout(resolve, 1500);
      });
      document.body.append(frame);
      await loaded;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(JSON.stringify(data));
      const record = { crm: 'atomic', org: location.host, kind: 'contact', id: '2' };
      frame.contentWindow?.postMessage({ truce: 'port', nonce: crypto.randomUUID() }, '*', [port2]);
      port1.postMessage({ kind: 'seen', seen: { record, crmName: 'X', facts: {}, settled: true } });
      port1.postMessage({ kind: 'rows', rows: [{ key: 'a', record, facts: {} }] });
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  return heard;
}

const clear = () => {
  for (const frame of document.querySelectorAll('.stolen')) frame.remove();
};

const addresses = ({ extension }: Ground, names: string[]) =>
  names.map((name) => `${extension}/${name}.html`);

export const FRAMING: Group = {
  name: 'Framing, replacing, navigating',
  attacks: [
    {
      what: 'frame the sidebar, the card and the teacher itself, and forge the handshake',
      async run(ground, page) {
        const heard = await page.evaluate(frameAll, addresses(ground, OPEN));
        const texts = await Promise.all(
          page
            .frames()
            .filter((frame) => frame !== page.mainFrame())
            .map((frame) =>
              frame
                .evaluate(() => [Boolean(frameElement), document.body.innerText])
                .catch(() => []),
            ),
        );
        expect(heard).toEqual([]);
        // The one that may say it is the genuine one, in the closed root.
        const saying = texts.filter((text) => PRIVATE.test(String(text)));
        expect(saying.length).toBeLessThanOrEqual(1);
        await page.evaluate(clear);
        return 'an empty frame that waits';
      },
    },
    {
      what: 'frame panel, popup, options, review desk and store page',
      async run(ground, page) {
        const heard = await page.evaluate(frameAll, addresses(ground, SHUT));
        expect(heard).toEqual([]);
        const reached = page
          .frames()
          .map((frame) => frame.url())
          .filter((url) => SHUT.some((name) => url.includes(`/${name}.html`)));
        expect(reached).toEqual([]);
        await page.evaluate(clear);
        return 'refused by the browser';
      },
    },
    {
      what: 'do the same on a site that is no CRM',
      async run(ground) {
        const page = await ground.open({ at: ground.field.elsewhere, ready: false });
        const heard = await page.evaluate(frameAll, addresses(ground, [...OPEN, ...SHUT]));
        const readable = await page.evaluate(
          (src) =>
            fetch(src).then(
              () => true,
              () => false,
            ),
          `${ground.extension}/sidebar.html`,
        );
        const reached = page.frames().filter((frame) => PRIVATE.test(frame.url()));
        await page.close();
        expect({ heard, readable, reached }).toEqual({ heard: [], readable: false, reached: [] });
        return 'refused by the browser';
      },
    },
    {
      what: 'open the sidebar as a window and forge the handshake as its opener',
      async run({ extension }, page) {
        const heard = await page.evaluate(async (src) => {
          const said: unknown[] = [];
          const opened = window.open(src, 'stolen');
          await new Promise((resolve) => setTimeout(resolve, 700));
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => said.push(data);
          opened?.postMessage({ truce: 'port', nonce: crypto.randomUUID() }, '*', [port2]);
          await new Promise((resolve) => setTimeout(resolve, 300));
          opened?.close();
          return said;
        }, `${extension}/sidebar.html`);
        expect(heard).toEqual([]);
        await page.bringToFront();
        return 'an empty page that waits';
      },
    },
    {
      what: 'navigate our frame away: by index, by name, by target',
      async run(ground, page) {
        await page.evaluate(() => {
          for (const name of ['0', 'truce', 'sidebar', '']) {
            const frame = (window.frames as unknown as Record<string, Window | undefined>)[name];
            if (frame) frame.location.href = 'about:blank';
            const link = document.createElement('a');
            link.href = 'about:blank#stolen';
            link.target = name || '_self_';
            document.body.append(link);
            link.remove();
          }
        });
        await ground.untilSaid(page, PRIVATE);
        return 'finds no frame';
      },
    },
    {
      what: 'clone the host, or put a look-alike in its place',
      async run(ground, page) {
        const found = await page.evaluate(async () => {
          const host = document.querySelector('[data-truce]');
          if (!host) return null;
          const clone = host.cloneNode(true) as HTMLElement;
          host.replaceWith(clone);
          await new Promise((resolve) => setTimeout(resolve, 100));
          const back = document.documentElement.contains(host);
          clone.remove();
          return { back, root: clone.shadowRoot, inner: clone.innerHTML };
        });
        expect(found).toEqual({ back: true, root: null, inner: '' });
        await ground.untilSaid(page, PRIVATE);
        return 'undone';
      },
    },
    {
      what: 'move the host into an element or a document of its own',
      async run(ground, page) {
        const places = await page.evaluate(async () => {
          const host = document.querySelector('[data-truce]');
          const box = document.createElement('div');
          const frame = document.createElement('iframe');
          document.body.append(box, frame);
          const seen: unknown[] = [];
          const move = Reflect.get(box, 'moveBefore') as
            | ((node: Node, before: null) => void)
            | undefined;
          const ways = [
            () => host && box.append(host),
            () => host && move?.call(box, host, null),
            () => host && frame.contentDocument?.body.append(host),
          ];
          for (const way of ways) {
            way();
            await new Promise((resolve) => setTimeout(resolve, 100));
            seen.push(host?.parentNode === document.documentElement);
          }
          box.remove();
          frame.remove();
          return seen;
        });
        expect(places).toEqual([true, true, true]);
        await ground.untilSaid(page, PRIVATE);
        return 'undone';
      },
    },
    {
      what: 'fetch our files, and learn what they say',
      run: async ({ extension }, page) =>
        readsNothing(
          await page.evaluate(
            (files) =>
              Promise.all(
                files.map((file) =>
                  fetch(file)
                    .then((answer) => answer.text())
                    .catch(() => 'refused'),
                ),
              ),
            [`${extension}/sidebar.html`, `${extension}/manifest.json`, `${extension}/scout.js`],
          ),
        ),
    },
  ],
};
