/** The routes by which two sides agree. Those after which nothing can be asked again name no draft, or no version, on purpose. */
import { randomUUID } from 'node:crypto';
import { type Case, is } from './area.ts';

const nowhere = `/api/definitions/drafts/${randomUUID()}`;
const commentId = randomUUID();

export const definitions: Record<string, Case> = {
  'GET /api/definitions': {
    request: () => ({ path: '/api/definitions' }),
    isNothing: ({ body }) => (body as { draft: unknown }).draft === null,
  },
  'GET /api/definitions/:version': {
    request: () => ({ path: '/api/definitions/1' }),
    isNothing: is(200),
  },
  'POST /api/definitions/drafts/:draftId/comments': {
    request: ({ draftId }) => ({
      path: `/api/definitions/drafts/${draftId}/comments`,
      body: { commentId, text: 'Why?' },
    }),
    isNothing: is(404),
  },
  'PUT /api/definitions/drafts/:draftId/start': {
    request: ({ draftId }) => ({
      path: `/api/definitions/drafts/${draftId}/start`,
      method: 'PUT',
      body: { startsOn: null },
    }),
    isNothing: is(404),
  },
  'POST /api/definitions/drafts/:draftId/signatures': {
    request: () => ({ path: `${nowhere}/signatures`, body: { side: 'sales' } }),
    isNothing: is(404),
    status: 404,
  },
  'DELETE /api/definitions/drafts/:draftId/signatures/:side': {
    request: () => ({ path: `${nowhere}/signatures/sales`, method: 'DELETE' }),
    isNothing: is(404),
    status: 404,
  },
  'POST /api/definitions/drafts/:draftId/publish': {
    request: () => ({ path: `${nowhere}/publish`, body: {} }),
    isNothing: is(404),
    status: 404,
  },
  'POST /api/definitions/roll-back': {
    request: () => ({ path: '/api/definitions/roll-back', body: { to: 1, basedOn: 99 } }),
    isNothing: is(409),
    status: 409,
  },
};
