/** `POST /api/invites`: a code or a link for one more person. `DELETE /api/invites/:inviteId` takes it back. */
import * as z from 'zod/mini';
import {
  type InviteRequest,
  inviteAnswer,
  inviteRequest,
  team,
} from '../../lib/contract/people.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { inTransaction } from '../db/retry.ts';
import { baseUrlOf } from '../http/base-url.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { writeDown } from './audit.ts';
import { CODE_MINUTES, hashed, LINK_DAYS, newCode, newSecret, shownCode } from './codes.ts';
import { teamOf } from './team.ts';

export const inviteRoute = route({
  method: 'POST',
  path: '/api/invites',
  role: 'admin',
  input: inviteRequest,
  answer: inviteAnswer,
  handle: async ({ store, asker, input, context }) => {
    const { code, shown, expires_at } = newInvitation(store, input.kind);
    const { name, role, kind } = input;
    const inviteId = store.newId();
    await inTransaction(store.db, async (tx) => {
      await tx
        .insertInto('invite')
        .values({
          code_hash: hashed(code),
          invite_id: inviteId,
          ws_id: asker.wsId,
          name,
          email: input.email ?? null,
          role,
          kind,
          setup: false,
          created_at: new Date(store.now()),
          expires_at,
        })
        .execute();
      await writeDown(tx, store, {
        wsId: asker.wsId,
        memberId: asker.member.memberId,
        action: 'invite.made',
        what: `${name} (${role}), by ${kind}`,
      });
    });
    const link = kind === 'link' ? `${baseUrlOf(store, context)}/invite#${code}` : null;
    return done({ inviteId, code: shown, link, expiresAt: expires_at.toISOString() });
  },
});

/** A code is short because it is read out, so it ends soon; a link waits in a mailbox, so it is long. */
function newInvitation(store: Store, kind: InviteRequest['kind']) {
  const code = kind === 'link' ? newSecret(store) : newCode(store);
  const minutes = kind === 'link' ? LINK_DAYS * 24 * 60 : CODE_MINUTES;
  const expires_at = new Date(store.now() + minutes * 60_000);
  return { code, shown: kind === 'link' ? code : shownCode(code), expires_at };
}

export const revokeInviteRoute = route({
  method: 'DELETE',
  path: '/api/invites/:inviteId',
  role: 'admin',
  params: z.object({ inviteId: uuid }),
  answer: team,
  handle: async ({ store, asker, params: { inviteId } }) => {
    const invite = await inTransaction(store.db, async (tx) => {
      const revoked = await tx
        .updateTable('invite')
        .set({ revoked_at: new Date(store.now()) })
        .where('ws_id', '=', asker.wsId)
        .where('invite_id', '=', inviteId)
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .returning(['name', 'role'])
        .executeTakeFirst();
      if (revoked) {
        await writeDown(tx, store, {
          wsId: asker.wsId,
          memberId: asker.member.memberId,
          action: 'invite.revoked',
          what: `${revoked.name} (${revoked.role})`,
        });
      }
      return revoked;
    });
    return invite
      ? done(await teamOf(store, asker))
      : failed(
          'not-found',
          'There is no such invitation any more',
          'It was used or taken back; load the page again to see who is in.',
        );
  },
});
