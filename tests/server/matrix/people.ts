/** The routes of members, their browsers, invitations, and the record of what administrators did. */
import { randomUUID } from 'node:crypto';
import { team } from '../../../lib/contract/people.ts';
import type { Answer } from '../support/ask.ts';
import type { Scene } from '../support/scene.ts';
import { type Area, anything, type Case, is, type Theirs } from './area.ts';

/** Asked by somebody else's administrator, the answer must not hold a word of this. */
const without = (pick: (theirs: Theirs) => string | undefined, theirs: () => Theirs) => {
  return ({ status, body }: Answer) =>
    status === 200 && !JSON.stringify(body).includes(pick(theirs()) ?? '?');
};

let mine: Theirs = {};
const none = (pick: (theirs: Theirs) => string | undefined) => without(pick, () => mine);

const cases: Record<string, Case> = {
  'GET /api/me': {
    request: () => ({ path: '/api/me' }),
    isNothing: none(({ workspace }) => workspace),
  },
  'POST /api/invites': {
    request: () => ({ path: '/api/invites', body: { name: 'Ada', role: 'rep' } }),
    isNothing: anything,
  },
  'GET /api/team': {
    request: () => ({ path: '/api/team' }),
    isNothing: none(({ memberId }) => memberId),
  },
  'GET /api/audit': {
    request: () => ({ path: '/api/audit' }),
    isNothing: none(({ invited }) => invited),
  },
  'GET /api/devices': {
    request: () => ({ path: '/api/devices' }),
    isNothing: none(({ deviceId }) => deviceId),
  },
  // Everybody has only their own: of somebody else's there is nothing, in this team or another.
  'DELETE /api/me/devices/:deviceId': {
    request: ({ deviceId }) => ({ path: `/api/me/devices/${deviceId}`, method: 'DELETE' }),
    isNothing: is(404),
    status: 404,
  },
  'DELETE /api/invites/:inviteId': {
    request: ({ inviteId }) => ({ path: `/api/invites/${inviteId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'PUT /api/members/:memberId': {
    request: ({ memberId }) => ({
      path: `/api/members/${memberId}`,
      method: 'PUT',
      body: { role: 'marketer' },
    }),
    isNothing: is(404),
  },
  'DELETE /api/devices/:deviceId': {
    request: ({ deviceId }) => ({ path: `/api/devices/${deviceId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
  'DELETE /api/members/:memberId': {
    request: ({ memberId }) => ({ path: `/api/members/${memberId}`, method: 'DELETE' }),
    isNothing: is(404),
  },
};

/** Somebody with a browser, and an invitation that waits. */
async function prepare(scene: Scene): Promise<Theirs> {
  const name = `Kim ${randomUUID()}`;
  await scene.join(name, 'rep');
  const invited = randomUUID();
  const token = scene.tokens.admin;
  const body = { name: invited, role: 'rep', kind: 'link' };
  await scene.ask({ path: '/api/invites', token, body });
  const answer = team.parse((await scene.ask({ path: '/api/team', token })).body);
  const kim = answer.members.find((member) => member.name === name);
  const invite = answer.invites.find((open) => open.name === invited);
  mine = {
    workspace: scene.wsId,
    memberId: kim?.memberId ?? '',
    deviceId: kim?.devices[0]?.deviceId ?? '',
    inviteId: invite?.inviteId ?? '',
    invited,
  };
  return mine;
}

export const people: Area = { prepare, cases };
