/** The routes of sources and of what they sent that could not be kept. */
import { expect } from 'vitest';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is } from './area.ts';

const cases: Record<string, Case> = {
  'GET /api/sources': {
    request: () => ({ path: '/api/sources' }),
    // The other team has a source of its own, and sees no other.
    isNothing: ({ body }) => (body as { sources: unknown[] }).sources.length === 1,
  },
  'POST /api/sources': {
    request: () => ({ path: '/api/sources', body: { kind: 'segment', label: 'x' } }),
    isNothing: anything,
  },
  'PUT /api/sources/:sourceId': {
    request: ({ sourceId }) => ({
      path: `/api/sources/${sourceId}`,
      method: 'PUT',
      body: { label: 'Mail' },
    }),
    isNothing: is(404),
  },
  'DELETE /api/sources/:sourceId': {
    request: ({ otherSourceId }) => ({ path: `/api/sources/${otherSourceId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'GET /api/intake': {
    request: () => ({ path: '/api/intake' }),
    isNothing: ({ body }) => (body as { refused: unknown[] }).refused.length === 0,
  },
  'POST /api/intake/:intakeId': {
    request: ({ intakeId }) => ({ path: `/api/intake/${intakeId}`, body: {} }),
    isNothing: is(404),
  },
  'DELETE /api/intake/:intakeId': {
    request: ({ otherIntakeId }) => ({ path: `/api/intake/${otherIntakeId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
};

/** Two sources, and two messages that could not be kept. */
async function prepare(scene: Scene) {
  const token = scene.tokens.admin;
  const add = async (kind: string) => {
    const answer = await scene.ask({ path: '/api/sources', token, body: { kind, label: kind } });
    expect(answer.status).toBe(200);
    return (answer.body as { sourceId: string }).sourceId;
  };
  const [sourceId, otherSourceId] = [await add('mautic'), await add('brevo')];
  await scene.send({ type: 'track', event: 'By nobody' }, { type: 'track', event: 'By no one' });
  const intake = await scene.ask({ path: '/api/intake', token });
  const [one, other] = (intake.body as { refused: { intakeId: string }[] }).refused;
  return {
    sourceId,
    otherSourceId,
    intakeId: one?.intakeId ?? '',
    otherIntakeId: other?.intakeId ?? '',
  };
}

export const sources: Area = { prepare, cases };
