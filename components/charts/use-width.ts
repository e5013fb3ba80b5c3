/** How wide a place is, now and after every change. */
import { useCallback, useState } from 'react';

/** @returns `box` to tie to the element; `width` in whole px, 0 before it is there */
export function useWidth() {
  const [width, setWidth] = useState(0);
  const box = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const look = () => setWidth(Math.floor(element.getBoundingClientRect().width));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}
