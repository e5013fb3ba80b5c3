import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Saying } from './Mark.tsx';
import { isArrow, nearest } from './nearest.ts';
import { useWidth } from './use-width.ts';

/** What a plot is drawn with: how wide it may be. */
export type Paper = { width: number };

type Props = {
  /** The question, for whoever hears the plot. */
  label: string;
  /** Under the plot, while no mark is looked at: how to read it. */
  note: string;
  /** @returns the plot and its height, in px */
  paint: (paper: Paper) => { height: number; plot: ReactNode };
};

/**
 * A plot as wide as its place, in plain SVG with its texts in it, so that a picture of it says the same. One Tab stop: arrow keys
 * go from mark to mark; what a mark says stands under the plot while it is looked at, where nothing has to move for it.
 */
export function Drawing({ label, note, paint }: Props) {
  const { box, width } = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const [said, say] = useState<string | null>(null);
  const { height, plot } = width > 0 ? paint({ width }) : { height: 0, plot: null };

  // Which mark Tab stops at is nobody's business but the document's: React says -1 for all, and never looks again.
  useEffect(() => {
    const all = marksOf(svg.current);
    if (!all.some((mark) => mark.tabIndex === 0)) all[0]?.setAttribute('tabindex', '0');
  });

  return (
    <figure className={styles.figure}>
      <div ref={box} className={styles.box}>
        {width > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: there is no fieldset inside an SVG
          <svg
            ref={svg}
            className={styles.svg}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="group"
            aria-label={label}
            data-plot=""
            onKeyDown={move}
          >
            <Saying value={say}>{plot}</Saying>
          </svg>
        ) : null}
      </div>
      <p className={classes(styles.reading, said !== null && styles.said)} aria-hidden="true">
        {said ?? note}
      </p>
    </figure>
  );
}

const marksOf = (svg: Element | null): SVGGElement[] => [
  ...(svg?.querySelectorAll<SVGGElement>('[data-mark]') ?? []),
];

function move(event: KeyboardEvent<SVGSVGElement>) {
  const all = marksOf(event.currentTarget);
  const here = all.findIndex((mark) => document.activeElement?.isSameNode(mark));
  const next = placeOf(event.key, all, here);
  const target = next === null ? undefined : all[next];
  if (!target) return;
  event.preventDefault();
  for (const mark of all) mark.setAttribute('tabindex', mark === target ? '0' : '-1');
  target.focus();
}

function placeOf(key: string, all: readonly SVGGElement[], here: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (!isArrow(key) || here < 0) return null;
  const middles = all.map((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  return nearest(middles, here, key);
}
