/** The routes of reports. */
import { randomUUID } from 'node:crypto';
import { verdictItem } from '../../../lib/feedback/items.ts';
import type { Scene } from '../support/scene.ts';
import type { Area, Case } from './area.ts';

const PERIOD = 'from=2026-11-01&to=2026-11-30';
/** A source that nobody else has, so that its leads can be told apart. */
let ours = '';

const empty = (pick: (body: Record<string, unknown>) => unknown) => ({
  isNothing: ({ status, body }: { status: number; body: unknown }) =>
    status === 200 && JSON.stringify(pick(body as Record<string, unknown>)).match(/[1-9]/) === null,
});
const report = (
  name: string,
  pick: (body: Record<string, unknown>) => unknown,
  more = '',
): Case => ({
  request: () => ({ path: `/api/reports/${name}?${PERIOD}${more}` }),
  ...empty(pick),
});

const cases: Record<string, Case> = {
  'GET /api/reports/headline': report(
    'headline',
    ({ volume }) => (volume as { handed: number }).handed,
  ),
  'GET /api/reports/leads': report('leads', ({ total }) => total, '&report=headline&mark=handed'),
};

/** Somebody who was handed over and rejected. */
async function prepare(scene: Scene) {
  const email = `${randomUUID()}@acme.example`;
  ours = `source ${email}`;
  const campaign = { source: ours, name: 'Spring' };
  await scene.send({
    type: 'track',
    event: 'Demo Requested',
    userId: email,
    context: { campaign },
  });
  const said = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
  await scene.say(scene.tokens.rep, verdictItem(await scene.card(email), said, scene.tools));
  return {};
}

export const reports: Area = { prepare, cases };
