/** An address that nothing may ever ask for, texts that would make a careless page ask for it, and how a page is looked at. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Frame, Page } from 'puppeteer-core';

/** Turns round what follows it, up to the end of the paragraph, wherever it is not kept apart. */
const REVERSING = '\u202E';

export interface Marker {
  /** A text with markup, a script and turned letters in it; found again by its name. */
  evil(name: string): string;
  /** An address that is code. */
  code: string;
  /** Addresses that were asked for so far. */
  hits: string[];
  close(): Promise<void>;
}

export async function startMarker(): Promise<Marker> {
  const hits: string[] = [];
  const server = createServer(({ url = '' }, answer) => {
    hits.push(url);
    answer.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The marker has no address.');
  const at = `//127.0.0.1:${address.port}`;
  return {
    evil: (name) => `=${name}"'><img src=${at}/ onerror=alert(1)>${REVERSING}`,
    code: `javascript:fetch('http:${at}/code')`,
    hits,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface Look {
  /** What a person reads. */
  text: string;
  /** Elements that came out of a text. */
  made: string[];
  /** Links that lead to no web page and to none of ours. */
  links: string[];
  /** Texts that turn round what stands beside them. */
  turning: string[];
  /** How much wider the page is than its window. */
  overflow: number;
  /** What the page's policy refused. */
  refused: string[];
}

/** Before the page runs: notes what its policy refuses. */
export async function noteRefused(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}

/** Looks at everything that is shown. */
export function look(where: Page | Frame): Promise<Look> {
  return where.evaluate((reversing: string) => {
    const all = [...document.querySelectorAll('*')];
    const isHandling = (element: Element) =>
      element.getAttributeNames().some((name) => name.startsWith('on'));
    const isFromElsewhere = (element: Element) =>
      /^(https?:)?\/\//.test(element.getAttribute('src') ?? '');
    /** Alone in its block, or in something inline that keeps its direction to itself. */
    const isApart = (node: Node): boolean => {
      for (let at = node.parentElement; at; at = at.parentElement) {
        // The lines of one label of a chart; nothing else is in it.
        if (at instanceof SVGTextElement && at.tagName === 'text') return true;
        const { display, unicodeBidi } = getComputedStyle(at);
        if (display === 'none') return true;
        if (display !== 'inline') return at.textContent?.trim() === node.textContent?.trim();
        if (unicodeBidi !== 'normal' && unicodeBidi !== 'embed') return true;
      }
      return true;
    };
    const turning: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.includes(reversing) && !isApart(node)) {
        const parent = node.parentElement;
        turning.push(
          `${parent?.parentElement?.className} > ${parent?.tagName}.${parent?.className}: ${node.textContent}`,
        );
      }
    }
    const root = document.documentElement;
    return {
      text: document.body.innerText,
      made: all
        .filter((element) => isHandling(element) || isFromElsewhere(element))
        .map((element) => element.outerHTML.slice(0, 200)),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(({ protocol }) => !/^(https?|chrome-extension):$/.test(protocol))
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      turning,
      overflow: Math.max(0, root.scrollWidth - root.clientWidth),
      refused: (Reflect.get(window, 'refused') as string[] | undefined) ?? [],
    };
  }, REVERSING);
}
