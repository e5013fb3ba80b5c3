/** Every report, and what else the room of reports asks for. A new one is added to the list. */
import type { Route } from '../http/route.ts';
import { acceptance } from './acceptance.ts';
import { agreement } from './agreement.ts';
import { behindRoute } from './behind.ts';
import { calibration } from './calibration.ts';
import { delays } from './delays.ts';
import { drift } from './drift.ts';
import { funnel } from './funnel.ts';
import { headline } from './headline.ts';
import { reasons } from './reasons.ts';
import { recycled } from './recycled.ts';
import { type Served, served } from './report.ts';
import { rules } from './rules.ts';
import { segmentsRoute } from './segments.ts';
import { sourced } from './sourced.ts';

const REPORTS: readonly Served[] = [
  served(headline),
  served(funnel),
  served(acceptance),
  served(reasons),
  served(calibration),
  served(rules),
  served(delays),
  served(recycled),
  served(sourced),
  served(agreement),
  served(drift),
];

export const reportRoutes: readonly Route[] = [
  ...REPORTS.map(({ route }) => route),
  behindRoute(REPORTS),
  segmentsRoute,
];
