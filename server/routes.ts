/** Every route of the store. What is not here is not served. */
import { peopleRoutes } from './access/routes.ts';
import { pollRoute } from './changes/poll.ts';
import { streamRoute } from './changes/stream.ts';
import { checkInRoutes } from './check-in/routes.ts';
import { crmsRoute, shareCrmRoute, unshareCrmRoute } from './crms/shared.ts';
import { definitionRoutes } from './definitions/routes.ts';
import { doorRoutes } from './doors/routes.ts';
import { exportRoute } from './export/route.ts';
import { feedbackRoute } from './feedback/receive.ts';
import { hookRoutes } from './hooks/routes.ts';
import { healthRoute, readyRoute } from './http/health.ts';
import type { Route } from './http/route.ts';
import { byEmailRoute } from './identity/by-email.ts';
import { identityRoute, mergeRoute, mergesRoute, undoMergeRoute } from './identity/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { collectRoutes } from './ingest/collect.ts';
import { settingsRoute } from './ingest/settings.ts';
import { accountRoute } from './leads/account.ts';
import { cardsRoute } from './leads/cards.ts';
import { changesRoute } from './leads/changes.ts';
import { findRoute } from './leads/find.ts';
import { hotRoute } from './leads/hot.ts';
import { scoresRoute } from './leads/scores.ts';
import { searchRoute } from './leads/search.ts';
import { leadRoute } from './leads/show.ts';
import { timelineRoute } from './leads/timeline.ts';
import { learningRoute } from './learning/learning.ts';
import { previewRoute } from './learning/preview.ts';
import { metricsRoute } from './metrics/route.ts';
import { mineRoute } from './mine/mine.ts';
import { unwatchRoute, watchRoute } from './mine/watch.ts';
import { docsRoutes } from './openapi/routes.ts';
import {
  erasePersonRoute,
  exportPersonRoute,
  findPersonRoute,
  retentionRoute,
  setRetentionRoute,
} from './privacy/routes.ts';
import { reportRoutes } from './reports/all.ts';
import { caseRoute } from './review/case.ts';
import { facetsRoute } from './review/facets.ts';
import { patternsRoute } from './review/patterns.ts';
import { queueRoute } from './review/queue.ts';
import { signOnRoutes } from './sign-on/routes.ts';

const DECLARED: readonly Route[] = [
  healthRoute,
  readyRoute,
  metricsRoute,
  ...collectRoutes,
  settingsRoute,
  ...peopleRoutes,
  ...signOnRoutes,
  ...doorRoutes,
  findRoute,
  scoresRoute,
  cardsRoute,
  // Before the leads by id: “hot” and “search” are none.
  hotRoute,
  searchRoute,
  byEmailRoute,
  leadRoute,
  timelineRoute,
  accountRoute,
  identityRoute,
  mergeRoute,
  mergesRoute,
  undoMergeRoute,
  findPersonRoute,
  exportPersonRoute,
  erasePersonRoute,
  retentionRoute,
  setRetentionRoute,
  changesRoute,
  mineRoute,
  watchRoute,
  unwatchRoute,
  feedbackRoute,
  queueRoute,
  facetsRoute,
  patternsRoute,
  caseRoute,
  ...reportRoutes,
  ...checkInRoutes,
  learningRoute,
  previewRoute,
  ...definitionRoutes,
  ...importRoutes,
  crmsRoute,
  shareCrmRoute,
  unshareCrmRoute,
  pollRoute,
  streamRoute,
  ...hookRoutes,
  exportRoute,
];

export const ROUTES: readonly Route[] = [...DECLARED, ...docsRoutes(DECLARED)];
