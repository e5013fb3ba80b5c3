/** A plot as a picture: what is on the screen, in its colours, with the question above it. Nothing in it points outside. */

import { measureAs } from './measure.ts';
import { wrap } from './wrap.ts';

const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'direction',
  'unicode-bidi',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const EDGE = 16;
const LINE = 18;

/** What stands around the plots. */
export type Caption = {
  title: string;
  /** Under the title: the answer, the period, what is filtered. In lines. */
  lines: readonly string[];
};

/** @returns the plots one under the other as one SVG that needs nothing else, and its size in px */
export function selfContained(plots: readonly SVGSVGElement[], caption: Caption) {
  const width = Math.max(...plots.map((plot) => plot.width.baseVal.value)) + 2 * EDGE;
  const look = getComputedStyle(document.body);
  const surface = getComputedStyle(document.documentElement).getPropertyValue('--surface');
  const picture = document.createElementNS(SVG, 'svg');
  let y = EDGE + LINE;
  const write = (text: string, bold: boolean) => {
    const words = document.createElementNS(SVG, 'text');
    words.textContent = text;
    words.setAttribute('x', String(EDGE));
    words.setAttribute('y', String(y));
    words.style.fill = look.color;
    words.style.fontFamily = look.fontFamily;
    words.style.fontSize = '12px';
    words.style.fontWeight = bold ? '650' : '400';
    y += LINE;
    return words;
  };
  const within = (line: string, weight: 400 | 650) =>
    wrap(line, width - 2 * EDGE, measureAs(12, weight));
  const texts = [
    ...within(caption.title, 650).map((line) => write(line, true)),
    ...caption.lines.flatMap((line) => within(line, 400)).map((line) => write(line, false)),
  ];
  const drawn = plots.map((plot) => {
    const copy = copyOf(plot);
    copy.setAttribute('x', String(EDGE));
    copy.setAttribute('y', String(y));
    y += plot.height.baseVal.value + EDGE;
    return copy;
  });
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.style.fill = resolved(surface);
  picture.append(ground, ...texts, ...drawn);
  picture.setAttribute('xmlns', SVG);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(y));
  picture.setAttribute('viewBox', `0 0 ${width} ${y}`);
  return { svg: new XMLSerializer().serializeToString(picture), width, height: y };
}

/** @returns a PNG, two dots to each px; null where the browser does not let one be drawn */
export async function pictureOf(
  plots: readonly SVGSVGElement[],
  caption: Caption,
): Promise<Blob | null> {
  const { svg, width, height } = selfContained(plots, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

/** @returns a copy with the looks of the page's style sheets in it */
function copyOf(plot: SVGSVGElement): Element {
  const copy = document.importNode(plot, true);
  const from = [plot, ...plot.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of to.entries()) {
    const original = from[index];
    if (!original) continue;
    const look = getComputedStyle(original);
    for (const name of COPIED) element.style.setProperty(name, look.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role', 'aria-label']) element.removeAttribute(name);
  }
  return copy;
}

/** @returns a colour of the tokens as it is here and now: `light-dark()` means nothing in a picture */
function resolved(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
