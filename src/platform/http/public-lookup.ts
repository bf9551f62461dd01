import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';

/** Addresses of IPv4 that lead to no host of the public Internet (IANA special-purpose registry). */
const specialIPv4 = new BlockList();
for (const [network, prefix] of [
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
  ['224.0.0.0', 3],
] as const)
  specialIPv4.addSubnet(network, prefix, 'ipv4');

/** All that is public in IPv6 lies here. */
const globalIPv6 = new BlockList();
globalIPv6.addSubnet('2000::', 3, 'ipv6');

/** …except tunnels into IPv4 and what is set aside for documents. */
const specialIPv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialIPv6.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one of the public Internet: not this machine, not this network, not reserved. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIPv4.check(address, 'ipv4');
  return isIPv6(address) && globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6');
}

/** As `lookup` of node:dns answers when all addresses are asked for. */
export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for one connection, which then goes to just these addresses; a name that leads to one that is not
 * public is refused, whoever answered for it, and asked for again the next time.
 *
 * @param resolve who answers for names; another one only in a test
 */
export const publicLookupBy =
  (resolve: Resolver): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses: readonly LookupAddress[] = error ? [] : found;
      const [first] = addresses;
      if (error || !first) return callback(error ?? notPublic(hostname), [], 0);
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return callback(notPublic(hostname), []);
      if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };

export const publicLookup: LookupFunction = publicLookupBy(lookup);

const notPublic = (hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${hostname} has no public address`), { code: 'ENOTPUBLIC' });
