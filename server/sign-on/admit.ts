/** From somebody the provider knows to a member: by who they are there, else once by an address that was verified. */
import { cutLine, LIMITS } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import { joined } from '../access/join.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { lockWorkspace } from '../definitions/lock.ts';
import type { Store } from '../http/context.ts';
import type { Identity } from './identity.ts';
import { inviting, takeInvite } from './invited.ts';
import { type Barred, sentenceOf } from './sentences.ts';
import type { SignOnSettings } from './settings.ts';

/** A place in a team that somebody may take. */
export interface Seat {
  ws_id: string;
  member_id: string;
  workspace: string;
}

export type Admission = { is: 'in'; seats: Seat[] } | { is: 'barred'; sentence: string };

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** @returns where they may go, one for each of their workspaces; or why nowhere */
export async function admitted(
  store: Store,
  settings: SignOnSettings,
  who: Identity,
): Promise<Admission> {
  const address = usable(settings, who);
  return inTransaction(store.db, async (tx) => {
    const home = await homeOf(tx);
    const found = await rowsOf(tx, who, address);
    const places = new Set(found.map(({ ws_id }) => ws_id));
    if (home !== null) places.add(home);
    const now = new Date(store.now());
    for (const wsId of address === null ? [] : await inviting(tx, address, now)) places.add(wsId);
    // Always in the same order, so that two who sign on at once do not wait for each other.
    for (const wsId of [...places].sort()) await lockWorkspace(tx, wsId);
    const rows = await rowsOf(tx, who, address);
    const seats: Seat[] = [];
    const bars: Barred[] = [];
    for (const wsId of [...places].sort()) {
      const own = rows.filter(({ ws_id }) => ws_id === wsId);
      const taken =
        (await invitedSeat(tx, store, own, who, address, wsId)) ??
        (await seatAmong(tx, store, settings, own, who));
      if (typeof taken === 'string') bars.push(taken);
      else if (taken !== null) seats.push(taken);
    }
    const isAdmin = address !== null && settings.admins.includes(address);
    if (seats.length > 0) {
      if (isAdmin) await promote(tx, store, seats, home);
      return { is: 'in', seats };
    }
    const bar = bars[0] ?? barOf(settings, who, address, isAdmin);
    if (bar !== null || home === null) {
      return { is: 'barred', sentence: sentenceOf(bar ?? 'not-invited', who.email) };
    }
    return { is: 'in', seats: [await newSeat(tx, store, settings, home, who, address, isAdmin)] };
  });
}

/** An address is somebody's only when the provider says so, or whoever runs the store says that it need not. */
function usable({ trustsEmail }: SignOnSettings, { email, verified }: Identity): string | null {
  return verified === true || (verified === null && trustsEmail) ? email : null;
}

/** The workspace that the store was set up with: whoever comes by themselves comes there. */
async function homeOf(tx: Db): Promise<string | null> {
  const row = await tx
    .selectFrom('install')
    .where('name', '=', 'workspace')
    .select('value')
    .executeTakeFirst();
  return row?.value ?? null;
}

async function rowsOf(tx: Db, { iss, sub }: Identity, address: string | null) {
  return tx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.ws_id', 'member.ws_id')
    .where((eb) => {
      const same = eb.and([eb('member.iss', '=', iss), eb('member.sub', '=', sub)]);
      return address === null ? same : eb.or([same, eb('member.email', '=', address)]);
    })
    .select([
      'member.ws_id',
      'member.member_id',
      'member.name',
      'member.role',
      'member.iss',
      'member.sub',
      'member.via',
      'member.removed_at',
      'workspace.name as workspace',
    ])
    .orderBy('member.created_at')
    .execute();
}

/** @returns their seat in one workspace, why it is none, or null when nothing there is theirs */
async function seatAmong(
  tx: Db,
  store: Store,
  { name: provider }: SignOnSettings,
  rows: Row[],
  { iss, sub }: Identity,
): Promise<Seat | Barred | null> {
  const known = rows.find((row) => row.iss === iss && row.sub === sub);
  const unlinked = rows.find((row) => row.sub === null);
  const row = known ?? unlinked;
  if (!row) return rows.length > 0 ? 'taken' : null;
  if (row.removed_at !== null) return 'removed';
  const { ws_id, member_id, workspace, name, role } = row;
  if (!known || row.via !== 'sign-on') {
    await tx
      .updateTable('member')
      .set({ iss, sub, via: 'sign-on' })
      .where('ws_id', '=', ws_id)
      .where('member_id', '=', member_id)
      .execute();
  }
  if (!known) {
    const what = `${name} (${role}), from now on through ${provider}`;
    await writeDown(tx, store, { wsId: ws_id, memberId: member_id, action: 'member.joined', what });
  }
  return { ws_id, member_id, workspace };
}

/** A place of somebody who is invited and not in, or no longer. Who is in already needs no invitation. */
async function invitedSeat(
  tx: Db,
  store: Store,
  rows: Row[],
  { iss, sub }: Identity,
  email: string | null,
  ws_id: string,
): Promise<Seat | null> {
  const own = rows.find((row) => row.iss === iss && row.sub === sub) ?? rows[0];
  const isTheirs = !own || own.sub === null || (own.iss === iss && own.sub === sub);
  if (email === null || !isTheirs || (own && own.removed_at === null)) return null;
  const invite = await takeInvite(tx, ws_id, email, new Date(store.now()));
  if (!invite) return null;
  const person = { ws_id, ...invite, email, via: 'sign-on' as const, iss, sub };
  const member_id = await joined(tx, store, person, own ?? null);
  return { ws_id, member_id, workspace: await nameOf(tx, ws_id) };
}

/** Why somebody whom nobody invited may not come by themselves; null when they may. */
function barOf(
  { domains }: SignOnSettings,
  { email, verified }: Identity,
  address: string | null,
  isAdmin: boolean,
): Barred | null {
  if (email === null) return 'no-address';
  if (address === null)
    return verified === false || domains.length > 0 ? 'not-verified' : 'not-invited';
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return isAdmin || domains.includes(domain) ? null : 'not-invited';
}

async function newSeat(
  tx: Db,
  store: Store,
  settings: SignOnSettings,
  ws_id: string,
  { iss, sub, name }: Identity,
  email: string | null,
  isAdmin: boolean,
): Promise<Seat> {
  const role = isAdmin ? ('admin' as const) : settings.role;
  const called = cutLine(name ?? email?.split('@')[0] ?? 'Somebody', LIMITS.name);
  const person = { ws_id, name: called, email, role, via: 'sign-on' as const, iss, sub };
  const member_id = await joined(tx, store, person, null);
  return { ws_id, member_id, workspace: await nameOf(tx, ws_id) };
}

async function nameOf(tx: Db, wsId: string): Promise<string> {
  const workspace = await tx
    .selectFrom('workspace')
    .where('ws_id', '=', wsId)
    .select('name')
    .executeTakeFirstOrThrow();
  return workspace.name;
}

/** Whoever is named as an administrator of the store is one at home, also after somebody changed that. */
async function promote(tx: Db, store: Store, seats: Seat[], home: string | null): Promise<void> {
  const seat = seats.find(({ ws_id }) => ws_id === home);
  if (!seat) return;
  const { ws_id, member_id } = seat;
  const changed = await tx
    .updateTable('member')
    .set({ role: 'admin' })
    .where('ws_id', '=', ws_id)
    .where('member_id', '=', member_id)
    .where('role', '!=', 'admin')
    .returning('name')
    .executeTakeFirst();
  if (!changed) return;
  const what = `${changed.name} (now admin, by TRUCE_OIDC_ADMINS)`;
  await writeDown(tx, store, { wsId: ws_id, memberId: null, action: 'member.role-changed', what });
}
