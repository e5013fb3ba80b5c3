/** Every report, and what else the room of reports asks for. A new one is added to the list. */
import type { Route } from '../http/route.ts';
import { behindRoute } from './behind.ts';
import { headline } from './headline.ts';
import { type Served, served } from './report.ts';

const REPORTS: readonly Served[] = [served(headline)];

export const reportRoutes: readonly Route[] = [
  ...REPORTS.map(({ route }) => route),
  behindRoute(REPORTS),
];
