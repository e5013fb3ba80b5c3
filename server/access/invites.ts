/** `POST /api/invites`: a code for one more person. */
import { inviteAnswer, inviteRequest } from '../../lib/contract/access.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { CODE_MINUTES, hashed, newCode, shownCode } from './codes.ts';

export const inviteRoute = route({
  method: 'POST',
  path: '/api/invites',
  role: 'admin',
  input: inviteRequest,
  answer: inviteAnswer,
  handle: async ({ store, asker, input }) => {
    const code = newCode(store);
    const now = store.now();
    const expires_at = new Date(now + CODE_MINUTES * 60_000);
    await store.db
      .insertInto('invite')
      .values({
        code_hash: hashed(code),
        ws_id: asker.wsId,
        name: input.name,
        email: input.email ?? null,
        role: input.role,
        setup: false,
        created_at: new Date(now),
        expires_at,
      })
      .execute();
    return done({ code: shownCode(code), expiresAt: expires_at.toISOString() });
  },
});
