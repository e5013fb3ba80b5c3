/** Where the sidebar hears which record is in front, and whom it tells what was pressed on its own bar. */
import type { Ask } from '../messaging/ask.ts';
import type { FrameToScout, ScoutToFrame } from '../page/wire.ts';
import { type Door, waitAtDoor } from './door.ts';

/** Starts hearing. @returns the way back; nothing is heard at its other end before there is one */
export type Source = (hear: (message: ScoutToFrame) => void) => (message: FrameToScout) => void;

/** The frame in a CRM page hears its scout, once the background has confirmed it. */
export function scoutAtDoor(ask: Ask): Source {
  return (hear) => {
    let door: Door<FrameToScout> | null = null;
    waitAtDoor<ScoutToFrame, FrameToScout>(ask, hear, (opened) => {
      door = opened;
    });
    return (message) => door?.send(message);
  };
}
