/**
 * tests/server/matrix: one good request per guarded route, and what somebody of another team must get for it.
 *
 * In: a scene. Out: for `routes.test.ts` the cases of one part of the store. A route without a case fails that test.
 */
import type { Answer, Asked } from '../support/ask.ts';
import type { Scene } from '../support/scene.ts';

/** What a team has that another one must not reach, by name. */
export type Theirs = Record<string, string>;

export interface Case {
  request: (theirs: Theirs) => Asked;
  /** Whether an administrator of another team got nothing of it. */
  isNothing: (answer: Answer) => boolean;
  /** What the team itself gets, where that is not 200: an address that names nothing on purpose. */
  status?: number;
}

export interface Area {
  prepare: (scene: Scene) => Promise<Theirs>;
  /** By method and path, as the route declares them. */
  cases: Record<string, Case>;
}

export const is = (status: number) => (answer: Answer) => answer.status === status;
/** For routes that speak of the asker's own team only: there is nothing of another one to ask for. */
export const anything = () => true;
