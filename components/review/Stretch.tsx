import { type ReactNode, useEffect, useRef, useState } from 'react';
import { watchNear } from './near.ts';

type Props = {
  /** Which stretch of the list this is, from 0. */
  place: number;
  /** The open line is in it: it stays drawn, so that the keys go on from there. */
  keep: boolean;
  children: ReactNode;
};

/** More than a turn of the wheel, in px. */
const MARGIN = 1600;

/**
 * Some lines of thousands: drawn while they are near to what is in view, otherwise only as high as they were. Each is drawn
 * once when it comes, so every height is a measured one and nothing jumps.
 */
export function Stretch({ place, keep, children }: Props) {
  const here = useRef<HTMLOListElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  const drawn = keep || height === null;

  useEffect(() => {
    const element = here.current;
    if (!element) return;
    return watchNear(element, MARGIN, (near) => {
      // Whoever is on one of these lines with the keyboard keeps it under their feet; a list that is not shown has no height.
      const held = element.contains(document.activeElement) || element.offsetHeight === 0;
      if (near) setHeight(null);
      else if (!held) setHeight(element.offsetHeight);
    });
  }, []);

  return (
    <ol
      ref={here}
      data-stretch={place}
      style={drawn ? undefined : { blockSize: height }}
      aria-hidden={drawn ? undefined : true}
    >
      {drawn ? children : null}
    </ol>
  );
}
