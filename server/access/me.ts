/** `GET /api/me`: who this token is. */
import { member } from '../../lib/contract/access.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';

export const meRoute = route({
  method: 'GET',
  path: '/api/me',
  role: 'rep',
  answer: member,
  handle: async ({ asker }) => done(asker.member),
});
