/** The routes of leads, feedback, review, learning, definitions and CRMs. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { resolutionItem, verdictItem } from '../../../lib/feedback/items.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { taughtRecipe } from '../../fixtures/recipe.ts';
import { aRecord, type Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is } from './area.ts';
import { definitions } from './definitions.ts';

const cases: Record<string, Case> = {
  'POST /api/leads/find': {
    request: ({ email }) => ({
      path: '/api/leads/find',
      body: { record: aRecord(), facts: { email } },
    }),
    isNothing: ({ body }) => (body as { found: boolean }).found === false,
  },
  'POST /api/leads/scores': {
    request: ({ email }) => ({
      path: '/api/leads/scores',
      body: { items: [{ record: aRecord(), facts: { email } }] },
    }),
    isNothing: ({ body }) =>
      !(body as { items: { found: boolean }[] }).items.some((item) => item.found),
  },
  'POST /api/leads/cards': {
    request: ({ leadId }) => ({
      path: '/api/leads/cards',
      body: { leads: [{ leadId, rev: null }] },
    }),
    isNothing: ({ body }) => (body as { cards: unknown[] }).cards.length === 0,
  },
  'GET /api/leads/:leadId/account': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}/account` }),
    isNothing: is(404),
  },
  'GET /api/leads/:leadId': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}` }),
    isNothing: is(404),
  },
  'GET /api/leads/:leadId/events': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}/events` }),
    isNothing: is(404),
  },
  'GET /api/leads/:leadId/changes': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}/changes?rev=0&wait=0` }),
    isNothing: is(404),
  },
  'PUT /api/leads/:leadId/watch': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}/watch`, method: 'PUT', body: {} }),
    isNothing: is(404),
  },
  'DELETE /api/leads/:leadId/watch': {
    request: ({ leadId }) => ({ path: `/api/leads/${leadId}/watch`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'GET /api/mine': {
    request: () => ({ path: '/api/mine' }),
    isNothing: ({ body }) => {
      const { waiting, watched, replies } = body as Record<string, unknown[]>;
      return [waiting, watched, replies].every((list) => list?.length === 0);
    },
  },
  'POST /api/feedback': {
    request: ({ leadId = '', feedbackId = '' }) => ({
      path: '/api/feedback',
      body: {
        items: [
          resolutionItem(
            { leadId, feedbackId, resolution: 'kept', reply: 'no' },
            { now: Date.now, id: randomUUID },
          ),
        ],
      },
    }),
    isNothing: ({ body }) =>
      (body as { results: { outcome: string }[] }).results[0]?.outcome === 'refused',
  },
  'POST /api/review/queue': {
    request: () => ({ path: '/api/review/queue', body: { filter: {} } }),
    isNothing: ({ body }) => (body as { lines: unknown[] }).lines.length === 0,
  },
  'POST /api/review/facets': {
    request: () => ({ path: '/api/review/facets', body: { filter: {} } }),
    isNothing: ({ body }) => (body as { total: number }).total === 0,
  },
  'GET /api/review/patterns': {
    request: () => ({ path: '/api/review/patterns' }),
    isNothing: ({ body }) => (body as { looked: number }).looked === 0,
  },
  'GET /api/leads/search': {
    request: ({ email }) => ({ path: `/api/leads/search?q=${encodeURIComponent(email ?? '')}` }),
    isNothing: ({ body }) => (body as { leads: unknown[] }).leads.length === 0,
  },
  'GET /api/review/:leadId/:feedbackId': {
    request: ({ leadId, feedbackId }) => ({ path: `/api/review/${leadId}/${feedbackId}` }),
    isNothing: is(404),
  },
  // These speak of the asker's own team only; there is nothing of another one to ask for.
  'GET /api/crms': {
    request: () => ({ path: '/api/crms' }),
    isNothing: ({ body }) => (body as { crms: unknown[] }).crms.length === 0,
  },
  'DELETE /api/crms/:id': {
    request: ({ shared }) => ({ path: `/api/crms/${shared}`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'PUT /api/crms/:id': {
    request: ({ shared }) => ({
      path: `/api/crms/${shared}`,
      method: 'PUT',
      body: taughtRecipe(shared),
    }),
    isNothing: anything,
  },
  'GET /api/leads/hot': {
    request: () => ({ path: '/api/leads/hot' }),
    isNothing: ({ body }) => (body as { leads: unknown[] }).leads.length === 0,
  },
  'GET /api/learning': {
    request: () => ({ path: '/api/learning' }),
    isNothing: ({ body }) => (body as { verdicts: { all: number } }).verdicts.all === 0,
  },
  'POST /api/definitions/preview': {
    request: () => ({ path: '/api/definitions/preview', body: { definition: gitlabPreset } }),
    isNothing: ({ body }) => (body as { verdicts: number }).verdicts === 0,
  },
  ...definitions,
  'POST /api/definitions/drafts': {
    request: () => ({
      path: '/api/definitions/drafts',
      body: { basedOn: 1, definition: gitlabPreset },
    }),
    isNothing: anything,
  },
  'DELETE /api/definitions/drafts/:draftId': {
    request: ({ draftId }) => ({ path: `/api/definitions/drafts/${draftId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
};

/** A lead with a rejection that waits at the review desk, a CRM that the team shares, and a draft. */
async function prepare(scene: Scene) {
  const email = `${randomUUID()}@acme.example`;
  await scene.send({ type: 'track', event: 'Demo Requested', properties: { email } });
  const card = await scene.card(email);
  const item = verdictItem(
    card,
    { verdict: 'rejected', reason: 'student', note: '', until: null },
    scene.tools,
  );
  await scene.say(scene.tokens.rep, item);
  const shared = 'pinewood';
  const body = taughtRecipe(shared);
  const share = { path: `/api/crms/${shared}`, method: 'PUT', token: scene.tokens.admin, body };
  expect((await scene.ask(share)).status).toBe(200);
  const draft = await scene.ask({
    path: '/api/definitions/drafts',
    token: scene.tokens.marketer,
    body: { basedOn: 1, definition: gitlabPreset },
  });
  const { draftId } = draft.body as { draftId: string };
  return { leadId: card.leadId, feedbackId: item.id, email, shared, draftId };
}

export const leads: Area = { prepare, cases };
