/** Attacks that want to know what our frame says: through frames, the DOM, messages, storage, timings, sizes, fonts. */
import { expect } from 'vitest';
import type { Group } from './support/attack.ts';
import { readsNothing, SIZE } from './support/ground.ts';

/** In the page, before everything: keeps whatever passes through what a page can get at. */
function spy(): void {
  if (location.protocol.endsWith('extension:')) return;
  const loot: string[] = [];
  const note = (what: string, value: unknown) => {
    try {
      loot.push(`${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    } catch {
      loot.push(`${what}: ?`);
    }
  };
  Object.assign(window, { loot, roots: [] as unknown[] });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function caught(init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    (window as unknown as { roots: unknown[] }).roots.push(root);
    return root;
  };
  const spied = (owner: object, name: string) => {
    const real = Reflect.get(owner, name);
    Reflect.set(owner, name, function caught(this: unknown, ...given: unknown[]) {
      note(name, given);
      return Reflect.apply(real, this, given);
    });
  };
  spied(MessagePort.prototype, 'postMessage');
  spied(BroadcastChannel.prototype, 'postMessage');
  spied(window, 'postMessage');
  spied(Element.prototype, 'append');
  spied(Node.prototype, 'appendChild');
  for (const name of ['message', 'messageerror', 'error', 'unhandledrejection', 'storage']) {
    addEventListener(
      name,
      (event) => note(name, Reflect.get(event, 'data') ?? String(event)),
      true,
    );
  }
  addEventListener('securitypolicyviolation', (event) => note('csp', event.blockedURI), true);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) note('added', (node as Element).outerHTML ?? node.nodeValue);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

export const READING: Group = {
  name: 'Reading what the frame says',
  before: spy,
  attacks: [
    {
      what: 'count and reach frames: `window.length`, `frames[]`, `contentWindow`',
      async run(_, page) {
        const found = await page.evaluate(() => ({
          length: window.length,
          first: typeof window.frames[0],
          elements: document.querySelectorAll('iframe, frame, object, embed').length,
        }));
        expect(found).toEqual({ length: 0, first: 'undefined', elements: 0 });
        return 'reads nothing';
      },
    },
    {
      what: 'read the DOM: `outerHTML`, `innerText`, `getHTML`, `XMLSerializer`, XPath',
      run: async (_, page) =>
        readsNothing(
          await page.evaluate(() => {
            const html = document.documentElement;
            const host = document.querySelector('[data-truce]');
            const shown = Reflect.get(html, 'getHTML') as ((options: object) => string) | undefined;
            return [
              html.outerHTML,
              html.innerText,
              html.textContent,
              shown?.call(html, { serializableShadowRoots: true, shadowRoots: [] }),
              new XMLSerializer().serializeToString(document),
              document.evaluate('string(/)', document, null, 2, null).stringValue,
              host?.getAttributeNames(),
              host?.childNodes.length,
            ];
          }),
        ),
    },
    {
      what: 'open the closed root: `shadowRoot`, a second `attachShadow`, `attachInternals`, a patched `attachShadow`',
      async run({ browser }, page) {
        const found = await page.evaluate(() => {
          const host = document.querySelector<HTMLElement>('[data-truce]');
          const tried = (act: () => unknown) => {
            try {
              return act() ?? null;
            } catch {
              return null;
            }
          };
          return {
            own: host?.shadowRoot ?? null,
            again: tried(() => host?.attachShadow({ mode: 'open' })),
            internals: tried(() => host?.attachInternals().shadowRoot),
            caught: (window as unknown as { roots: unknown[] }).roots.length,
            opened: tried(
              () => (host as unknown as { openOrClosedShadowRoot: object }).openOrClosedShadowRoot,
            ),
            name: host?.localName,
          };
        });
        expect(found, browser).toEqual({
          own: null,
          again: null,
          internals: null,
          caught: 0,
          opened: null,
          name: 'div',
        });
        return 'reads nothing';
      },
    },
    {
      what: 'be handed our element: define elements, `is=`, upgrade',
      async run(_, page) {
        const made = await page.evaluate(() => {
          let count = 0;
          const trap = (base: typeof HTMLElement) =>
            class extends base {
              constructor() {
                super();
                count += 1;
              }
            };
          customElements.define('truce-panel', trap(HTMLElement));
          customElements.define('truce-div', trap(HTMLDivElement), { extends: 'div' });
          customElements.upgrade(document);
          return count;
        });
        expect(made).toBe(0);
        return 'reads nothing';
      },
    },
    {
      what: 'listen: window messages, patched `postMessage`, `MessagePort`, `BroadcastChannel`, `MutationObserver`',
      async run(_, page) {
        const loot = await page.evaluate(() => (window as unknown as { loot: string[] }).loot);
        expect(loot.filter((line) => /^(message|postMessage|error|unhandled)/.test(line))).toEqual(
          [],
        );
        return readsNothing(loot);
      },
    },
    {
      what: 'look into storage of its origin: local, session, IndexedDB, caches, cookies, service workers',
      run: async (_, page) => {
        const found = await page.evaluate(async () => ({
          local: { ...localStorage },
          session: { ...sessionStorage },
          databases: await indexedDB.databases(),
          caches: await caches.keys(),
          cookies: document.cookie,
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        }));
        expect(found).toMatchObject({ databases: [], caches: [], workers: 0 });
        expect(JSON.stringify(found)).not.toMatch(/truce/i);
        return readsNothing(found);
      },
    },
    {
      what: 'read timings: resources, long frames and their scripts, layout shifts, paint, reports',
      async run({ extension }, page) {
        const seen = await page.evaluate(async () => {
          const entries: unknown[] = [...performance.getEntries()];
          for (const type of PerformanceObserver.supportedEntryTypes) {
            new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
              type,
              buffered: true,
            });
          }
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
          return JSON.stringify(entries);
        });
        expect(seen).not.toContain(extension);
        expect(seen).not.toMatch(/-extension:\/\//);
        return readsNothing(seen);
      },
    },
    {
      what: 'select all and copy: `getSelection`, `execCommand`, the copy event',
      run: async (_, page) =>
        readsNothing(
          await page.evaluate(() => {
            const copied: unknown[] = [];
            addEventListener('copy', (event) => copied.push(event.clipboardData?.getData('text')));
            document.execCommand('selectAll');
            document.execCommand('copy');
            const all = getSelection();
            const text = [String(all), all?.anchorNode?.nodeName, copied];
            all?.removeAllRanges();
            return text;
          }),
        ),
    },
    {
      what: 'search the text: `window.find` for what only we say',
      async run(_, page) {
        const found = await page.evaluate(() => {
          const find = Reflect.get(window, 'find') as ((text: string) => boolean) | undefined;
          const has = (text: string) => {
            getSelection()?.removeAllRanges();
            return find?.call(window, text) ?? false;
          };
          return ['Secret plans', 'Asked for a demo', 'Open Truce'].filter(has);
        });
        expect(found).toEqual([]);
        return 'reads nothing';
      },
    },
    {
      what: 'ask points of the screen: `elementsFromPoint`, `caretPositionFromPoint`',
      async run(_, page) {
        const found = await page.evaluate(({ width, height }) => {
          const names = new Set<string>();
          for (let x = width - 370; x < width; x += 30) {
            for (let y = 5; y < height; y += 30) {
              const top = document.elementFromPoint(x, y);
              names.add(top?.hasAttribute('data-truce') ? 'ours' : `${top?.nodeName}`);
              const caret = (
                document as unknown as {
                  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node } | null;
                }
              ).caretPositionFromPoint?.(x, y);
              names.add(caret?.offsetNode.isConnected === false ? 'inside' : 'ours');
            }
          }
          return [...names];
        }, SIZE);
        expect(found).toEqual(['ours']);
        return 'sees that it is there';
      },
    },
    {
      what: 'measure the host: boxes, scroll sizes, observers of size and sight',
      async run(_, page) {
        const sizes = await page.evaluate(async () => {
          const host = document.querySelector<HTMLElement>('[data-truce]');
          if (!host) return null;
          const observed = await new Promise<DOMRectReadOnly>((resolve) => {
            new ResizeObserver(([entry]) => entry && resolve(entry.contentRect)).observe(host);
          });
          const { width, height } = host.getBoundingClientRect();
          return [width, height, host.scrollWidth, host.scrollHeight, observed.width];
        });
        expect(sizes).toEqual([0, 0, 0, 0, 0]);
        return 'reads nothing';
      },
    },
    {
      what: 'style into us: `::part`, `:has`, inherited counters and custom properties',
      run: async (_, page) =>
        readsNothing(
          await page.evaluate(() => {
            const sheet = document.createElement('style');
            sheet.textContent =
              '::part(*) { color: red } [data-truce]::before { content: counter(x) } [data-truce] * { display: block }';
            document.head.append(sheet);
            const host = document.querySelector('[data-truce]');
            const all = host && getComputedStyle(host);
            const told = [all?.content, all?.color, host?.matches(':has(*)')];
            sheet.remove();
            return told;
          }),
        ),
    },
    {
      what: 'reach windows by name: `window.open("", …)`, `opener`, `parent`',
      async run(_, page) {
        const reached = await page.evaluate(() =>
          ['truce', 'Truce', 'sidebar', 'rows', ''].map((name) => {
            const frame = (window.frames as unknown as Record<string, unknown>)[name];
            return typeof frame;
          }),
        );
        expect(new Set(reached)).toEqual(new Set(['undefined']));
        return 'reads nothing';
      },
    },
    {
      what: 'find the extension’s own objects: `chrome.runtime`, `browser`, our world’s globals',
      async run(_, page) {
        const found = await page.evaluate(() => {
          const all = globalThis as unknown as Record<string, { runtime?: unknown } | undefined>;
          return [
            all.chrome?.runtime,
            all.browser?.runtime,
            all.truceHome,
            all.truceScout,
            all.trucePage,
          ]
            .map((each) => each ?? null)
            .filter((each) => each !== null).length;
        });
        expect(found).toBe(0);
        return 'reads nothing';
      },
    },
    {
      what: 'print: what the printed page would hold',
      async run(_, page) {
        await page.emulateMediaType('print').catch(() => undefined);
        const ours = await page.evaluate(({ width }) => {
          if (!matchMedia('print').matches) return null;
          return document.elementFromPoint(width - 100, 300)?.hasAttribute('data-truce') ?? false;
        }, SIZE);
        await page.emulateMediaType().catch(() => undefined);
        expect(ours).not.toBe(true);
        return ours === null ? 'not tried: no print mode here' : 'reads nothing';
      },
    },
  ],
};
