/** Browsers that somebody connected, and those who let go of them. */
import * as z from 'zod/mini';
import { type Device, ownDevices } from '../../lib/contract/people.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { writeDown } from './audit.ts';
import { isIdle } from './seen.ts';

/** What an address of one browser has. */
export const deviceParams = z.object({ deviceId: uuid });

export const devicesRoute = route({
  method: 'GET',
  path: '/api/devices',
  role: 'rep',
  answer: ownDevices,
  handle: async ({ store, asker }) => done(await ownOf(store, asker)),
});

export const letGoRoute = route({
  method: 'DELETE',
  path: '/api/me/devices/:deviceId',
  role: 'rep',
  params: deviceParams,
  answer: ownDevices,
  handle: async ({ store, asker, params: { deviceId } }) => {
    const gone = await revoked(store, asker, deviceId, asker.member.memberId);
    return gone.ok ? done(await ownOf(store, asker)) : gone;
  },
});

async function ownOf(store: Store, asker: Asker): Promise<{ devices: Device[] }> {
  const own = await devicesOf(store, asker, asker.member.memberId);
  return { devices: own.map(({ device }) => device) };
}

/**
 * @param memberId null: everybody's
 * @returns browsers whose tokens are good, the one that was connected first as the first
 */
export async function devicesOf(
  store: Store,
  { wsId, deviceId }: Asker,
  memberId: string | null,
): Promise<{ memberId: string; device: Device }[]> {
  const rows = await store.db
    .selectFrom('device')
    .where('ws_id', '=', wsId)
    .where('revoked_at', 'is', null)
    .$if(memberId !== null, (query) => query.where('member_id', '=', memberId))
    .select(['device_id', 'member_id', 'label', 'created_at', 'seen_at'])
    .orderBy('created_at')
    .orderBy('device_id')
    .execute();
  return rows
    .filter((row) => !isIdle(store, row))
    .map((row) => ({
      memberId: row.member_id,
      device: {
        deviceId: row.device_id,
        label: row.label,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.seen_at?.toISOString() ?? null,
        current: row.device_id === deviceId,
      },
    }));
}

/** Ends the token of one browser. @param memberId whose it has to be; null: anybody's in the workspace */
export async function revoked(
  store: Store,
  { wsId, member }: Asker,
  deviceId: string,
  memberId: string | null,
): Promise<Result<null>> {
  return inTransaction(store.db, async (tx) => {
    const device = await tx
      .updateTable('device')
      .set({ revoked_at: new Date(store.now()) })
      .where('ws_id', '=', wsId)
      .where('device_id', '=', deviceId)
      .where('revoked_at', 'is', null)
      .$if(memberId !== null, (query) => query.where('member_id', '=', memberId))
      .returning(['member_id', 'label'])
      .executeTakeFirst();
    if (!device) {
      return failed(
        'not-found',
        'There is no such browser any more',
        'It was let go already; load the page again to see which are left.',
      );
    }
    const owner = await tx
      .selectFrom('member')
      .where('ws_id', '=', wsId)
      .where('member_id', '=', device.member_id)
      .select('name')
      .executeTakeFirst();
    await writeDown(tx, store, {
      wsId,
      memberId: member.memberId,
      action: 'device.revoked',
      what: `${device.label}, of ${owner?.name ?? 'somebody'}`,
    });
    return done(null);
  });
}
