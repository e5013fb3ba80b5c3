/** The feed of changes, webhooks, exports. */
import { randomUUID } from 'node:crypto';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is, type Theirs } from './area.ts';

/** Another team has changes and leads of its own by now; those of the first must not be among them. */
let lead = '';
const isWithoutLead = ({ body }: { body: unknown }) => !JSON.stringify(body).includes(lead);
const ask = (path: string) => (theirs: Theirs) => {
  lead = theirs.leadId ?? '';
  return { path };
};
/** From the beginning of what is kept, for whoever asks for changes of before they came. */
const EARLY = `${earlyId()}.0`;

const cases: Record<string, Case> = {
  'GET /api/changes': {
    request: ask(`/api/changes?after=${EARLY}`),
    isNothing: isWithoutLead,
  },
  // Gone before it begins, or the answer would have no end.
  'GET /api/changes/stream': {
    request: () => ({ path: '/api/changes/stream', signal: AbortSignal.abort() }),
    isNothing: anything,
  },
  'GET /api/hooks': {
    request: () => ({ path: '/api/hooks' }),
    isNothing: ({ body }) => (body as { hooks: unknown[] }).hooks.length === 0,
  },
  // Into the network the store stands in: nothing is sent anywhere by this test.
  'POST /api/hooks': {
    request: () => ({
      path: '/api/hooks',
      body: { url: 'https://127.0.0.1/', topics: ['lead.handed-over'] },
    }),
    status: 400,
    isNothing: is(400),
  },
  'PUT /api/hooks/:hookId': {
    request: ({ hookId }) => ({
      path: `/api/hooks/${hookId}`,
      method: 'PUT',
      body: { topics: ['resolution.made'] },
    }),
    isNothing: is(404),
  },
  'POST /api/hooks/:hookId/test': {
    request: ({ hookId }) => ({ path: `/api/hooks/${hookId}/test`, body: {} }),
    isNothing: is(404),
  },
  'POST /api/hooks/:hookId/deliveries/:deliveryId': {
    request: ({ hookId, deliveryId }) => ({
      path: `/api/hooks/${hookId}/deliveries/${deliveryId}`,
      body: {},
    }),
    isNothing: is(404),
  },
  // Its own, since whoever is asked first takes it away.
  'DELETE /api/hooks/:hookId': {
    request: ({ goneHookId }) => ({ path: `/api/hooks/${goneHookId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'GET /api/export/:what': {
    request: ask('/api/export/leads'),
    isNothing: isWithoutLead,
  },
};

async function prepare({ db, wsId, store }: Scene) {
  const [hookId, goneHookId, deliveryId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(store.now());
  const endpoint = {
    ws_id: wsId,
    url: 'https://127.0.0.1/',
    secret: store.seal.close('whsec_c2VjcmV0'),
    topics: '["lead.handed-over"]',
    created_at: at,
    off_at: null,
    off_why: null,
    failing_since: null,
  };
  await db
    .insertInto('hook_endpoint')
    .values([
      { ...endpoint, hook_id: hookId },
      { ...endpoint, hook_id: goneHookId },
    ])
    .execute();
  await db
    .insertInto('hook_delivery')
    .values({
      delivery_id: deliveryId,
      ws_id: wsId,
      hook_id: hookId,
      topic: 'lead.handed-over',
      lead_id: null,
      subject: null,
      example: true,
      at,
      state: 'given-up',
      attempts: 10,
      last: '500',
      next_at: null,
    })
    .execute();
  return { hookId, goneHookId, deliveryId };
}

/** Six days ago, as the feed counts. */
function earlyId(): string {
  const hex = (Date.now() - 6 * 86_400_000).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

export const out: Area = { prepare, cases };
