/** Cuts a timeline into days, and long days into pieces that the browser can leave undrawn. */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import { dayOf } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';

/** A run of events of one day. Only the first piece of a day carries its name. */
export type Piece = { key: string; day: string; first: boolean; events: TimelineEvent[] };

const PIECE = 40;

/** @returns the pieces, in the order of the events (newest first). */
export function piecesOf(events: TimelineEvent[], place: Place): Piece[] {
  const pieces: Piece[] = [];
  for (const event of events) {
    const day = dayOf(event.at, place);
    const last = pieces.at(-1);
    if (last && last.day === day && last.events.length < PIECE) last.events.push(event);
    else pieces.push({ key: event.id, day, first: last?.day !== day, events: [event] });
  }
  return pieces;
}
