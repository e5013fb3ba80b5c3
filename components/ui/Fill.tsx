import { Fragment, type ReactNode } from 'react';

type Props = {
  /** A sentence of a catalog with places in it: `{who} joined {when}`. Each language has them where it wants. */
  text: string;
  /** What comes where. */
  [place: string]: ReactNode;
};

/** A sentence with elements in it: names that keep their direction, times, links. */
export function Fill({ text, ...places }: Props) {
  return text.split(/\{(\w+)\}/).map((piece, index) => (
    // The pieces of a sentence do not move; odd ones are names of places.
    // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity here
    <Fragment key={index}>{index % 2 === 0 ? piece : places[piece]}</Fragment>
  ));
}
