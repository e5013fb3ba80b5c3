/** How wide texts of a drawing are. */
import type { Measure } from './wrap.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** @returns what measures texts of this size in the page's own font */
export function measureAs(size: 11 | 12, weight: 400 | 650 = 400): Measure {
  if (context === undefined) context = document.createElement('canvas').getContext('2d');
  const font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => {
    // Where canvases are switched off, about half of the height for each letter.
    if (!context) return text.length * size * 0.56;
    context.font = font;
    return context.measureText(text).width;
  };
}
