import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';

/** Where a mark puts what it says; null takes it away. */
const Sayer = createContext<(said: string | null) => void>(() => {});

export function Saying(props: { value: (said: string | null) => void; children: ReactNode }) {
  return <Sayer value={props.value}>{props.children}</Sayer>;
}

/** A rectangle of a drawing, in px. */
export type Area = { x: number; y: number; width: number; height: number };

type Props = {
  /** The figure in words, with its n and interval. */
  says: string;
  /** Opens the leads behind it; null: they cannot be listed. */
  onOpen: (() => void) | null;
  /** Where it can be hit. */
  area: Area;
  children: ReactNode;
};

/** One figure of a plot: says itself on hover and focus, opens its leads on a click, Enter and space. */
export function Mark({ says, onOpen, area, children }: Props) {
  const say = useContext(Sayer);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen?.();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role says what it is; there is no button inside an SVG */}
      <g
        className={classes(styles.mark, onOpen && styles.opens)}
        role={onOpen ? 'button' : 'img'}
        aria-label={says}
        tabIndex={-1}
        data-mark=""
        onClick={() => onOpen?.()}
        onKeyDown={press}
        onFocus={() => say(says)}
        onBlur={() => say(null)}
        onPointerEnter={() => say(says)}
        onPointerLeave={() => say(null)}
      >
        <rect className={styles.hit} rx="4" {...area} />
      </g>
      <g className={styles.drawn}>{children}</g>
    </>
  );
}

type WordsProps = {
  x: number;
  y: number;
  /** Lines, 16 px apart; the first is on `y`. */
  lines: readonly string[];
  as?: string | undefined;
};

/** Text of a drawing; `as` are classes of Drawing.module.css. */
export function Words({ x, y, lines, as }: WordsProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can focus a text; the mark's name says it
    <text x={x} y={y} className={as} aria-hidden="true">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, two may be alike
        <tspan key={index} x={x} dy={index === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
