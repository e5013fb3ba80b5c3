/** The routes of the regular meeting. */
import type { Route } from '../http/route.ts';
import { checkInRoute } from './check-in.ts';
import { changeDecisionRoute, decideRoute, dropDecisionRoute } from './decisions.ts';

export const checkInRoutes: readonly Route[] = [
  checkInRoute,
  decideRoute,
  changeDecisionRoute,
  dropDecisionRoute,
];
