// The networks from which a secret key may be used: stolen, it is of no use elsewhere.

import { BlockList, isIP } from 'node:net';

/** Whether a text is an address, or a network in the notation of CIDR (RFC 4632; RFC 4291, section 2.3). */
export function isNetwork(text: string): boolean {
  return parse(text) !== undefined;
}

/** Whether an address is in one of these networks. What is no address is in none. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  const bare = address.replace(/%.*$/, '');
  const family = familyOf(bare);
  if (!family) return false;
  const list = new BlockList();
  for (const { start, bits, of } of networks.map(parse).filter((network) => network !== undefined)) {
    list.addSubnet(start, bits, of);
  }
  return list.check(bare, family);
}

type Family = 'ipv4' | 'ipv6';

interface Network {
  readonly start: string;
  readonly bits: number;
  readonly of: Family;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

function parse(text: string): Network | undefined {
  const [, start = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const of = familyOf(start);
  if (!of) return undefined;
  const bits = length === undefined ? BITS[of] : Number(length);
  return bits <= BITS[of] ? { start, bits, of } : undefined;
}

function familyOf(address: string): Family | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}
