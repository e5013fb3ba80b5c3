/** Where the next page begins: a time and an id, so that rows that come or go meanwhile shift nothing. */
import * as z from 'zod/mini';

export interface Place {
  at: number;
  id: string;
}

const SHAPE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns the text that goes into `before` */
export function placeOf(at: number, id: string): string {
  return `${at}.${id}`;
}

/** Reads what `placeOf` wrote, and nothing else. */
export const cursor = z.pipe(
  z.string().check(z.regex(SHAPE, 'take it from “next” of the page before')),
  z.transform((text: string): Place => {
    const [, at, id] = SHAPE.exec(text) ?? [];
    return { at: Number(at), id: String(id) };
  }),
);
