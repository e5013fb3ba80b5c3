/**
 * server/words: what the store tells reps, in the language they read.
 *
 * In: the language of a request (`Asker.language`). Out: the texts, and functions that make texts, all at once: one process
 * answers people of several languages at the same moment, so nothing here remembers one. What people of a team wrote
 * themselves (labels of rules and reasons, titles of pages and mails) stays as they wrote it.
 *
 * This file: what every language has to say.
 */
import type { EventKind, Stage, VerdictKind } from '../../lib/contract/words.ts';

/** What an event tells about itself. */
export interface Happened {
  kind: EventKind;
  name: string;
  title: string | null;
  path: string | null;
  url: string | null;
}

/** What was done, around the name of the thing it was done to. */
export interface Did {
  before: string;
  after: string;
}

export interface RepWords {
  /** `3 March 2026`, by UTC, the same on every machine. */
  day: (at: number | Date) => string;
  somebodyWhoLeft: string;
  quoted: (text: string) => string;
  /** A line of the timeline. */
  happened: Record<EventKind, (what: Happened) => string>;
  story: {
    did: (kind: EventKind, hasName: boolean) => Did;
    first: (day: string, from: string, campaign: string | null) => string;
    comingBack: string;
    times: (times: number, day: string) => string;
    last: (day: string) => string;
  };
  warnings: {
    optedOut: (day: string | null) => string;
    customer: (day: string, deal: string | null) => string;
    openOpportunity: (day: string, deal: string | null) => string;
    /** @param by null: the one who asks */
    before: (verdict: VerdictKind, reason: string | null, by: string | null, day: string) => string;
    bounced: (day: string) => string;
    silent: (source: string, days: number) => string;
    duplicate: (name: string, company: string | null, stage: Stage) => string;
  };
  /** Why two leads became one. */
  joined: {
    byHand: (by: string) => string;
    bothNames: (source: string | null) => string;
    said: (source: string | null, from: string, to: string) => string;
    /** What kind of name it is, before the name. */
    kinds: { account: string; visitor: string; record: string };
  };
  /** What a rule is called that the review desk proposes; from then on it is the team's own word. */
  ruleAbout: Record<
    'source' | 'campaign' | 'title-word' | 'mail-domain',
    (value: string) => string
  >;
}
