/** Where a reader of the feed is, as it is handed out and comes back. */
import * as z from 'zod/mini';

export interface FeedCursor {
  /** Every change up to this id has been read. */
  id: string;
  /** How many changes there were in the overlap before it: another number later means that one was late. */
  overlap: number;
}

const SHAPE = /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.(\d{1,9})$/;

export const cursorText = ({ id, overlap }: FeedCursor): string => `${id}.${overlap}`;

/** Reads what `cursorText` wrote, and nothing else. */
export const feedCursor = z.pipe(
  z.string().check(z.regex(SHAPE, 'take it from “cursor” of the answer before')),
  z.transform((text: string): FeedCursor => {
    const [, id, overlap] = SHAPE.exec(text) ?? [];
    return { id: String(id), overlap: Number(overlap) };
  }),
);
