/** What travels over the private port between the scout (in the page) and the sidebar (in the frame). */
import type { FirstHeard } from '../contract/first-heard.ts';

/** First and only window message: carries the port. Everything after goes over it. */
export interface PortOffer {
  truce: 'port';
  nonce: string;
}

export type Side = 'left' | 'right';

export type ScoutToFrame =
  | FirstHeard
  /** Asked a moment ago: whether the panel is in plain sight, as far as the page can be seen from beside it. */
  | { kind: 'sight'; clear: boolean };

/** `72 B2`, and the same as it is read aloud: all that a CRM page's process learns of a lead. */
export interface TabFace {
  text: string;
  label: string;
}

export type FrameToScout =
  /** The frame runs and has been confirmed by the background. */
  | { kind: 'hello' }
  /** Something other than the waiting face is on screen. */
  | { kind: 'painted' }
  /** Of the lead on screen, for the tab while the panel is collapsed; null without one. `of`: the key of the record it was for. */
  | { kind: 'face'; of: string; face: TabFace | null }
  /** Somebody is about to say something: is the panel in plain sight? */
  | { kind: 'look' }
  /** Somebody has begun to write something that is not saved yet, or it is saved or gone. */
  | { kind: 'typing'; is: boolean }
  | { kind: 'close' }
  | { kind: 'dock' };
