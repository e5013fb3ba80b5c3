/** The few signs that are clearer than a word, drawn in the colour of their text. */
const PATHS = {
  flag: 'M3 13V2h7l-1.5 2.5L10 7H3',
  close: 'M3 3l8 8M11 3l-8 8',
  dockLeft: 'M1.5 2.5h11v9h-11zM5 2.5v9',
  dockRight: 'M1.5 2.5h11v9h-11zM9 2.5v9',
  arrow: 'M2 7h9M8 4l3 3-3 3',
} as const;

export type IconName = keyof typeof PATHS;

/** A 14 px line drawing; says nothing to screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
