/**
 * components/ui: the small parts every screen is made of.
 *
 * In: plain values and callbacks. Out: elements. Nothing in `components/` talks to the browser's
 * extension APIs, to storage or to the network, and nothing reads the clock: `now` is a prop.
 *
 * This file: the shapes that more than one screen is given.
 */
import type { Problem, Result } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';

/** What is still on its way from this browser to the store. */
export type OutboxView = {
  /** Entries saved here that the store has not confirmed. Those that need attention are not among them. */
  waiting: number;
  /** True while a batch is on the wire. */
  sending: boolean;
  /** Entries the store refused: kept here until the person decides. `message` says why and what to do. */
  attention: { id: string; message: string }[];
  /** Why the last attempt to send failed, if it did; null once one succeeds. */
  lastProblem: Problem | null;
  /** What was said before cannot be read here just now: nothing may be called sent. */
  isUnread?: boolean;
};

/**
 * The answer to "save this". It resolves only when the entry is safely on disk, so a form can keep the
 * person's words until then and say honestly when they could not be saved.
 */
export type Saving = Promise<Result<unknown>>;

/** One CRM that Truce can read, as it is offered in a list. */
export type CrmChoice = {
  id: CrmId;
  name: string;
  /** Comes with Truce, was shared by the team's administrator, or was taught here. */
  from: 'built-in' | 'team' | 'own';
};

/** Where dates are read: by default in the language spoken and where the browser says. Tests fix it. */
export type Place = { locale?: string | undefined; timeZone?: string | undefined };
