/** The routes of privacy. */
import { randomUUID } from 'node:crypto';
import { eventKind } from '../../../lib/contract/words.ts';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is } from './area.ts';

const days = Object.fromEntries(eventKind.options.map((kind) => [kind, null]));

const cases: Record<string, Case> = {
  'POST /api/privacy/find': {
    request: ({ person }) => ({ path: '/api/privacy/find', body: { email: person } }),
    isNothing: ({ body }) => (body as { person: unknown }).person === null,
  },
  'GET /api/privacy/people/:leadId': {
    request: ({ personsLead }) => ({ path: `/api/privacy/people/${personsLead}` }),
    isNothing: is(404),
  },
  'POST /api/privacy/erase': {
    // By a slip, so that the person is still there for the next who asks.
    request: ({ personsLead }) => ({
      path: '/api/privacy/erase',
      body: { leadId: personsLead, email: 'somebody.else@acme.example' },
    }),
    isNothing: is(404),
    status: 400,
  },
  // These speak of the asker's own team only.
  'GET /api/privacy/retention': {
    request: () => ({ path: '/api/privacy/retention' }),
    isNothing: anything,
  },
  'PUT /api/privacy/retention': {
    request: () => ({ path: '/api/privacy/retention', method: 'PUT', body: { days } }),
    isNothing: anything,
  },
};

async function prepare(scene: Scene) {
  const person = `${randomUUID()}@acme.example`;
  await scene.send({ type: 'identify', traits: { email: person } });
  return { person, personsLead: (await scene.card(person)).leadId };
}

export const privacy: Area = { prepare, cases };
