/** `GET` and `PUT /api/settings`: what an administrator decides for the team. */
import { done } from '../../lib/contract/problem.ts';
import { type TeamSettings, teamSettings } from '../../lib/contract/reports.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { route } from '../http/route.ts';
import { writeDown } from './audit.ts';

export const teamSettingsRoute = route({
  method: 'GET',
  path: '/api/settings',
  role: 'rep',
  answer: teamSettings,
  handle: async ({ store, asker }) => done(await settingsOf(store.db, asker.wsId)),
});

export const setTeamSettingsRoute = route({
  method: 'PUT',
  path: '/api/settings',
  role: 'admin',
  input: teamSettings,
  answer: teamSettings,
  handle: async ({ store, asker: { wsId, member }, input }) => {
    await inTransaction(store.db, async (tx) => {
      const before = await settingsOf(tx, wsId);
      if (before.repFigures === input.repFigures) return;
      await tx
        .updateTable('workspace')
        .set({ rep_figures: input.repFigures })
        .where('ws_id', '=', wsId)
        .execute();
      const action = input.repFigures ? 'reports.reps-shown' : 'reports.reps-hidden';
      await writeDown(tx, store, { wsId, memberId: member.memberId, action, what: '' });
    });
    return done(input);
  },
});

/** @returns what is decided for a team */
export async function settingsOf(db: Db, wsId: string): Promise<TeamSettings> {
  const { rep_figures } = await db
    .selectFrom('workspace')
    .where('ws_id', '=', wsId)
    .select('rep_figures')
    .executeTakeFirstOrThrow();
  return { repFigures: rep_figures ?? false };
}
