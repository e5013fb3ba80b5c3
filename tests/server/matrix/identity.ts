/** The routes of who is who. */
import { randomUUID } from 'node:crypto';
import type { Scene } from '../support/scene.ts';
import { type Area, type Case, is } from './area.ts';

const cases: Record<string, Case> = {
  'GET /api/leads/:leadId/identity': {
    request: ({ mergedLead }) => ({ path: `/api/leads/${mergedLead}/identity` }),
    isNothing: is(404),
  },
  'POST /api/leads/by-email': {
    request: ({ mergedEmail }) => ({ path: '/api/leads/by-email', body: { email: mergedEmail } }),
    isNothing: ({ body }) => (body as { lead: unknown }).lead === null,
  },
  'POST /api/leads/:leadId/merge': {
    // Joined before, so that each who may gets the same answer however often it is asked.
    request: ({ mergedLead, otherLead }) => ({
      path: `/api/leads/${mergedLead}/merge`,
      body: { other: otherLead },
    }),
    isNothing: is(404),
    status: 409,
  },
  'GET /api/merges': {
    request: () => ({ path: '/api/merges' }),
    isNothing: ({ body }) => (body as { merges: unknown[] }).merges.length === 0,
  },
  'POST /api/merges/:mergeId/undo': {
    request: ({ undoneMerge }) => ({
      path: `/api/merges/${undoneMerge}/undo`,
      method: 'POST',
      body: {},
    }),
    isNothing: is(404),
    status: 409,
  },
};

/** One person with two addresses, joined by hand; and a merge that was taken back. */
async function prepare(scene: Scene) {
  const token = scene.tokens.marketer;
  const known = async () => {
    const email = `${randomUUID()}@acme.example`;
    await scene.send({ type: 'identify', traits: { email } });
    return { email, leadId: (await scene.card(email)).leadId };
  };
  const [main, two, three] = [await known(), await known(), await known()];
  const join = (other: string) =>
    scene.ask({ path: `/api/leads/${main.leadId}/merge`, token, body: { other } });
  const first = await join(three.leadId);
  const undoneMerge = (first.body as { merges: { mergeId: string }[] }).merges[0]?.mergeId ?? '';
  await scene.ask({ path: `/api/merges/${undoneMerge}/undo`, method: 'POST', token, body: {} });
  await join(two.leadId);
  return { mergedLead: main.leadId, mergedEmail: main.email, otherLead: two.leadId, undoneMerge };
}

export const identity: Area = { prepare, cases };
