/** Connecting this browser to a store with a code or an invitation link, and letting go of it. */
import { inviteCode, type Member, type PairAnswer, storeOrigin } from '../contract/access.ts';
import type { SignOn } from '../contract/people.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { announce } from '../platform/announce.ts';
import type { Connection, ConnectionStore } from '../platform/connection.ts';
import { type Client, createClient } from './client.ts';

/** @returns who we are now, or what was wrong with the address or the code */
export async function pair(
  connections: ConnectionStore,
  cards: { forgetAll(): Promise<void> },
  typed: string,
  code: string,
): Promise<Result<Member>> {
  const store = storeOrigin(typed);
  if (!store) return noSuchAddress();
  const known = inviteCode.safeParse(code);
  if (!known.success) {
    return failed(
      'bad-request',
      'This is not a code',
      'Codes have eight letters and digits, like 7K3M-QX2P. Ask for a new one if yours is gone.',
    );
  }
  const answer = await createClient({ store, token: null }).pair(known.data, deviceLabel());
  return answer.ok ? connectAs(connections, cards, store, answer.value) : answer;
}

/** From now on this browser is this member's, whichever way they came in. @returns who that is */
export async function connectAs(
  connections: ConnectionStore,
  cards: { forgetAll(): Promise<void> },
  store: string,
  { token, member }: PairAnswer,
): Promise<Result<Member>> {
  const before = await connections.read();
  // What somebody else could see, in this workspace or another, is not for the next person.
  const same = before?.store === store && before.member.memberId === member.memberId;
  if (!same) await cards.forgetAll();
  await connections.write({ store, token, member, refused: false });
  await announce('connection');
  return done(member);
}

/** What was typed is no address. */
export function noSuchAddress(): Result<never> {
  return failed(
    'bad-request',
    'This is not the address of a store',
    'It starts with https:// (http:// only on this computer). Whoever invited you has it.',
  );
}

/** @returns whether people of the store at this address sign in with their company */
export async function signOnAt(typed: string): Promise<Result<SignOn>> {
  const store = storeOrigin(typed);
  return store ? createClient({ store, token: null }).signOn() : noSuchAddress();
}

/** Forgets the token. What is in the outbox stays, and goes out when the same person connects again. */
export async function forget(connections: ConnectionStore): Promise<void> {
  await connections.forget();
  await announce('connection');
}

/** The store no longer knows this browser: remember it, and let every page say so. */
export async function tokenRefused(connections: ConnectionStore, token: string): Promise<void> {
  await connections.refuse(token);
  await announce('connection');
}

/** @returns what the store answered, or the problem that nothing is connected or this browser no longer known */
export const withClient = <T>(
  connections: ConnectionStore,
  use: (client: Client) => Promise<Result<T>>,
): Promise<Result<T>> => withConnection(connections, (connection) => use(createClient(connection)));

/** As `withClient`, for those who speak to the store in another way. */
export async function withConnection<T>(
  connections: ConnectionStore,
  use: (connection: Connection) => Promise<Result<T>>,
): Promise<Result<T>> {
  const connection = await connections.read();
  if (!connection) {
    return failed('not-connected', 'Truce is not connected yet', 'Connect it in the options.');
  }
  if (connection.refused) {
    return failed(
      'not-signed-in',
      'The store no longer knows this browser',
      'Connect it again in the options. What you saved stays in this browser.',
    );
  }
  const answer = await use(connection);
  if (!answer.ok && answer.problem.code === 'not-signed-in') {
    await tokenRefused(connections, connection.token);
  }
  return answer;
}

/** How this browser is called in the list of devices: `Chrome on Linux`. */
export function deviceLabel(agent = navigator.userAgent): string {
  const name = ['Firefox', 'Edg', 'Chrome'].find((part) => agent.includes(part)) ?? 'Browser';
  const system =
    ['Windows', 'Mac OS', 'CrOS', 'Android', 'Linux'].find((part) => agent.includes(part)) ??
    'unknown system';
  return `${name === 'Edg' ? 'Edge' : name} on ${system}`;
}
