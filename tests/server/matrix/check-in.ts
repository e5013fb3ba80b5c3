/** The routes of the regular meeting. */
import { randomUUID } from 'node:crypto';
import { decision } from '../../../lib/contract/check-in.ts';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is } from './area.ts';

/** In every decision of the first team, and in no answer to another. */
const OURS = `Ask for the employer on the guide form, ${randomUUID()}`;

const cases: Record<string, Case> = {
  'GET /api/check-in': {
    request: () => ({ path: '/api/check-in?from=2026-11-01&to=2026-11-30' }),
    isNothing: ({ status, body }) => status === 200 && !JSON.stringify(body).includes(OURS),
  },
  'POST /api/check-in/decisions': {
    request: () => ({
      path: '/api/check-in/decisions',
      body: { decisionId: randomUUID(), text: 'Meet again on Tuesday' },
    }),
    isNothing: anything,
  },
  'PUT /api/check-in/decisions/:decisionId': {
    request: ({ decisionId }) => ({
      path: `/api/check-in/decisions/${decisionId}`,
      method: 'PUT',
      body: { done: true },
    }),
    isNothing: is(404),
  },
  // Nobody's, since whoever is asked first takes it away.
  'DELETE /api/check-in/decisions/:decisionId': {
    request: () => ({ path: `/api/check-in/decisions/${randomUUID()}`, method: 'DELETE' }),
    isNothing: is(404),
    status: 404,
  },
};

async function prepare(scene: Scene) {
  const body = { decisionId: randomUUID(), text: OURS };
  const token = scene.tokens.admin;
  const answer = await scene.ask({ path: '/api/check-in/decisions', token, body });
  return { decisionId: decision.parse(answer.body).decisionId };
}

export const checkIns: Area = { prepare, cases };
