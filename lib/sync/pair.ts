/** Connecting this browser to a store with a one-time code, and letting go of it. */
import { type Member, pairingCode } from '../contract/access.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { announce } from '../platform/announce.ts';
import { type ConnectionStore, storeOrigin } from '../platform/connection.ts';
import { type Client, createClient } from './client.ts';

/** @returns who we are now, or what was wrong with the address or the code */
export async function pair(
  connections: ConnectionStore,
  typed: string,
  code: string,
): Promise<Result<Member>> {
  const store = storeOrigin(typed);
  if (!store) {
    return failed(
      'bad-request',
      'This is not the address of a store',
      'It starts with https:// (http:// only on this computer). Whoever invited you has it.',
    );
  }
  const known = pairingCode.safeParse(code);
  if (!known.success) {
    return failed(
      'bad-request',
      'This is not a code',
      'Codes have eight letters and digits, like 7K3M-QX2P. Ask for a new one if yours is gone.',
    );
  }
  const answer = await createClient({ store, token: null }).pair(known.data, deviceLabel());
  if (!answer.ok) return answer;
  await connections.write({ store, ...answer.value, refused: false });
  await announce('connection');
  return done(answer.value.member);
}

/** Forgets the token. What is in the outbox stays, and goes out when the same person connects again. */
export async function forget(connections: ConnectionStore): Promise<void> {
  await connections.forget();
  await announce('connection');
}

/** @returns a client for the connected store, or the problem that there is none */
export async function connectedClient(connections: ConnectionStore): Promise<Result<Client>> {
  const connection = await connections.read();
  if (!connection) {
    return failed('not-connected', 'Truce is not connected yet', 'Connect it in the options.');
  }
  if (connection.refused) {
    return failed(
      'not-signed-in',
      'The store no longer knows this browser',
      'Ask for a new code and enter it in the options. What you saved is kept and sent then.',
    );
  }
  return done(createClient(connection));
}

/** How this browser is called in the list of devices: `Chrome on Linux`. */
function deviceLabel(agent = navigator.userAgent): string {
  const name = ['Firefox', 'Edg', 'Chrome'].find((part) => agent.includes(part)) ?? 'Browser';
  const system =
    ['Windows', 'Mac OS', 'CrOS', 'Android', 'Linux'].find((part) => agent.includes(part)) ??
    'unknown system';
  return `${name === 'Edg' ? 'Edge' : name} on ${system}`;
}
