/** An attack, as it is listed: in which group, in which words, and what comes of it. */
import type { Page } from 'puppeteer-core';
import type { Ground } from './ground.ts';

export interface Attack {
  what: string;
  /** @returns what came of it, in the words of the table. @throws when the attacker won */
  run(ground: Ground, page: Page): Promise<string>;
}

export interface Group {
  name: string;
  /** Runs in the page before any script of ours or of the page. */
  before?: () => void;
  /** Where; the lead's record, if it does not say. */
  at?: (ground: Ground) => string;
  /** False where there is no sidebar to wait for. */
  ready?: boolean;
  attacks: Attack[];
}
