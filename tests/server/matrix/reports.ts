/** The routes of reports. */
import { randomUUID } from 'node:crypto';
import { verdictItem } from '../../../lib/feedback/items.ts';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case } from './area.ts';

const PERIOD = 'from=2026-11-01&to=2026-11-30';
/** A source that nobody else has, so that its leads can be told apart. */
let ours = '';

/** Asked by somebody else's administrator, no figure may be more than none, and our source be in none of it. */
const nothing = (of: (body: Record<string, unknown>) => unknown) => ({
  isNothing: ({ status, body }: { status: number; body: unknown }) => {
    const figures = JSON.stringify(of(body as Record<string, unknown>));
    return status === 200 && !/:[1-9]/.test(figures) && !JSON.stringify(body).includes(ours);
  },
});
const report = (name: string, of: (body: Record<string, unknown>) => unknown, more = ''): Case => ({
  request: () => ({ path: `/api/reports/${name}?${PERIOD}${more}` }),
  ...nothing(of),
});

const cases: Record<string, Case> = {
  'GET /api/reports/headline': report('headline', ({ volume }) => ({
    handed: (volume as { handed: number }).handed,
  })),
  'GET /api/reports/funnel': report('funnel', ({ steps }) =>
    (steps as { n: number }[]).map(({ n }) => ({ n })),
  ),
  'GET /api/reports/acceptance': report('acceptance', ({ rows }) => rows, '&by=source'),
  'GET /api/reports/reasons': report('reasons', (body) => body),
  'GET /api/reports/calibration': report('calibration', ({ bands, all }) => [bands, all]),
  'GET /api/reports/rules': report('rules', (body) => body),
  'GET /api/reports/delays': report('delays', ({ system, human, waiting }) =>
    [system, human, waiting].map((part) => ({ n: (part as { n: number }).n })),
  ),
  'GET /api/reports/agreement': report('agreement', (body) => body),
  'GET /api/reports/drift': report('drift', ({ months }) =>
    (months as { accepted: unknown }[]).map(({ accepted }) => accepted),
  ),
  'GET /api/reports/recycled': report('recycled', (body) => body),
  'GET /api/reports/sourced': report('sourced', (body) => body),
  'GET /api/reports/segments': {
    request: () => ({ path: '/api/reports/segments' }),
    ...nothing((body) => body),
  },
  'GET /api/reports/leads': report('leads', (body) => body, '&report=headline&mark=handed'),
  'GET /api/settings': {
    request: () => ({ path: '/api/settings' }),
    isNothing: ({ body }) => (body as { repFigures: boolean }).repFigures === false,
  },
  'PUT /api/settings': {
    request: () => ({ path: '/api/settings', method: 'PUT', body: { repFigures: true } }),
    isNothing: anything,
  },
};

/** Somebody who was handed over and rejected. */
async function prepare(scene: Scene) {
  const email = `${randomUUID()}@acme.example`;
  ours = `source-${randomUUID()}`;
  await scene.send({
    type: 'track',
    event: 'Demo Requested',
    userId: email,
    context: { campaign: { source: ours, name: 'Spring' } },
  });
  const said = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
  await scene.say(scene.tokens.rep, verdictItem(await scene.card(email), said, scene.tools));
  return {};
}

export const reports: Area = { prepare, cases };
