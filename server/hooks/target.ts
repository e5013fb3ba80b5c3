/** From the address that an administrator typed to the machines that may be connected to. */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { isPublic } from './addresses.ts';

/** What the store may reach, and how names are looked up; replaceable by tests. */
export interface Outside {
  /** Receivers inside the network, and without TLS, are fine: whoever runs the store said so (TRUCE_HOOKS_PRIVATE). */
  allowPrivate: boolean;
  lookUp: (host: string) => Promise<LookupAddress[]>;
}

export const outside: Outside = {
  allowPrivate: false,
  lookUp: (host) => lookup(host, { all: true, order: 'verbatim' }),
};

/** @returns the address, or why nothing is sent there whatever its name may stand for */
export function readTarget(text: string, { allowPrivate }: Outside): Result<URL> {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return refused('It has to be an address like https://tools.acme.example/truce.');
  }
  if (url.username !== '' || url.password !== '') {
    return refused('Leave out the user name and password: the signature proves who sends.');
  }
  if (url.protocol === 'http:' && !allowPrivate) {
    return refused('It has to begin with https://, since people are named in what is sent.');
  }
  const host = hostOf(url);
  if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) return insideNetwork(host);
  return done(url);
}

/**
 * The name is looked up each time, and what it stands for is what gets connected to: a name that stands for a public machine
 * now and for one of ours a moment later gains nothing.
 */
export async function addressesOf(url: URL, outside: Outside): Promise<Result<LookupAddress[]>> {
  const host = hostOf(url);
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await lookedUp(host, outside);
  if (found.length === 0) {
    return failed('bad-request', 'The name is not known', `Nothing is known by the name ${host}.`, {
      field: 'url',
    });
  }
  // One private machine among public ones is a trick or a mistake; neither is to be guessed.
  const inside = found.find(({ address }) => !isPublic(address));
  if (inside && !outside.allowPrivate) return insideNetwork(inside.address);
  return done(found);
}

async function lookedUp(host: string, { lookUp }: Outside): Promise<LookupAddress[]> {
  try {
    return await lookUp(host);
  } catch {
    return [];
  }
}

/** The parser has turned decimal, octal and hexadecimal ways to write an IPv4 address into the usual one. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function refused(why: string): Result<never> {
  return failed('bad-request', 'Nothing can be sent to this address', why, { field: 'url' });
}

function insideNetwork(address: string): Result<never> {
  return refused(
    `It stands for ${address}, which is inside a network. Whoever runs the store can allow that with TRUCE_HOOKS_PRIVATE=allow.`,
  );
}
