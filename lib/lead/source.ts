/** Where the sidebar hears which record is in front, and whom it tells what was pressed on its own bar. */
import type { Ask } from '../messaging/ask.ts';
import type { FrameToScout, ScoutToFrame } from '../page/wire.ts';
import { type Door, waitAtDoor } from './door.ts';

/** Starts hearing. @returns the way back, which may take a while to be one */
export type Source = (hear: (message: ScoutToFrame) => void) => (message: FrameToScout) => void;

/** The frame in a CRM page hears its scout, once the background has confirmed it. */
export function scoutAtDoor(ask: Ask): Source {
  return (hear) => {
    let door: Door<FrameToScout> | null = null;
    // The last word of each kind, for when there is a way.
    const waiting = new Map<string, FrameToScout>();
    const open = (opened: Door<FrameToScout>) => {
      door = opened;
      for (const message of waiting.values()) opened.send(message);
    };
    waitAtDoor<ScoutToFrame, FrameToScout>(ask, hear, open, hear);
    return (message) => (door ? door.send(message) : void waiting.set(message.kind, message));
  };
}
