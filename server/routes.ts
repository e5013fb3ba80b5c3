/** Every route of the store. What is not here is not served. */
import { inviteRoute } from './access/invites.ts';
import { meRoute } from './access/me.ts';
import { pairRoute } from './access/pair.ts';
import { sourceRoute } from './access/sources.ts';
import { crmsRoute, shareCrmRoute, unshareCrmRoute } from './crms/shared.ts';
import { feedbackRoute } from './feedback/receive.ts';
import { healthRoute, readyRoute } from './http/health.ts';
import type { Route } from './http/route.ts';
import { collectRoutes } from './ingest/collect.ts';
import { settingsRoute } from './ingest/settings.ts';
import { changesRoute } from './leads/changes.ts';
import { findRoute } from './leads/find.ts';
import { leadRoute } from './leads/show.ts';
import { timelineRoute } from './leads/timeline.ts';
import { caseRoute } from './review/case.ts';
import { reviewRoute } from './review/queue.ts';

export const ROUTES: readonly Route[] = [
  healthRoute,
  readyRoute,
  ...collectRoutes,
  settingsRoute,
  pairRoute,
  meRoute,
  inviteRoute,
  sourceRoute,
  findRoute,
  leadRoute,
  timelineRoute,
  changesRoute,
  feedbackRoute,
  reviewRoute,
  caseRoute,
  crmsRoute,
  shareCrmRoute,
  unshareCrmRoute,
];
