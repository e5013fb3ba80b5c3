/** Pointing: a frame around what is under the mouse, a click takes it, Escape lets go. The page hears nothing of it. */

export interface Pointer {
  start(onTaken: (element: Element) => void, onStopped: () => void): void;
  stop(): void;
}

const STYLE =
  'position:fixed;pointer-events:none;border:2px solid #3457d5;border-radius:4px;background:rgb(52 87 213 / 12%);' +
  'box-shadow:0 0 0 1px #fff;z-index:1';

/** What must not reach the page while somebody points. */
const SWALLOWED = ['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick', 'contextmenu'];

/**
 * @param root where the frame around the element is drawn; nothing in it can be pointed at
 * @param host our own element in the page, which is not part of it
 */
export function createPointer(root: ShadowRoot, host: Element): Pointer {
  const box = document.createElement('div');
  box.setAttribute('style', STYLE);
  box.hidden = true;
  root.append(box);
  let life: AbortController | null = null;

  const stop = () => {
    life?.abort();
    life = null;
    box.hidden = true;
  };

  return {
    stop,
    start(onTaken, onStopped) {
      stop();
      life = new AbortController();
      const options = { capture: true, signal: life.signal };
      let under: Element | null = null;
      const show = (element: Element | null) => {
        under = element;
        box.hidden = !element;
        if (!element) return;
        const { top, left, width, height } = element.getBoundingClientRect();
        box.style.inset = `${top - 2}px auto auto ${left - 2}px`;
        box.style.width = `${width + 4}px`;
        box.style.height = `${height + 4}px`;
      };
      const ours = (event: Event) => event.composedPath().includes(host);
      const swallow = (event: Event) => {
        if (ours(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      for (const name of SWALLOWED) window.addEventListener(name, swallow, options);
      window.addEventListener(
        'mousemove',
        (event) => show(ours(event) ? null : innermost(event)),
        options,
      );
      window.addEventListener(
        'click',
        (event) => {
          if (ours(event)) return;
          swallow(event);
          const element = innermost(event) ?? under;
          if (!event.isTrusted || !element) return;
          stop();
          onTaken(element);
        },
        options,
      );
      window.addEventListener(
        'keydown',
        (event) => {
          // Around and back: what is meant is often the box around what the mouse can hit.
          if (event.key === 'ArrowUp') show(under?.parentElement ?? null);
          else if (event.key === 'ArrowDown') show(under?.firstElementChild ?? under);
          else if (event.key === 'Enter' && under) {
            const element = under;
            stop();
            onTaken(element);
          } else if (event.key === 'Escape') {
            stop();
            onStopped();
          } else return;
          swallow(event);
        },
        options,
      );
    },
  };
}

/** Open shadow roots are looked into; a disabled field hides from events, not from its point. */
function innermost(event: MouseEvent): Element | null {
  const [first] = event.composedPath();
  if (!(first instanceof Element)) return null;
  if (first === document.documentElement || first === document.body) return null;
  return first;
}
