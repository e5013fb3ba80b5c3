/** Plain sight for a frame in a CRM page: wakes with pointer, keys and focus, asks browser and page. */

import { type PlainSight, plainSight, type Witness } from './plain-sight.ts';
import { observeSight, tellsCovers } from './sight-observer.ts';

export interface FrameSight extends PlainSight {
  /** What our part in the page has seen. */
  heard(clear: boolean): void;
}

/**
 * @param look asks our part in the page to look; it answers through `heard`
 * @param signal ends it
 */
export function frameSight(look: () => void, signal: AbortSignal): FrameSight {
  let tell: ((witness: Witness, clear: boolean) => void) | null = null;
  const browserTells = tellsCovers();
  const sight = plainSight({
    witnesses: browserTells ? ['browser', 'page'] : ['page'],
    look,
    observe(hear) {
      tell = hear;
      const end = browserTells
        ? observeSight(document.documentElement, (clear) => hear('browser', clear))
        : () => undefined;
      return () => {
        tell = null;
        end();
      };
    },
  });
  const on = (name: keyof WindowEventMap, by?: 'pointer' | 'keys') =>
    window.addEventListener(name, (event) => event.isTrusted && sight.near(by), {
      capture: true,
      passive: true,
      signal,
    });
  on('pointermove', 'pointer');
  on('pointerdown', 'pointer');
  on('keydown', 'keys');
  // The focus comes with a press as well as with a key.
  on('focus');
  window.addEventListener('resize', sight.moved, { signal });
  return { ...sight, heard: (clear) => tell?.('page', clear) };
}
