/** The routes of senders: who they are, where tools send to, and what could not be kept. */
import {
  addSourceRoute,
  changeSourceRoute,
  revokeSourceRoute,
  sourcesRoute,
} from '../access/sources.ts';
import type { Route } from '../http/route.ts';
import { dropRefusedRoute, intakeRoute, replayRoute } from '../intake/routes.ts';
import { toolRoutes } from './receive.ts';

export const doorRoutes: readonly Route[] = [
  ...toolRoutes,
  sourcesRoute,
  addSourceRoute,
  changeSourceRoute,
  revokeSourceRoute,
  intakeRoute,
  replayRoute,
  dropRefusedRoute,
];
