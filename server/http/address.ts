/** Where a request comes from, also when proxies stand before the store. */
import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * Each proxy adds the address it was asked from at the end of X-Forwarded-For, so of that header only as many entries from the
 * end are true as there are proxies of ours; what is before them anybody could have written.
 *
 * @param proxies how many stand before the store; 0: the header is not looked at
 * @returns how to tell the address of a request
 */
export function addressOfBehind(proxies: number): (context: Context) => string {
  return (context) => {
    const { incoming } = context.env as Partial<HttpBindings>;
    const socket = plain(incoming?.socket.remoteAddress ?? '') ?? 'unknown';
    if (proxies === 0) return socket;
    return forwarded(context.req.header('x-forwarded-for') ?? '', proxies) ?? socket;
  };
}

/** @returns the entry that our outermost proxy wrote; null when there is none or it is no address */
export function forwarded(header: string, proxies: number): string | null {
  return plain(entryBehind(header, proxies));
}

/** @returns what our outermost proxy wrote into a header to which each adds its entry; empty without proxies */
export function entryBehind(header: string, proxies: number): string {
  if (proxies === 0) return '';
  const entries = header.split(',').map((entry) => entry.trim());
  // Fewer than proxies: the outer ones were passed by, and the first entry is by one of ours all the same.
  return entries.at(-Math.min(proxies, entries.length)) ?? '';
}

/** Without a port, and an IPv4 address in the dress of an IPv6 one as what it is. */
function plain(text: string): string | null {
  const [, inBrackets] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  const [, v4] = /^([\d.]+):\d+$/.exec(text) ?? [];
  const address = inBrackets ?? v4 ?? text;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  const found = mapped ?? address;
  return isIP(found) === 0 ? null : found;
}
