/**
 * Which machines webhooks may go to: those on the public Internet. A store stands inside a company's network, so an address
 * that somebody typed in must not become a way to what is in there.
 */
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registry: everything that is not globally reachable. */
const NOT_PUBLIC_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Inside the one block that is handed out: tunnels that carry an IPv4 address (Teredo, 6to4), documentation, protocols. */
const NOT_PUBLIC_V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closedV4 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_V4) closedV4.addSubnet(net, prefix, 'ipv4');
const closedV6 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_V6) closedV6.addSubnet(net, prefix, 'ipv6');
/** All that is handed out so far. What is outside (loopback, link-local, unique local, mapped IPv4, NAT64, multicast) is not. */
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/** @returns whether anybody on the Internet could reach this address; false for what is no address */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closedV4.check(address, 'ipv4');
    case 6:
      return globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
    default:
      return false;
  }
}
