/** The routes of imports and mappings. */
import { expect } from 'vitest';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is } from './area.ts';

const mapping = { columns: { Email: 'email' }, event: null, zone: 'UTC', record: null };
const FILE = 'Email,First name\nana@acme.example,Ana\n';

const cases: Record<string, Case> = {
  'POST /api/imports': {
    request: () => ({ path: '/api/imports?name=people.csv', body: FILE }),
    isNothing: anything,
  },
  'GET /api/imports': {
    request: () => ({ path: '/api/imports' }),
    isNothing: ({ body }) =>
      (body as { imports: { fileName: string }[] }).imports.every(
        ({ fileName }) => fileName !== 'theirs.csv',
      ),
  },
  'GET /api/imports/:importId': {
    request: ({ importId }) => ({ path: `/api/imports/${importId}` }),
    isNothing: is(404),
  },
  'POST /api/imports/:importId/try': {
    request: ({ importId }) => ({
      path: `/api/imports/${importId}/try`,
      body: { format: 'mapped', mapping },
    }),
    isNothing: is(404),
  },
  // Not read through yet, so its own team cannot start or stop it either.
  'POST /api/imports/:importId/start': {
    request: ({ importId }) => ({ path: `/api/imports/${importId}/start`, body: {} }),
    isNothing: is(404),
    status: 409,
  },
  'POST /api/imports/:importId/stop': {
    request: ({ importId }) => ({ path: `/api/imports/${importId}/stop`, body: {} }),
    isNothing: is(404),
    status: 409,
  },
  'GET /api/imports/:importId/refused': {
    request: ({ importId }) => ({ path: `/api/imports/${importId}/refused` }),
    isNothing: is(404),
  },
  // Who comes first forgets it; after that it is gone, which a test of imports shows to be different from not allowed.
  'DELETE /api/imports/:importId': {
    request: () => ({
      path: '/api/imports/00000000-0000-4000-8000-000000000000',
      method: 'DELETE',
    }),
    isNothing: is(404),
    status: 404,
  },
  'GET /api/mappings': {
    request: () => ({ path: '/api/mappings' }),
    isNothing: ({ body }) =>
      (body as { mappings: { name: string }[] }).mappings.every(({ name }) => name !== 'Theirs'),
  },
  'POST /api/mappings': {
    request: () => ({ path: '/api/mappings', body: { name: 'Webinars', mapping } }),
    isNothing: anything,
  },
  'DELETE /api/mappings/:mappingId': {
    request: () => ({
      path: '/api/mappings/00000000-0000-4000-8000-000000000000',
      method: 'DELETE',
    }),
    isNothing: is(404),
    status: 404,
  },
};

async function prepare(scene: Scene) {
  const token = scene.tokens.marketer;
  const file = await scene.ask({ path: '/api/imports?name=theirs.csv', token, body: FILE });
  expect(file.status).toBe(200);
  const body = { name: 'Theirs', mapping };
  const saved = await scene.ask({ path: '/api/mappings', token, body });
  expect(saved.status).toBe(200);
  const { importId } = file.body as { importId: string };
  return { importId, mappingId: (saved.body as { mappingId: string }).mappingId };
}

export const imports: Area = { prepare, cases };
