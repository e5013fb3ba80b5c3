/** Attacks that want to say something in somebody's name, hear what is typed, or break what we run on. */
import { expect } from 'vitest';
import type { Group } from './support/attack.ts';
import { away, expectNothingSaid, LEAD, PRIVATE, press, SIZE } from './support/ground.ts';

/** In the page, before everything: hears every key and input that a page can hear, and breaks what scripts lean on. */
function listenAndBreak(): void {
  // A test's script runs in every frame; a page's does not run in ours.
  if (location.protocol.endsWith('extension:')) return;
  const heard: string[] = [];
  Object.assign(window, { heard });
  const events =
    'keydown keyup keypress beforeinput input paste compositionstart pointerdown click';
  for (const name of events.split(' ')) {
    addEventListener(
      name,
      (event) => event.isTrusted && heard.push(`${name} ${Reflect.get(event, 'key') ?? ''}`),
      true,
    );
  }
  const broken = () => {
    throw new Error('broken by the page');
  };
  for (const [owner, names] of [
    [Array.prototype, 'map filter flatMap at find some toSorted'],
    [Promise.prototype, 'then finally'],
    [JSON, 'parse stringify'],
    [Date, 'now'],
    [performance, 'now'],
    [crypto, 'randomUUID getRandomValues'],
    [history, 'pushState replaceState'],
    [Element.prototype, 'attachShadow append remove setAttribute getBoundingClientRect'],
    [MessagePort.prototype, 'postMessage'],
    [EventTarget.prototype, 'addEventListener'],
    [
      window,
      'MessageChannel MutationObserver getComputedStyle setTimeout requestAnimationFrame fetch',
    ],
  ] as [object, string][]) {
    for (const name of names.split(' ')) {
      try {
        Reflect.set(owner, name, broken);
      } catch {
        // What cannot be broken is not.
      }
    }
  }
  Reflect.get(window, 'navigation') && Reflect.deleteProperty(window, 'navigation');
  Object.defineProperty(window, 'navigation', { get: broken, configurable: true });
}

/** In the page: everything it can make up. */
function pressEverything(width: number, height: number): void {
  const host = document.querySelector<HTMLElement>('[data-truce]');
  const targets = [
    host,
    document.elementFromPoint(width - 305, height - 30),
    document.body,
    window,
  ];
  const init = {
    bubbles: true,
    composed: true,
    cancelable: true,
    clientX: width - 305,
    clientY: height - 30,
  };
  for (const target of targets) {
    for (const type of [
      'pointerover',
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
    ]) {
      target?.dispatchEvent(new MouseEvent(type, init));
    }
    for (const code of ['KeyA', 'KeyR', 'Enter', 'Tab']) {
      target?.dispatchEvent(
        new KeyboardEvent('keydown', {
          ...init,
          altKey: code.startsWith('Key'),
          code,
          key: code.at(-1) ?? '',
        }),
      );
    }
    if (target instanceof HTMLElement) {
      target.focus();
      target.click();
    }
  }
}

export const ACTING: Group = {
  name: 'Acting in somebody’s name',
  before: listenAndBreak,
  attacks: [
    {
      what: 'break built-ins before us: arrays, promises, JSON, clocks, crypto, ports, observers, history, Navigation API',
      async run(ground, page) {
        await ground.untilSaid(page, PRIVATE);
        return 'no harm';
      },
    },
    {
      what: 'make up presses and keys at the host, at points of the screen, at the window',
      async run(ground, page) {
        await page.evaluate(pressEverything, SIZE.width, SIZE.height);
        await ground.untilSaid(page, PRIVATE);
        await expectNothingSaid(ground);
        return 'ignored';
      },
    },
    {
      what: 'forge messages of ours: to every window, over every channel, to the extension',
      async run(ground, page) {
        const answered = await page.evaluate(() => {
          const seen = { kind: 'seen', seen: null };
          for (const message of [{ truce: 'port', nonce: 'x' }, seen, { kind: 'close' }]) {
            window.postMessage(message, '*');
            new BroadcastChannel('truce').dispatchEvent(
              new MessageEvent('message', { data: message }),
            );
          }
          const { chrome } = globalThis as unknown as {
            chrome?: { runtime?: { sendMessage?: unknown } };
          };
          return chrome?.runtime?.sendMessage ?? null;
        });
        expect(answered).toBeNull();
        await ground.untilSaid(page, PRIVATE);
        await expectNothingSaid(ground);
        return 'ignored';
      },
    },
    {
      what: 'hear what is typed in our frame: keys, input and paste captured at the window',
      async run(_, page) {
        await page.evaluate(() => {
          (window as unknown as { heard: string[] }).heard.length = 0;
        });
        await press(page, 'reject');
        await page.keyboard.type('Secretly');
        await page.keyboard.press('Escape');
        const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
        // The page may see its own pointer come as far as our edge; never a key.
        expect(heard.filter((line) => !/^(pointerdown|click)/.test(line))).toEqual([]);
        await away(page);
        return 'hears nothing';
      },
    },
    {
      what: 'show a record with a name of 100 kB, script, right-to-left override, NUL, lone surrogates, `__proto__`',
      async run(ground, page) {
        const names = [
          'A'.repeat(100_000),
          '<img src=x onerror=alert(1)><script>alert(1)</script>',
          '\u202Egnp.exe \u0000 \uD800 {"__proto__":{"x":1}}',
        ];
        for (const name of names) {
          await page.evaluate((own) => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (/Cameron Gutmann|^A{9}|<img|gnp\.exe/.test(node.nodeValue ?? ''))
                node.nodeValue = own;
            }
          }, name);
          await page.evaluate((id) => {
            location.hash = `#/contacts/${id}/show`;
          }, '999');
          await page.evaluate((id) => {
            location.hash = `#/contacts/${id}/show`;
          }, LEAD.record);
          await ground.untilSaid(page, PRIVATE);
        }
        const polluted = await page.evaluate(() => Reflect.get({}, 'x') ?? null);
        expect(polluted).toBeNull();
        return 'no harm';
      },
    },
    {
      what: 'forge the record: ids with quotes, paths, other origins in the address',
      async run(ground, page) {
        for (const id of ["2' or 1=1--", '../../2', '%00', 'constructor', '9'.repeat(500)]) {
          await page.evaluate((forged) => {
            location.hash = `#/contacts/${forged}/show`;
          }, id);
        }
        await page.evaluate((id) => {
          location.hash = `#/contacts/${id}/show`;
        }, LEAD.record);
        await ground.untilSaid(page, PRIVATE);
        return 'refused';
      },
    },
  ],
};
